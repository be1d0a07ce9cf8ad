import type { QueryClient } from "@tanstack/react-query";
import { onceForAll, type Refresher } from "./once-for-all.ts";
import { trpc } from "./trpc.ts";

/** Everything that a change of a booking, of credits or of a document may show on: asked again in the background, without touching the layout. */
export function askAgain(client: QueryClient): void {
  void client.invalidateQueries(trpc.availability.pathFilter());
  void client.invalidateQueries(trpc.bookings.pathFilter());
  // A booking takes credits, or gives them back.
  void client.invalidateQueries(trpc.credits.pathFilter());
  void client.invalidateQueries(trpc.printing.pathFilter());
}

const refreshers = new WeakMap<QueryClient, Refresher>();

/** The one who refreshes, for whoever asks: the live stream, and each change of one's own. */
export function refresherOf(client: QueryClient): Refresher {
  const known = refreshers.get(client);
  if (known) return known;
  const made = onceForAll({ refresh: () => askAgain(client), isBusy: () => client.isMutating() > 0 });
  refreshers.set(client, made);
  return made;
}

/** After a change of one's own: everything that it may show on, once, although the live stream tells of it too. */
export function refreshBookings(client: QueryClient): void {
  refresherOf(client).changed();
}
