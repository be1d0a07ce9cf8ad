import { createFileRoute } from "@tanstack/react-router";
import { FloorsPage } from "../../../features/space/manage/floors/floors-page.tsx";
import { idOf } from "../../../features/manage/form/edit-search.ts";
import { loadLocation } from "../../../lib/location.ts";
import { trpc } from "../../../lib/trpc.ts";

interface FloorsSearch {
  /** The floor under the pen; the first one without it. */
  floor?: string | undefined;
}

export const Route = createFileRoute("/_app/manage/floors")({
  validateSearch: (search: Record<string, unknown>): FloorsSearch => ({ floor: idOf(search["floor"]) }),
  loader: async ({ context: { queryClient } }) => {
    const location = await loadLocation();
    if (!location) return;
    await Promise.all([
      queryClient.ensureQueryData(trpc.floors.list.queryOptions({ locationId: location.id })),
      queryClient.ensureQueryData(trpc.resources.list.queryOptions({ locationId: location.id })),
    ]);
  },
  component: Floors,
});

function Floors() {
  const { floor } = Route.useSearch();
  const navigate = Route.useNavigate();
  const onFloor = (id: string | null) => void navigate({ search: id ? { floor: id } : {}, resetScroll: false });
  return <FloorsPage floorId={floor ?? null} onFloor={onFloor} />;
}
