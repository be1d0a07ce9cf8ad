import type { DraftView } from "@working-social/billing/schema";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { amountWords } from "../shared/amount-words.ts";
import { BillLineRow } from "../shared/bill-lines.tsx";
import { BillTaxes } from "../shared/bill-taxes.tsx";
import { draftTaxes } from "../shared/tax-rows.ts";
import { planTexts } from "./plan-texts.ts";

/** A bill that is still to come, line by line, in the words that it will have; with its sum, or without where a sentence says it. */
export function DraftList({
  draft,
  taxName,
  hasTotal,
}: {
  draft: DraftView;
  taxName: string | null;
  hasTotal: boolean;
}) {
  const { lines, currency, roundingMinor, priceMode } = draft;
  return (
    <ul className="flex flex-col gap-3">
      {lines.map((line, place) => (
        <BillLineRow key={place} {...{ line, currency }} />
      ))}
      <BillTaxes taxes={draftTaxes(draft)} {...{ roundingMinor, currency, priceMode, taxName }} />
      {hasTotal && (
        <li className="border-t pt-3">
          <DraftTotal draft={draft} />
        </li>
      )}
    </ul>
  );
}

/** What a draft comes to: to pay, or, in words, what comes off or back. */
export function DraftTotal({ draft: { outcome, dueMinor, currency } }: { draft: DraftView }) {
  const texts = useTexts(planTexts);
  const words = { invoice: texts.inAll, carried: texts.offNext, credit_note: texts.backToYou };
  // What comes off is said in words, so its amount needs no minus.
  const minor = outcome === "carried" ? -dueMinor : dueMinor;
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 text-lg font-semibold">
      <span>{words[outcome]}</span>
      <span className="figures">{amountWords(minor, currency)}</span>
    </span>
  );
}
