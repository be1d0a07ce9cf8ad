import { createFileRoute } from "@tanstack/react-router";
import { idOf } from "../../../features/manage/form/edit-search.ts";
import { HoursPage } from "../../../features/space/manage/hours/hours-page.tsx";
import { loadLocation } from "../../../lib/location.ts";
import { trpc } from "../../../lib/trpc.ts";

interface HoursSearch {
  /** The room whose own hours are shown; without it, the location's. */
  of?: string | undefined;
}

export const Route = createFileRoute("/_app/manage/hours")({
  validateSearch: (search: Record<string, unknown>): HoursSearch => ({ of: idOf(search["of"]) }),
  loader: async ({ context: { queryClient } }) => {
    const location = await loadLocation();
    if (!location) return;
    await Promise.all([
      queryClient.ensureQueryData(trpc.resources.list.queryOptions({ locationId: location.id })),
      queryClient.ensureQueryData(trpc.locations.hours.queryOptions({ locationId: location.id, resourceId: null })),
    ]);
  },
  component: Hours,
});

function Hours() {
  const { of } = Route.useSearch();
  const navigate = Route.useNavigate();
  const onResource = (id: string | null) => void navigate({ search: id ? { of: id } : {}, resetScroll: false });
  return <HoursPage resourceId={of ?? null} onResource={onResource} />;
}
