import type { DraftLineView } from "@working-social/billing/schema";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { amountWords } from "./amount-words.ts";
import { spanWords } from "./day-words.ts";
import { lineTexts } from "./line-texts.ts";
import { lineWords } from "./line-words.ts";
import { quantityWords } from "./quantity-words.ts";

/** What a draft and a document know of a line in common. */
export type BillLine = Pick<
  DraftLineView,
  "item" | "productKind" | "quantity" | "unitCode" | "amountMinor" | "serviceFrom" | "serviceUntil"
>;

/** A line of a bill: what it is for, which days, why this much; the same before it is issued and after. */
export function BillLineRow({ line, currency }: { line: BillLine; currency: string }) {
  const texts = useTexts(lineTexts);
  const { title, detail } = lineWords(line.item, currency, texts);
  const notes = [spanOf(line), quantityWords(line, texts), detail].filter((note) => note !== null);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
      <span className="min-w-0 wrap-anywhere">{title}</span>
      <span className="figures">{amountWords(line.amountMinor, currency)}</span>
      {notes.length > 0 && (
        <span className="figures col-span-full pe-16 text-sm wrap-anywhere text-second">{notes.join(" · ")}</span>
      )}
    </li>
  );
}

/** What is taken once is for no span of days. */
function spanOf({ item, serviceFrom, serviceUntil }: BillLine): string | null {
  return item.code === "deposit" || item.code === "setup_fee" ? null : spanWords(serviceFrom, serviceUntil);
}
