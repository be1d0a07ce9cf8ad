import { createFileRoute } from "@tanstack/react-router";
import { SellersPage } from "../../../features/billing/manage/sellers/sellers-page.tsx";
import { readEditSearch } from "../../../features/manage/form/edit-search.ts";
import { trpc } from "../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/manage/sellers")({
  validateSearch: readEditSearch,
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(trpc.sellers.list.queryOptions()),
  component: SellersPage,
});
