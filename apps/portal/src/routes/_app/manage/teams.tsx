import { createFileRoute } from "@tanstack/react-router";
import { readEditSearch } from "../../../features/manage/form/edit-search.ts";
import { TeamsPage } from "../../../features/directory/manage/teams/teams-page.tsx";
import { trpc } from "../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/manage/teams")({
  validateSearch: readEditSearch,
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.teams.list.queryOptions()),
      queryClient.ensureQueryData(trpc.plans.list.queryOptions()),
    ]),
  component: TeamsPage,
});
