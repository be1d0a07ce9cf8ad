import { createFileRoute } from "@tanstack/react-router";
import { readEditSearch } from "../../../features/manage/form/edit-search.ts";
import { PacksPage } from "../../../features/credits/manage/packs/packs-page.tsx";
import { loadScopes } from "../../../features/manage/scope/load-scopes.ts";
import { trpc } from "../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/manage/packs")({
  validateSearch: readEditSearch,
  loader: ({ context: { queryClient } }) =>
    Promise.all([queryClient.ensureQueryData(trpc.credits.packs.queryOptions()), loadScopes(queryClient)]),
  component: PacksPage,
});
