import { createFileRoute } from "@tanstack/react-router";
import { readEditSearch } from "../../../features/manage/form/edit-search.ts";
import { RulesPage } from "../../../features/terms/manage/rules/rules-page.tsx";
import { loadScopes } from "../../../features/manage/scope/load-scopes.ts";
import { trpc } from "../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/manage/rules")({
  validateSearch: readEditSearch,
  loader: ({ context: { queryClient } }) =>
    Promise.all([queryClient.ensureQueryData(trpc.bookingRules.list.queryOptions()), loadScopes(queryClient)]),
  component: RulesPage,
});
