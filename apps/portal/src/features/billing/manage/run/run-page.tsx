import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { RunPreview, RunView } from "@working-social/billing/schema";
import type { LocalDate } from "@working-social/kernel";
import { buttonClass, Callout, DateField, EmptyState } from "@working-social/ui";
import { ReceiptText } from "lucide-react";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { useEditing } from "../../../manage/form/use-editing.ts";
import { ManagePage } from "../../../manage/frame/manage-page.tsx";
import { dayOfYearText, monthText } from "../figures.ts";
import { AccountDrawer } from "./account-drawer.tsx";
import { EarlierRuns } from "./earlier-runs.tsx";
import { IssueButton } from "./issue-button.tsx";
import { RunBeside } from "./run-beside.tsx";
import { RunCurrency } from "./run-currency.tsx";
import { runTexts } from "./run-texts.ts";

type RunPageProps = { issueDate: LocalDate; onIssueDate: (day: LocalDate) => void };

/** What a run would issue on a day, why it differs from the one before, what is in the way, and the button that issues it. */
export function RunPage({ issueDate, onIssueDate }: RunPageProps) {
  const texts = useTexts(runTexts);
  const { data: preview } = useSuspenseQuery(trpc.billing.preview.queryOptions({ issueDate }));
  const { data: runs } = useSuspenseQuery(trpc.billing.runs.queryOptions());
  const running = runs.find(({ status }) => status === "running");
  return (
    <ManagePage
      section="billing"
      heading={texts.title(monthText(issueDate))}
      subtitle={texts.dated(dayOfYearText(issueDate), dueDaysOf(preview).map(dayOfYearText))}
      actions={running ? <SeeRun run={running} /> : <IssueButton preview={preview} />}
      aside={<RunBeside preview={preview} />}
      asideLabel={texts.clearTitle}
    >
      {running && <Callout title={texts.running}>{texts.runningText}</Callout>}
      <DateField
        label={texts.issueDate}
        description={texts.issueDateHint}
        value={issueDate}
        onChange={(day) => day !== "" && onIssueDate(day)}
        className="w-full sm:w-72"
      />
      {preview.totals.map((total) => (
        <RunCurrency key={total.currency} total={total} preview={preview} isFirst={runs.length === 0} />
      ))}
      {preview.totals.length === 0 && <NothingToBill />}
      <EarlierRuns runs={runs} />
      <Opened preview={preview} />
    </ManagePage>
  );
}

function SeeRun({ run }: { run: RunView }) {
  const texts = useTexts(runTexts);
  return (
    <Link to="/manage/billing/$runId" params={{ runId: run.id }} className={buttonClass({ variant: "primary" })}>
      {texts.seeRun}
    </Link>
  );
}

function NothingToBill() {
  const texts = useTexts(runTexts);
  return (
    <EmptyState
      icon={<ReceiptText />}
      title={texts.emptyTitle}
      action={
        <Link to="/manage/contracts" className={buttonClass()}>
          {texts.toContracts}
        </Link>
      }
    >
      {texts.emptyText}
    </EmptyState>
  );
}

/** An account, line by line, over the list. */
function Opened({ preview }: { preview: RunPreview }) {
  const { editing, close } = useEditing();
  const account = preview.accounts.find(({ accountId }) => accountId === editing);
  if (!account) return null;
  return <AccountDrawer key={account.accountId} account={account} issueDate={preview.issueDate} onClose={close} />;
}

/** Sellers may give different times to pay. */
function dueDaysOf({ accounts }: RunPreview): LocalDate[] {
  const issued = accounts.flatMap(({ documents }) => documents.filter(({ outcome }) => outcome === "invoice"));
  return [...new Set(issued.map(({ dueDate }) => dueDate))].sort();
}

/** Changes the date in the address, so that it can be shared, and Back leads to the page before. */
export function useIssueDate() {
  const navigate = useNavigate();
  return (day: LocalDate) =>
    void navigate({ to: "/manage/billing", search: { date: day }, replace: true, resetScroll: false });
}
