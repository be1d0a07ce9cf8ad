import { createFileRoute } from "@tanstack/react-router";
import { ContractsPage } from "../../../../features/billing/manage/contracts/contracts-page.tsx";
import { contractPages } from "../../../../features/billing/manage/contracts/contracts-pages.ts";
import { readEditSearch, textOf, type EditSearch } from "../../../../features/manage/form/edit-search.ts";
import { trpc } from "../../../../lib/trpc.ts";

interface ContractsSearch extends EditSearch {
  /** A part of the holder's name. */
  who?: string | undefined;
}

export const Route = createFileRoute("/_app/manage/contracts/")({
  validateSearch: (search: Record<string, unknown>): ContractsSearch => ({
    ...readEditSearch(search),
    who: textOf(search["who"]),
  }),
  loaderDeps: ({ search: { who } }) => ({ who }),
  loader: ({ context: { queryClient }, deps: { who } }) =>
    Promise.all([
      queryClient.ensureInfiniteQueryData(contractPages(who ?? "")),
      queryClient.ensureQueryData(trpc.plans.versions.queryOptions({ planId: null })),
    ]),
  component: Contracts,
});

function Contracts() {
  const { who = "" } = Route.useSearch();
  const navigate = Route.useNavigate();
  const search = (text: string) =>
    void navigate({ search: text === "" ? {} : { who: text }, replace: true, resetScroll: false });
  return <ContractsPage search={who} onSearch={search} />;
}
