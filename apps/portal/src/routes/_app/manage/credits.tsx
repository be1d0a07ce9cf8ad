import { createFileRoute } from "@tanstack/react-router";
import type { OwnerId } from "../../../features/credits/manage/credit-owner.ts";
import { loadOwner } from "../../../features/credits/manage/credit-owner.ts";
import { CreditsPage } from "../../../features/credits/manage/credits-page.tsx";
import { readEditSearch, idOf, type EditSearch } from "../../../features/manage/form/edit-search.ts";
import { loadScopes } from "../../../features/manage/scope/load-scopes.ts";
import { trpc } from "../../../lib/trpc.ts";

interface CreditsSearch extends EditSearch {
  person?: string | undefined;
  team?: string | undefined;
}

export const Route = createFileRoute("/_app/manage/credits")({
  validateSearch: (search: Record<string, unknown>): CreditsSearch => ({
    ...readEditSearch(search),
    person: idOf(search["person"]),
    team: idOf(search["team"]),
  }),
  loaderDeps: ({ search: { person, team } }) => ({ person, team }),
  loader: async ({ context: { queryClient }, deps }) => {
    const owner = ownerOf(deps);
    await Promise.all([
      queryClient.ensureQueryData(trpc.teams.list.queryOptions()),
      loadScopes(queryClient),
      owner && loadOwner(queryClient, owner),
    ]);
  },
  component: Credits,
});

function Credits() {
  const navigate = Route.useNavigate();
  const choose = (owner: OwnerId) =>
    void navigate({ search: "personId" in owner ? { person: owner.personId } : { team: owner.teamId } });
  return <CreditsPage owner={ownerOf(Route.useSearch())} onOwner={choose} />;
}

function ownerOf({ person, team }: CreditsSearch): OwnerId | null {
  if (person !== undefined) return { personId: person };
  return team === undefined ? null : { teamId: team };
}
