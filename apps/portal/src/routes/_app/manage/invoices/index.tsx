import { createFileRoute } from "@tanstack/react-router";
import { invoicePages } from "../../../../features/billing/manage/invoices/invoice-pages.ts";
import { InvoicesPage } from "../../../../features/billing/manage/invoices/invoices-page.tsx";

export const Route = createFileRoute("/_app/manage/invoices/")({
  loader: ({ context: { queryClient } }) => queryClient.ensureInfiniteQueryData(invoicePages()),
  component: InvoicesPage,
});
