import { Link } from "@tanstack/react-router";
import type { RunView } from "@working-social/billing/schema";
import { Badge, CardList, Section } from "@working-social/ui";
import { formatPrice } from "../../../../lib/format.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { dayWords } from "../../shared/day-words.ts";
import { runTexts } from "./run-texts.ts";

/** What has been issued so far, the newest first. */
export function EarlierRuns({ runs }: { runs: RunView[] }) {
  const texts = useTexts(runTexts);
  return (
    <Section title={texts.earlier}>
      {runs.length === 0 ? (
        <p className="text-second">{texts.noEarlier}</p>
      ) : (
        <CardList>
          {runs.map((run) => (
            <EarlierRun key={run.id} run={run} />
          ))}
        </CardList>
      )}
    </Section>
  );
}

function EarlierRun({ run }: { run: RunView }) {
  const texts = useTexts(runTexts);
  const { id, issueDate, status, sums, accounts } = run;
  const count = sums.reduce((all, sum) => all + sum.count, 0);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Link
        to="/manage/billing/$runId"
        params={{ runId: id }}
        className="inline-flex items-center font-medium underline-offset-3 hover:underline touch:min-h-11"
      >
        {texts.runOf(dayWords(issueDate))}
      </Link>
      {status === "running" && <Badge tone="amber">{texts.runUnderWay}</Badge>}
      <span className="text-sm text-second">{texts.runDone(count)}</span>
      {accounts.held_back > 0 && <Badge tone="amber">{texts.runHeld(accounts.held_back)}</Badge>}
      <span className="figures ms-auto">
        {sums.map(({ currency, dueMinor }) => formatPrice(dueMinor, currency)).join(" + ")}
      </span>
    </li>
  );
}
