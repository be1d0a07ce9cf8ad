import type { QueryClient } from "@tanstack/react-query";
import type { RegisteredRouter } from "@tanstack/react-router";
import { keep, restore } from "./kept.ts";

// Fetched after the first page stands.

let isPrepared = false;

/** Gets ready for a time without a connection: My bookings can be opened then, and the portal itself started. */
export async function prepare(client: QueryClient, router: RegisteredRouter): Promise<void> {
  if (isPrepared) return;
  isPrepared = true;
  keep(client);
  addEventListener("offline", () => restore(client));
  try {
    await router.loadRouteChunk(router.routesById["/_app/bookings/"]);
    // Only over https, or on the machine itself; elsewhere the page that is open still shows what was there.
    if (import.meta.env.PROD && "serviceWorker" in navigator) await putAside();
  } catch {
    return; // No connection already, or no room: what was put aside before is still there.
  }
}

/** The page and the files that it has loaded by now, and none of an earlier version. */
async function putAside(): Promise<void> {
  const cache = await caches.open("portal");
  const { origin } = location;
  const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const files = loaded.filter((url) => url.origin === origin && /^\/(assets\/|theme\.js)/.test(url.pathname));
  const wanted = new Set([`${origin}/`, ...files.map(({ href }) => href)]);
  await cache.addAll([...wanted]);
  const old = (await cache.keys()).filter(({ url }) => !wanted.has(url));
  await Promise.all(old.map((request) => cache.delete(request)));
  await navigator.serviceWorker.register("/offline.js");
}
