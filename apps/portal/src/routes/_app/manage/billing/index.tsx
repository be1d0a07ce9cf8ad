import { createFileRoute } from "@tanstack/react-router";
import { systemClock, toLocal } from "@working-social/kernel";
import { RunPage, useIssueDate } from "../../../../features/billing/manage/run/run-page.tsx";
import { readDay } from "../../../../features/billing/manage/read-day.ts";
import { readEditSearch, type EditSearch } from "../../../../features/manage/form/edit-search.ts";
import { loadLocation } from "../../../../lib/location.ts";
import { trpc } from "../../../../lib/trpc.ts";

interface RunSearch extends EditSearch {
  /** Of the invoices. */
  date?: string | undefined;
}

export const Route = createFileRoute("/_app/manage/billing/")({
  validateSearch: (search: Record<string, unknown>): RunSearch => ({
    ...readEditSearch(search),
    date: readDay(search["date"]),
  }),
  loaderDeps: ({ search: { date } }) => ({ date }),
  loader: async ({ context: { queryClient }, deps: { date } }) => {
    const location = await loadLocation();
    const issueDate = date ?? toLocal(systemClock.now(), location?.timeZone ?? "UTC").date;
    await Promise.all([
      queryClient.ensureQueryData(trpc.billing.preview.queryOptions({ issueDate })),
      queryClient.ensureQueryData(trpc.billing.runs.queryOptions()),
      queryClient.ensureQueryData(trpc.contracts.list.queryOptions({ cursor: null, search: "" })),
    ]);
    return { issueDate };
  },
  component: Run,
});

function Run() {
  const { issueDate } = Route.useLoaderData();
  return <RunPage issueDate={issueDate} onIssueDate={useIssueDate()} />;
}
