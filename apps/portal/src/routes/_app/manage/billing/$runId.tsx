import { createFileRoute } from "@tanstack/react-router";
import { RunResultPage } from "../../../../features/billing/manage/run/run-result-page.tsx";
import { trpc } from "../../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/manage/billing/$runId")({
  loader: ({ context: { queryClient }, params: { runId } }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.billing.run.queryOptions({ id: runId })),
      queryClient.ensureQueryData(trpc.billing.results.queryOptions({ id: runId })),
    ]),
  component: RunResult,
});

function RunResult() {
  const { runId } = Route.useParams();
  return <RunResultPage key={runId} runId={runId} />;
}
