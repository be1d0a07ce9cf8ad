import { trpc } from "../../lib/trpc.ts";

/** One's own wallet; the time is on the side of freshness: a plan's month may open, a colleague may print. */
export function walletOptions() {
  return trpc.credits.wallet.queryOptions({ personId: null }, { refetchInterval: 60_000 });
}
