import { createFileRoute } from "@tanstack/react-router";
import { InvoiceSkeleton } from "../../../../features/billing/invoices/invoice-skeleton.tsx";
import { InvoicesPage } from "../../../../features/billing/invoices/invoices-page.tsx";
import { myInvoicesOptions } from "../../../../features/billing/invoices/invoices-query.ts";
import { queryClient } from "../../../../lib/query.ts";

export const Route = createFileRoute("/_app/account/invoices/")({
  loader: () => queryClient.ensureInfiniteQueryData(myInvoicesOptions()),
  pendingComponent: InvoiceSkeleton,
  component: InvoicesPage,
});
