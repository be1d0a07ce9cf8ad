import { createFileRoute } from "@tanstack/react-router";
import { readEditSearch } from "../../../features/manage/form/edit-search.ts";
import { PlansPage } from "../../../features/manage/plans/plans-page.tsx";
import { trpc } from "../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/manage/plans")({
  validateSearch: readEditSearch,
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(trpc.plans.list.queryOptions()),
  component: PlansPage,
});
