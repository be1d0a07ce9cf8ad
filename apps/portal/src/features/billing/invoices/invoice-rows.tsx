import { Link } from "@tanstack/react-router";
import type { InvoiceSummary } from "@working-social/billing/schema";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { amountWords } from "../shared/amount-words.ts";
import { dayWords } from "../shared/day-words.ts";
import { invoiceTexts, type InvoiceTexts } from "./invoice-texts.ts";

/** Documents, each a line that leads to its page. */
export function InvoiceRows({ invoices }: { invoices: readonly InvoiceSummary[] }) {
  const texts = useTexts(invoiceTexts);
  const isOfSeveral = new Set(invoices.map(({ accountId }) => accountId)).size > 1;
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-lg border bg-surface">
      {invoices.map((invoice) => (
        <li key={invoice.id}>
          <Link
            to="/account/invoices/$invoiceId"
            params={{ invoiceId: invoice.id }}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 px-4 py-3 -outline-offset-2 hover:bg-sunk sm:grid-cols-[10rem_minmax(0,1fr)_6.5rem] sm:px-5"
          >
            <span className="figures font-semibold">{dayWords(invoice.issueDate)}</span>
            <span className="figures text-end font-semibold sm:order-last">{amountOf(invoice)}</span>
            <span className="col-span-full flex min-w-0 flex-wrap justify-between gap-x-4 text-second sm:col-span-1">
              <span className="wrap-anywhere">
                {texts.named(invoice.kind, invoice.number)}
                {isOfSeveral && ` · ${invoice.buyerName}`}
              </span>
              <span className="figures text-sm sm:text-base">{dueWords(invoice, texts)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What comes back is below zero in a list of what was to be paid. */
function amountOf({ kind, dueMinor, currency }: InvoiceSummary): string {
  return amountWords(kind === "credit_note" ? -dueMinor : dueMinor, currency);
}

function dueWords({ kind, dueMinor, dueDate }: InvoiceSummary, texts: InvoiceTexts): string {
  if (kind === "credit_note") return texts.comesBack;
  return dueMinor === 0 ? "" : `${texts.columnDue} ${dayWords(dueDate)}`;
}
