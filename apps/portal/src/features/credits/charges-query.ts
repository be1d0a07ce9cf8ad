import { infiniteQueryOptions } from "@tanstack/react-query";
import { trpc, trpcClient } from "../../lib/trpc.ts";

/** One's own open charges, page after page. Under the key of credits.charges, so that changes refresh it. */
export function openChargesOptions() {
  return infiniteQueryOptions({
    queryKey: [...trpc.credits.charges.pathKey(), { status: "open", type: "pages" }],
    queryFn: ({ pageParam, signal }) =>
      trpcClient.credits.charges.query({ personId: null, status: "open", cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
