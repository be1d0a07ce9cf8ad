import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isPassing, refusalOf } from "./refusal.ts";
import { setSessionExpired } from "./session.ts";
import { trpc } from "./trpc.ts";

/** Signed out in the middle of the work: what is on the screen stays, and the person signs in on top of it. */
function noticeExpiry(error: unknown): void {
  const wasSignedIn = queryClient.getQueryData(trpc.session.me.queryKey()) !== undefined;
  if (refusalOf(error).code === "unauthenticated" && wasSignedIn) setSessionExpired(true);
}

/** These say nothing about what is on the screen. */
const aboutTheRequest = ["bad_input", "unauthenticated", "too_many_requests", "internal", "unavailable", "offline"];

/** What somebody pressed was no longer so: then what else is shown may not be either, and is asked again. */
function noticeRefusal(error: unknown): void {
  noticeExpiry(error);
  if (!aboutTheRequest.includes(refusalOf(error).code)) void queryClient.invalidateQueries();
}

/** What changed makes other answers stale; see stale.ts, whose code comes after the page stands. */
function noticeSuccess(mutationKey: readonly unknown[] | undefined): void {
  import("./refresh.ts")
    .then(({ noticeChange }) => noticeChange(queryClient, mutationKey))
    // A newer version took its place: what is stale is not known then.
    .catch(() => queryClient.invalidateQueries());
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeExpiry }),
  mutationCache: new MutationCache({
    onError: noticeRefusal,
    onSuccess: (_answer, _input, _context, { options }) => noticeSuccess(options.mutationKey),
  }),
  defaultOptions: {
    queries: {
      // Live changes invalidate what they concern; this only spares the same question within one page change.
      staleTime: 15_000,
      retry: (failures, error) => isPassing(refusalOf(error)) && failures < 2 && navigator.onLine,
    },
    mutations: { retry: false, networkMode: "always" },
  },
});
