import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { trpc } from "./trpc.ts";

/** Changes come in bursts (a move frees one slot and takes another): one refetch for each burst. */
const burstMs = 150;

/** Everything that a change of a booking may show on: asked again in the background, without touching the layout. */
export async function refreshBookings(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries(trpc.availability.pathFilter()),
    client.invalidateQueries(trpc.bookings.pathFilter()),
  ]);
}

/**
 * Keeps the page true to what happens at a location: each change there, by anybody, refreshes what is on the screen.
 * After a lost connection everything is asked again, since changes may have been missed.
 */
export function useLiveChanges(locationId: string | undefined): void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wasConnected = useRef(false);

  function refreshSoon() {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void refreshBookings(client), burstMs);
  }
  const { status } = useSubscription(
    trpc.live.changes.subscriptionOptions(
      { locationId: locationId ?? "" },
      { enabled: locationId !== undefined, onData: refreshSoon },
    ),
  );
  useEffect(() => {
    setLive(status !== "connecting" || !wasConnected.current);
    if (status !== "pending") return;
    if (wasConnected.current) void refreshBookings(client);
    wasConnected.current = true;
  }, [status, client]);
  useEffect(() => () => clearTimeout(timer.current), []);
}

let isLive = true;
const listeners = new Set<() => void>();

function setLive(live: boolean): void {
  if (isLive === live) return;
  isLive = live;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}

/** Whether changes reach this page: the network is there and the stream stands. */
export function useIsConnected(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine && isLive);
}
