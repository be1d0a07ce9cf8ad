import { infiniteQueryOptions } from "@tanstack/react-query";
import { trpc, trpcClient } from "../../lib/trpc.ts";

/** Nobody announces what arrives at the copier, so the page looks: soon enough for somebody who walks up to it. */
const lookMs = 5_000;

export function waitingOptions() {
  return trpc.printing.waiting.queryOptions(undefined, { refetchInterval: lookMs });
}

/** What I printed, page after page by the server's cursor. Under the key of printing.mine, so that changes refresh it. */
export function printedOptions() {
  return infiniteQueryOptions({
    queryKey: [...trpc.printing.mine.pathKey(), { type: "pages" }],
    queryFn: ({ pageParam, signal }) =>
      trpcClient.printing.mine.query({ personId: null, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
