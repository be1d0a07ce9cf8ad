import type { QueryClient } from "@tanstack/react-query";
import { onceForAll, type Refresher } from "./once-for-all.ts";
import { isMutationName, STALE, TOLD_LIVE, type MutationName, type Stale } from "./stale.ts";

// Fetched after the first page stands, with the live stream.

const filterOf = (stale: Stale | "audit") => ({ queryKey: [stale.split(".")] });

function askAgain(client: QueryClient, stale: readonly Stale[]): void {
  // In the background, without touching the layout.
  for (const one of [...stale, "audit"] as const) void client.invalidateQueries(filterOf(one));
}

const refreshers = new WeakMap<QueryClient, Refresher>();

/** The one who refreshes what the live stream tells of, for whoever asks: the stream, and each change of one's own. */
export function refresherOf(client: QueryClient): Refresher {
  const known = refreshers.get(client);
  if (known) return known;
  const made = onceForAll({ refresh: () => askAgain(client, TOLD_LIVE), isBusy: () => client.isMutating() > 0 });
  refreshers.set(client, made);
  return made;
}

/** After a change of one's own: everything that it may show on, once, although the live stream may tell of it too. */
export function refreshAfter(client: QueryClient, name: MutationName): void {
  const stale: readonly Stale[] = STALE[name];
  if (stale === TOLD_LIVE) refresherOf(client).changed();
  else if (stale.length > 0) askAgain(client, stale);
}

/** Until what `name` made stale has been answered anew. */
export async function untilFresh(client: QueryClient, name: MutationName): Promise<void> {
  const stale: readonly Stale[] = STALE[name];
  await Promise.all(stale.map((one) => client.invalidateQueries(filterOf(one), { cancelRefetch: false })));
}

/** For every mutation that succeeds; one that is not the router's has its own way. */
export function noticeChange(client: QueryClient, mutationKey: readonly unknown[] | undefined): void {
  const [path] = mutationKey ?? [];
  const name = Array.isArray(path) ? path.join(".") : "";
  if (isMutationName(name)) refreshAfter(client, name);
}
