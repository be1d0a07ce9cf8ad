import { useSuspenseQuery } from "@tanstack/react-query";
import type { LocationView } from "@working-social/booking/schema";
import type { MeView } from "@working-social/directory/schema";
import { useSyncExternalStore } from "react";
import { queryClient } from "./query.ts";
import { trpc } from "./trpc.ts";

const storageKey = "location";
const listeners = new Set<() => void>();
let remembered = readRemembered();

function readRemembered(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/** Shows another location from now on, on this device. */
export function chooseLocation(locationId: string): void {
  remembered = locationId;
  try {
    localStorage.setItem(storageKey, locationId);
  } catch {
    // Storage is refused: the choice lasts as long as this page.
  }
  for (const listener of listeners) listener();
}

/** The location that was chosen here, else the person's own, else the first. */
function pickLocation(locations: LocationView[], me: MeView, wanted: string | null): LocationView | undefined {
  const byId = (id: string | null) => locations.find((location) => location.id === id);
  return byId(wanted) ?? byId(me.person.homeLocationId) ?? locations[0];
}

/** For loaders: the wanted location, else the current one; undefined in a space that has none yet. */
export async function loadLocation(wanted: string | null = null): Promise<LocationView | undefined> {
  const [locations, me] = await Promise.all([
    queryClient.ensureQueryData(trpc.locations.list.queryOptions()),
    queryClient.ensureQueryData(trpc.session.me.queryOptions()),
  ]);
  return pickLocation(locations, me, wanted ?? remembered);
}

/** The current location (undefined in a space that has none yet) and all of them. */
export function useLocations(): { location: LocationView | undefined; locations: LocationView[] } {
  const { data: locations } = useSuspenseQuery(trpc.locations.list.queryOptions());
  const { data: me } = useSuspenseQuery(trpc.session.me.queryOptions());
  const wanted = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => remembered,
  );
  return { location: pickLocation(locations, me, wanted), locations };
}
