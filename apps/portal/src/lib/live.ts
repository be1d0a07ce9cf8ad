import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { trpc } from "./trpc.ts";

/** Changes come in bursts (a move frees one slot and takes another): one refetch for each burst. */
const burstMs = 150;

/** Everything that a change of a booking may show on: asked again in the background, without touching the layout. */
export async function refreshBookings(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries(trpc.availability.pathFilter()),
    client.invalidateQueries(trpc.bookings.pathFilter()),
    // A booking takes credits, or gives them back.
    client.invalidateQueries(trpc.credits.pathFilter()),
  ]);
}

/**
 * Keeps the page true to what happens at a location: each change there, by anybody, refreshes what is on the screen.
 * After a lost connection everything is asked again, since changes may have been missed.
 */
export function useLiveChanges(locationId: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (locationId === undefined) return;
    return follow(locationId, () => void refreshBookings(client));
  }, [locationId, client]);
}

/** Listens until the returned function is called. The code of the stream comes after the page stands. */
function follow(locationId: string, refresh: () => void): () => void {
  let stopStream: (() => void) | undefined;
  let isOver = false;
  let wasConnected = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onConnected = (isConnected: boolean) => {
    if (isOver) return;
    if (isConnected && wasConnected && !isLive) refresh();
    wasConnected ||= isConnected;
    setLive(isConnected || !wasConnected);
  };
  const onChange = () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, burstMs);
  };
  void import("./live-stream.ts").then(({ listen }) => {
    if (!isOver) stopStream = listen(locationId, { onChange, onConnected });
  });
  return () => {
    isOver = true;
    clearTimeout(timer);
    stopStream?.();
  };
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
