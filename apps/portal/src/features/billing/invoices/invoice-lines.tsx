import type { InvoiceView } from "@working-social/billing/schema";
import { Card } from "@working-social/ui";
import { useLocations } from "../../../lib/location.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { amountWords } from "../shared/amount-words.ts";
import { BillLineRow } from "../shared/bill-lines.tsx";
import { BillTaxes } from "../shared/bill-taxes.tsx";
import { lineTexts } from "../shared/line-texts.ts";
import { productWords } from "../shared/line-words.ts";
import { invoiceTexts } from "./invoice-texts.ts";
import { lineGroups } from "./line-groups.ts";

/** What a document is for: its lines by what was sold, the tax once for each rate, and the sum. */
export function InvoiceLines({ invoice }: { invoice: InvoiceView }) {
  const words = useTexts(lineTexts);
  const texts = useTexts(invoiceTexts);
  const { locations } = useLocations();
  const { currency, priceMode, roundingMinor, netMinor, dueMinor, taxes } = invoice;
  const places = new Set(invoice.lines.map(({ locationId }) => locationId));
  const taxName = locations.find(({ id }) => places.has(id))?.taxName ?? null;
  return (
    <Card padding="none">
      {lineGroups(invoice.lines).map(({ kind, lines }) => (
        <section key={kind} aria-label={productWords(kind, words)} className="border-b px-5 py-4 sm:px-6">
          <h3 className="mb-3 text-sm font-semibold text-second">{productWords(kind, words)}</h3>
          <ul className="flex flex-col gap-3">
            {lines.map((line) => (
              <BillLineRow key={line.id} {...{ line, currency }} />
            ))}
          </ul>
        </section>
      ))}
      <ul className="flex flex-col gap-2 px-5 py-4 sm:px-6">
        {priceMode === "net" && taxes.some(({ basisPoints }) => basisPoints > 0) && (
          <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 text-second">
            <span>{texts.net}</span>
            <span className="figures">{amountWords(netMinor, currency)}</span>
          </li>
        )}
        <BillTaxes {...{ taxes, roundingMinor, currency, priceMode, taxName }} />
        <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 pt-1 text-lg font-semibold">
          <span>{invoice.kind === "credit_note" ? texts.comesBack : texts.total}</span>
          <span className="figures">{amountWords(dueMinor, currency)}</span>
        </li>
      </ul>
    </Card>
  );
}
