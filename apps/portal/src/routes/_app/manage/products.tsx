import { createFileRoute } from "@tanstack/react-router";
import { ProductsPage } from "../../../features/billing/manage/products/products-page.tsx";
import { readEditSearch } from "../../../features/manage/form/edit-search.ts";
import { trpc } from "../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/manage/products")({
  validateSearch: readEditSearch,
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(trpc.products.list.queryOptions()),
  component: ProductsPage,
});
