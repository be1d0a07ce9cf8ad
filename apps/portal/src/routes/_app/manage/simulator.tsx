import { createFileRoute } from "@tanstack/react-router";
import { SimulatorPage } from "../../../features/terms/manage/simulator/simulator-page.tsx";
import { loadLocation } from "../../../lib/location.ts";
import { trpc } from "../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/manage/simulator")({
  loader: async ({ context: { queryClient } }) => {
    const location = await loadLocation();
    if (location) await queryClient.ensureQueryData(trpc.resources.list.queryOptions({ locationId: location.id }));
  },
  component: SimulatorPage,
});
