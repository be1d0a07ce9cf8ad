import { createFileRoute } from "@tanstack/react-router";
import { readEditSearch, type EditSearch } from "../../../features/manage/form/edit-search.ts";
import { ResourcesPage } from "../../../features/space/manage/resources/resources-page.tsx";
import { loadLocation } from "../../../lib/location.ts";
import { flag } from "../../../lib/search-text.ts";
import { trpc } from "../../../lib/trpc.ts";

interface ResourcesSearch extends EditSearch {
  archived?: true | undefined;
}

export const Route = createFileRoute("/_app/manage/resources")({
  validateSearch: (search: Record<string, unknown>): ResourcesSearch => ({
    ...readEditSearch(search),
    archived: flag(search["archived"]),
  }),
  loader: async ({ context: { queryClient } }) => {
    const location = await loadLocation();
    if (!location) return;
    await queryClient.ensureQueryData(
      trpc.resources.list.queryOptions({ locationId: location.id, includeArchived: true }),
    );
  },
  component: Resources,
});

function Resources() {
  const { archived } = Route.useSearch();
  const navigate = Route.useNavigate();
  const onWithArchived = (withArchived: boolean) =>
    void navigate({
      search: ({ archived: _archived, ...rest }) => (withArchived ? { ...rest, archived: true } : rest),
      replace: true,
      resetScroll: false,
    });
  return <ResourcesPage withArchived={archived ?? false} onWithArchived={onWithArchived} />;
}
