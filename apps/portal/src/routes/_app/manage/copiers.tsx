import { createFileRoute } from "@tanstack/react-router";
import { CopiersPage } from "../../../features/print/manage/copiers/copiers-page.tsx";
import { readEditSearch } from "../../../features/manage/form/edit-search.ts";
import { loadLocation } from "../../../lib/location.ts";
import { trpc } from "../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/manage/copiers")({
  validateSearch: readEditSearch,
  loader: async ({ context: { queryClient } }) => {
    const location = await loadLocation();
    if (!location) return;
    await Promise.all([
      queryClient.ensureQueryData(trpc.printing.devices.queryOptions()),
      queryClient.ensureQueryData(trpc.printing.prices.queryOptions({ locationId: location.id })),
    ]);
  },
  component: CopiersPage,
});
