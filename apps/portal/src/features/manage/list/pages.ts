import { infiniteQueryOptions, type QueryKey } from "@tanstack/react-query";

/**
 * A list that the server gives page by page. `key` starts with the path of its procedure, so that what refreshes the
 * procedure refreshes all its pages. (tRPC's own option would send `direction` as well, which strict inputs refuse.)
 */
export function pagesOf<Page extends { nextCursor: string | null }>(
  key: QueryKey,
  ask: (cursor: string | null) => Promise<Page>,
) {
  const first: string | null = null;
  return infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam }: { pageParam: string | null }) => ask(pageParam),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor,
  });
}
