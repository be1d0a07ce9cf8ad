import { createFileRoute } from "@tanstack/react-router";
import { PlanPage } from "../../../features/billing/plan/plan-page.tsx";
import { readPlanSearch } from "../../../features/billing/plan/plan-search.ts";
import { PlanSkeleton } from "../../../features/billing/plan/plan-skeleton.tsx";
import { queryClient } from "../../../lib/query.ts";
import { trpc } from "../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/account/plan")({
  validateSearch: readPlanSearch,
  loader: () => queryClient.ensureQueryData(trpc.contracts.mine.queryOptions()),
  pendingComponent: PlanSkeleton,
  component: Plan,
});

function Plan() {
  const navigate = Route.useNavigate();
  return <PlanPage search={Route.useSearch()} onSearch={(search) => void navigate({ search })} />;
}
