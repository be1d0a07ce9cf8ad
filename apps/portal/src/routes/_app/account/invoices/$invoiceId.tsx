import { createFileRoute } from "@tanstack/react-router";
import { InvoicePage } from "../../../../features/billing/invoices/invoice-page.tsx";
import { InvoiceSkeleton } from "../../../../features/billing/invoices/invoice-skeleton.tsx";
import { queryClient } from "../../../../lib/query.ts";
import { trpc } from "../../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/account/invoices/$invoiceId")({
  loader: ({ params: { invoiceId } }) => queryClient.ensureQueryData(trpc.invoices.get.queryOptions({ id: invoiceId })),
  pendingComponent: InvoiceSkeleton,
  component: Invoice,
});

function Invoice() {
  const { invoiceId } = Route.useParams();
  return <InvoicePage key={invoiceId} invoiceId={invoiceId} />;
}
