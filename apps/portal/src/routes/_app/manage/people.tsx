import { createFileRoute } from "@tanstack/react-router";
import { useCallback } from "react";
import { readEditSearch, textOf, type EditSearch } from "../../../features/manage/form/edit-search.ts";
import { PeoplePage } from "../../../features/directory/manage/people/people-page.tsx";
import { peoplePages } from "../../../features/directory/manage/people/people-pages.ts";
import { trpc } from "../../../lib/trpc.ts";

interface PeopleSearch extends EditSearch {
  q?: string | undefined;
}

export const Route = createFileRoute("/_app/manage/people")({
  validateSearch: (search: Record<string, unknown>): PeopleSearch => ({
    ...readEditSearch(search),
    q: textOf(search["q"])?.slice(0, 120),
  }),
  loaderDeps: ({ search: { q } }) => ({ q }),
  loader: ({ context: { queryClient }, deps: { q } }) =>
    Promise.all([
      queryClient.ensureInfiniteQueryData(peoplePages(q ?? "")),
      queryClient.ensureQueryData(trpc.teams.list.queryOptions()),
      queryClient.ensureQueryData(trpc.plans.list.queryOptions()),
    ]),
  component: People,
});

function People() {
  const { q } = Route.useSearch();
  const navigate = Route.useNavigate();
  const onSearch = useCallback(
    (text: string) =>
      void navigate({
        search: ({ q: _q, ...rest }) => (text ? { ...rest, q: text } : rest),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return <PeoplePage search={q ?? ""} onSearch={onSearch} />;
}
