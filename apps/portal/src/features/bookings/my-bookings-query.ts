import { infiniteQueryOptions } from "@tanstack/react-query";
import { trpc, trpcClient } from "../../lib/trpc.ts";

/** My bookings, page after page by the server's cursor. Under the key of bookings.mine, so that changes refresh it. */
export function myBookingsOptions(scope: "upcoming" | "past") {
  return infiniteQueryOptions({
    queryKey: [...trpc.bookings.mine.pathKey(), { scope, type: "pages" }],
    queryFn: ({ pageParam, signal }) => trpcClient.bookings.mine.query({ scope, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
