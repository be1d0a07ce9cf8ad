import type { RunPreview, RunTotal } from "@working-social/billing/schema";
import { Button, classNames, Section } from "@working-social/ui";
import { useState } from "react";
import { formatPrice } from "../../../../lib/format.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { amountText, changeText } from "../figures.ts";
import { groupsOf, type RunGroup } from "./run-groups.ts";
import { RunTable, RunTotals } from "./run-table.tsx";
import { runTexts } from "./run-texts.ts";

type RunCurrencyProps = { total: RunTotal; preview: RunPreview; isFirst: boolean };

/** A run in one currency: its sum, the way from the run before to it, and each account with its reason. */
export function RunCurrency({ total, preview, isFirst }: RunCurrencyProps) {
  const texts = useTexts(runTexts);
  const { currency, netMinor, taxMinor, dueMinor } = total;
  const groups = groupsOf(preview, currency);
  const same = groups.find(({ id }) => id === "same");
  const [isAll, setIsAll] = useState(false);
  const shown = groups.filter(({ id }) => id !== "same" || isAll || groups.length === 1);
  const toggle = same && groups.length > 1 && (
    <Button size="small" variant="quiet" onPress={() => setIsAll(!isAll)}>
      {isAll ? texts.hideSame : `${texts.showSame} (${same.rows.length})`}
    </Button>
  );
  return (
    <>
      <div className="flex flex-col gap-3">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="figures text-3xl font-semibold tracking-tight sm:text-4xl">
            {formatPrice(dueMinor, currency)}
          </span>
          <span className="figures text-second">
            {texts.net(amountText(netMinor, currency), amountText(taxMinor, currency))}
          </span>
        </p>
        {!isFirst && <Steps total={total} groups={groups} />}
      </div>
      <Section title={isFirst ? texts.whatFor : texts.why} action={toggle}>
        <div>
          <RunTable groups={shown} currency={currency} isFirst={isFirst} />
          <RunTotals total={total} isFirst={isFirst} />
        </div>
      </Section>
    </>
  );
}

/** Last run, what is new, ended and changed, this run: one line whose figures add up. */
function Steps({ total, groups }: { total: RunTotal; groups: RunGroup[] }) {
  const texts = useTexts(runTexts);
  const { currency, beforeMinor, amountMinor } = total;
  const steps = groups.filter(({ id }) => id !== "same");
  const cells = [
    { id: "before", term: texts.before, figure: amountText(beforeMinor, currency) },
    ...steps.map(({ id, byMinor }) => ({ id, term: texts.groups[id], figure: changeText(byMinor, currency) })),
    { id: "now", term: texts.now, figure: amountText(amountMinor, currency) },
  ];
  return (
    <dl
      aria-label={texts.from(currency)}
      className="grid grid-cols-[repeat(auto-fit,minmax(7.5rem,1fr))] overflow-hidden rounded-lg border bg-surface"
    >
      {cells.map(({ id, term, figure }) => (
        <div key={id} className="-ms-px -mt-px border-s border-t px-3.5 py-2.5">
          <dt className="text-sm text-second">{term}</dt>
          <dd className={classNames("figures font-semibold", id !== "before" && "text-ink")}>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
