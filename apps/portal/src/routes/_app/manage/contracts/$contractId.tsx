import { createFileRoute } from "@tanstack/react-router";
import { ContractPage } from "../../../../features/billing/manage/contracts/contract-page.tsx";
import { readEditSearch } from "../../../../features/manage/form/edit-search.ts";
import { trpc } from "../../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/manage/contracts/$contractId")({
  validateSearch: readEditSearch,
  loader: ({ context: { queryClient }, params: { contractId } }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.contracts.get.queryOptions({ id: contractId })),
      queryClient.ensureQueryData(trpc.plans.versions.queryOptions({ planId: null })),
    ]),
  component: Contract,
});

function Contract() {
  const { contractId } = Route.useParams();
  return <ContractPage key={contractId} contractId={contractId} />;
}
