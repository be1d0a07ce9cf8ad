import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { InvoiceSummary } from "@working-social/billing/schema";
import { Badge, buttonClass, EmptyState, Table, type TableColumn } from "@working-social/ui";
import { ReceiptText } from "lucide-react";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { ManagePage } from "../../../manage/frame/manage-page.tsx";
import { LoadMore } from "../../../manage/list/load-more.tsx";
import { amountWords } from "../../shared/amount-words.ts";
import { shortDayText } from "../figures.ts";
import { invoicePages } from "./invoice-pages.ts";
import { invoicesTexts } from "./invoices-texts.ts";

/** Everything that was issued. */
export function InvoicesPage() {
  const texts = useTexts(invoicesTexts);
  const query = useSuspenseInfiniteQuery(invoicePages());
  const invoices = query.data.pages.flatMap((page) => page.invoices);
  const columns = useColumns();
  return (
    <ManagePage section="invoices" subtitle={texts.subtitle}>
      {invoices.length > 0 ? (
        <Table label={texts.subtitle} columns={columns} rows={invoices} rowKey={({ id }) => id} />
      ) : (
        <EmptyState
          icon={<ReceiptText />}
          title={texts.emptyTitle}
          action={
            <Link to="/manage/billing" className={buttonClass({ variant: "primary" })}>
              {texts.toRun}
            </Link>
          }
        >
          {texts.emptyText}
        </EmptyState>
      )}
      <LoadMore query={query} />
    </ManagePage>
  );
}

function useColumns(): TableColumn<InvoiceSummary>[] {
  const texts = useTexts(invoicesTexts);
  const day = (date: string) => <span className="figures whitespace-nowrap text-second">{shortDayText(date)}</span>;
  return [
    { id: "number", header: texts.number, isRowHeader: true, cell: (invoice) => <Numbered invoice={invoice} /> },
    { id: "buyer", header: texts.buyer, isSecondary: true, cell: ({ buyerName }) => buyerName },
    { id: "issued", header: texts.issued, isSecondary: true, cell: ({ issueDate }) => day(issueDate) },
    {
      id: "due",
      header: texts.due,
      isSecondary: true,
      cell: ({ kind, dueDate }) => (kind === "invoice" ? day(dueDate) : "–"),
    },
    {
      id: "amount",
      header: texts.amount,
      align: "figures",
      cell: ({ kind, dueMinor, currency }) => amountWords(kind === "invoice" ? dueMinor : -dueMinor, currency),
    },
  ];
}

function Numbered({ invoice: { id, kind, number, buyerName, issueDate } }: { invoice: InvoiceSummary }) {
  const texts = useTexts(invoicesTexts);
  return (
    <span className="flex flex-col items-start">
      <span className="flex flex-wrap items-center gap-2">
        <Link
          to="/manage/invoices/$invoiceId"
          params={{ invoiceId: id }}
          className="inline-flex items-center font-medium underline-offset-3 hover:underline touch:min-h-11"
        >
          {number}
        </Link>
        {kind === "credit_note" && <Badge>{texts.creditNote}</Badge>}
      </span>
      <span className="text-sm font-normal wrap-anywhere text-second sm:hidden">
        {buyerName} · {shortDayText(issueDate)}
      </span>
    </span>
  );
}
