import { createFileRoute } from "@tanstack/react-router";
import { RatesPage } from "../../../features/terms/manage/rates/rates-page.tsx";
import { readEditSearch } from "../../../features/manage/form/edit-search.ts";
import { loadScopes } from "../../../features/manage/scope/load-scopes.ts";
import { loadLocation } from "../../../lib/location.ts";
import { trpc } from "../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/manage/rates")({
  validateSearch: readEditSearch,
  loader: async ({ context: { queryClient } }) => {
    const location = await loadLocation();
    if (!location) return;
    await Promise.all([
      queryClient.ensureQueryData(trpc.rates.list.queryOptions({ locationId: location.id })),
      loadScopes(queryClient),
    ]);
  },
  component: RatesPage,
});
