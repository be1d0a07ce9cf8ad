import { createFileRoute } from "@tanstack/react-router";
import { walletOptions } from "../../features/credits/wallet-query.ts";
import { PrintPage } from "../../features/print/print-page.tsx";
import { printedOptions, waitingOptions } from "../../features/print/print-queries.ts";
import { PrintSkeleton } from "../../features/print/print-skeleton.tsx";
import { queryClient } from "../../lib/query.ts";

export const Route = createFileRoute("/_app/print")({
  validateSearch: ({ job }: Record<string, unknown>): { job?: string | undefined } => ({
    job: typeof job === "string" && /^[0-9a-f-]{36}$/i.test(job) ? job : undefined,
  }),
  loader: () =>
    Promise.all([
      queryClient.ensureQueryData(waitingOptions()),
      queryClient.ensureQueryData(walletOptions()),
      queryClient.ensureInfiniteQueryData(printedOptions()),
    ]),
  pendingComponent: PrintSkeleton,
  component: Print,
});

function Print() {
  return <PrintPage wantedId={Route.useSearch().job} />;
}
