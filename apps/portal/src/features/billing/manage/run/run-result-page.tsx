import { Link } from "@tanstack/react-router";
import type { RunResult } from "@working-social/billing/schema";
import { Badge, buttonClass, Progress, Table, type TableColumn, type Tone } from "@working-social/ui";
import { formatIn, formatPrice } from "../../../../lib/format.ts";
import { useLocations } from "../../../../lib/location.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { ManagePage } from "../../../manage/frame/manage-page.tsx";
import { dayWords } from "../../shared/day-words.ts";
import { runTexts } from "./run-texts.ts";
import { useProblemWords } from "./to-clear.tsx";
import { progressOf, useRun } from "./use-run.ts";

/** How far a run is, and what it made of each account: what was held back first. */
export function RunResultPage({ runId }: { runId: string }) {
  const texts = useTexts(runTexts);
  const { run, results, isRunning } = useRun(runId);
  const format = formatIn(useLocations().location?.timeZone ?? "UTC");
  const columns = useColumns();
  const count = run.sums.reduce((all, sum) => all + sum.count, 0);
  const { done, all } = progressOf(run);
  return (
    <ManagePage
      section="billing"
      heading={texts.runOf(dayWords(run.issueDate))}
      subtitle={texts.startedAt(format.dayTime(run.startedAt))}
      actions={
        <Link to="/manage/invoices" className={buttonClass()}>
          {texts.toInvoices}
        </Link>
      }
    >
      <div role="status" className="flex flex-col gap-2">
        <Progress
          label={texts.progress}
          value={done}
          maximum={Math.max(all, 1)}
          valueText={texts.progressOf(done, all)}
        />
        <p className="text-second">
          {isRunning
            ? texts.progressText
            : [
                texts.doneText(count),
                ...run.sums.map(({ currency, dueMinor }) => formatPrice(dueMinor, currency)),
              ].join(" ")}
        </p>
      </div>
      {results.length > 0 ? (
        <Table
          label={texts.runOf(dayWords(run.issueDate))}
          columns={columns}
          rows={results}
          rowKey={({ accountId }) => accountId}
        />
      ) : (
        !isRunning && <p className="text-second">{texts.resultsNone}</p>
      )}
    </ManagePage>
  );
}

const tones: Record<RunResult["outcome"], Tone> = {
  waiting: "neutral",
  issued: "accent",
  nothing: "neutral",
  carried: "neutral",
  held_back: "amber",
};

function useColumns(): TableColumn<RunResult>[] {
  const texts = useTexts(runTexts);
  return [
    { id: "account", header: texts.account, isRowHeader: true, cell: (result) => <Account result={result} /> },
    {
      id: "outcome",
      header: texts.outcome,
      cell: ({ outcome }) => <Badge tone={tones[outcome]}>{texts.outcomes[outcome]}</Badge>,
    },
    { id: "documents", header: texts.documents, isSecondary: true, cell: (result) => <Documents result={result} /> },
    {
      id: "amount",
      header: texts.amount,
      align: "figures",
      cell: ({ documents }) =>
        documents
          .map(({ kind, dueMinor, currency }) => formatPrice(kind === "invoice" ? dueMinor : -dueMinor, currency))
          .join(" + ") || "–",
    },
  ];
}

function Account({ result }: { result: RunResult }) {
  const words = useProblemWords();
  const { name, problem } = result;
  return (
    <span className="wrap-anywhere">
      {name}
      {problem && <span className="block text-sm font-normal text-second">{words(problem, name).title}</span>}
      <span className="block sm:hidden">
        <Documents result={result} />
      </span>
    </span>
  );
}

function Documents({ result: { documents } }: { result: RunResult }) {
  return documents.map(({ id, number }) => (
    <Link
      key={id}
      to="/manage/invoices/$invoiceId"
      params={{ invoiceId: id }}
      className="me-3 inline-flex items-center font-normal text-accent underline-offset-3 hover:underline touch:min-h-11"
    >
      {number}
    </Link>
  ));
}
