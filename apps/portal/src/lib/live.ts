import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";

/**
 * Keeps the page true to what happens at a location: each change there, by anybody, refreshes what is on the screen; see
 * live-stream.ts, whose code comes after the page stands.
 */
export function useLiveChanges(locationId: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (locationId === undefined) return;
    const over = new AbortController();
    void import("./live-stream.ts").then(({ follow }) => follow(client, locationId, setLive, over.signal));
    return () => over.abort();
  }, [locationId, client]);
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
