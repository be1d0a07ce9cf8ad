import { createFileRoute } from "@tanstack/react-router";
import { InvoicePage } from "../../../../features/billing/manage/invoices/invoice-page.tsx";
import { readEditSearch } from "../../../../features/manage/form/edit-search.ts";
import { trpc } from "../../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/manage/invoices/$invoiceId")({
  validateSearch: readEditSearch,
  loader: ({ context: { queryClient }, params: { invoiceId } }) =>
    queryClient.ensureQueryData(trpc.invoices.get.queryOptions({ id: invoiceId })),
  component: Invoice,
});

function Invoice() {
  const { invoiceId } = Route.useParams();
  return <InvoicePage key={invoiceId} invoiceId={invoiceId} />;
}
