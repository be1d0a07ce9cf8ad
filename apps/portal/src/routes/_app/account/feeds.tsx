import { createFileRoute } from "@tanstack/react-router";
import { FeedsPage } from "../../../features/feeds/feeds-page.tsx";
import { queryClient } from "../../../lib/query.ts";
import { trpc } from "../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/account/feeds")({
  loader: () => queryClient.ensureQueryData(trpc.feeds.list.queryOptions()),
  component: FeedsPage,
});
