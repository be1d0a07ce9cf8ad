import { createFileRoute } from "@tanstack/react-router";
import { readEditSearch } from "../../../features/manage/form/edit-search.ts";
import { PlansPage } from "../../../features/directory/manage/plans/plans-page.tsx";
import { loadScopes } from "../../../features/manage/scope/load-scopes.ts";
import { trpc } from "../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/manage/plans")({
  validateSearch: readEditSearch,
  loader: async ({ context: { queryClient } }) => {
    const plans = await queryClient.ensureQueryData(trpc.plans.list.queryOptions());
    await Promise.all([
      loadScopes(queryClient),
      queryClient.ensureQueryData(trpc.plans.versions.queryOptions({ planId: null })),
      ...plans.map(({ id }) => queryClient.ensureQueryData(trpc.credits.planAllowances.queryOptions({ planId: id }))),
    ]);
  },
  component: PlansPage,
});
