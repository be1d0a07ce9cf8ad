import { systemClock } from "@working-social/kernel";
import { formatIn } from "../../lib/format.ts";
import { loadLocation } from "../../lib/location.ts";
import { queryClient } from "../../lib/query.ts";
import { trpc } from "../../lib/trpc.ts";
import { walletOptions } from "../credits/wallet-query.ts";

/** Everything on Home, in one round trip. */
export async function loadHome(): Promise<void> {
  const location = await loadLocation();
  if (!location) return;
  const date = formatIn(location.timeZone).date(systemClock.now());
  await Promise.all([
    queryClient.ensureQueryData(trpc.availability.freeNow.queryOptions({ locationId: location.id })),
    queryClient.ensureQueryData(trpc.availability.day.queryOptions({ locationId: location.id, date })),
    queryClient.ensureQueryData(trpc.bookings.mine.queryOptions({ scope: "upcoming", cursor: null })),
    // Home is there without it.
    queryClient.prefetchQuery(walletOptions()),
  ]);
}
