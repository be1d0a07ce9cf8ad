import type { MouseEvent } from "react";
import { useSyncExternalStore } from "react";

/** Where the kiosk's pages begin. */
const BASE = import.meta.env.BASE_URL.replace(/\/$/, "");
const listeners = new Set<() => void>();

/** The kiosk's page, such as "/print"; "" for the first one. Addresses hold nothing about anybody. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname.slice(BASE.length).replace(/\/$/, ""));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

/** What a link to a page of the kiosk needs: it opens without loading anything. */
export function linkTo(path: string) {
  const href = `${BASE}${path}`;
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    window.history.pushState(null, "", href);
    for (const listener of listeners) listener();
  };
  return { href, onClick };
}
