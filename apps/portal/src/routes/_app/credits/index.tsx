import { createFileRoute } from "@tanstack/react-router";
import { CreditsPage } from "../../../features/credits/credits-page.tsx";
import { CreditsSkeleton } from "../../../features/credits/credits-skeleton.tsx";
import { walletOptions } from "../../../features/credits/wallet-query.ts";
import { queryClient } from "../../../lib/query.ts";

export const Route = createFileRoute("/_app/credits/")({
  loader: () => queryClient.ensureQueryData(walletOptions()),
  pendingComponent: CreditsSkeleton,
  component: CreditsPage,
});
