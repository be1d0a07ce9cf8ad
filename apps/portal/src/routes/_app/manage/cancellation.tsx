import { createFileRoute } from "@tanstack/react-router";
import { PoliciesPage } from "../../../features/terms/manage/cancellation/policies-page.tsx";
import { readEditSearch } from "../../../features/manage/form/edit-search.ts";
import { loadScopes } from "../../../features/manage/scope/load-scopes.ts";
import { loadLocation } from "../../../lib/location.ts";
import { trpc } from "../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/manage/cancellation")({
  validateSearch: readEditSearch,
  loader: async ({ context: { queryClient } }) => {
    const location = await loadLocation();
    if (!location) return;
    await Promise.all([
      queryClient.ensureQueryData(trpc.cancellationPolicies.list.queryOptions({ locationId: location.id })),
      loadScopes(queryClient),
    ]);
  },
  component: PoliciesPage,
});
