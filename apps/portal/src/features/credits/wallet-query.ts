import { trpc } from "../../lib/trpc.ts";

/** One's own wallet. The live stream tells what moves in it; what only the time brings, such as a plan's month, is looked for. */
export function walletOptions() {
  return trpc.credits.wallet.queryOptions({ personId: null }, { refetchInterval: 60_000 });
}
