import { infiniteQueryOptions } from "@tanstack/react-query";
import { trpc, trpcClient } from "../../../lib/trpc.ts";

/** One's own documents, and the team's for whoever buys for it, page after page. Under the key of invoices.mine, so that changes refresh it. */
export function myInvoicesOptions() {
  return infiniteQueryOptions({
    queryKey: [...trpc.invoices.mine.pathKey(), { type: "pages" }],
    queryFn: ({ pageParam, signal }) => trpcClient.invoices.mine.query({ cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
