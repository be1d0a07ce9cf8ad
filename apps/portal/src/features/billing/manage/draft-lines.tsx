import type { DraftView } from "@working-social/billing/schema";
import { DescriptionList } from "@working-social/ui";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { amountWords } from "../shared/amount-words.ts";
import { BillLineRow } from "../shared/bill-lines.tsx";
import { draftTexts } from "./draft-texts.ts";

/** An invoice as it would be issued: its lines with the days they are for, and what is to pay. */
export function DraftLines({ draft }: { draft: DraftView }) {
  const texts = useTexts(draftTexts);
  const { lines, currency, netMinor, taxMinor, roundingMinor, dueMinor, outcome } = draft;
  const amount = (minor: number) => amountWords(minor, currency);
  const sums = [
    { id: "net", term: texts.net, detail: amount(netMinor) },
    { id: "tax", term: texts.tax, detail: amount(taxMinor) },
    ...(roundingMinor === 0 ? [] : [{ id: "rounding", term: texts.rounding, detail: amount(roundingMinor) }]),
    { id: "due", term: texts.outcomes[outcome], detail: amount(dueMinor), isTotal: true },
  ];
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col divide-y divide-line [&>li]:py-2.5">
        {lines.map((line, index) => (
          // Lines of a draft have no id: their order is all that tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <BillLineRow key={index} line={line} currency={currency} />
        ))}
      </ul>
      <DescriptionList items={sums} align="figures" className="border-t pt-4" />
    </div>
  );
}
