import { useSyncExternalStore } from "react";

// What the browser itself remembers of the session: nothing secret, the cookie is out of reach for scripts.

const organizationKey = "organization";
let isExpired = false;
const listeners = new Set<() => void>();

/** The organization to act in, for people who belong to several; null leaves it to the server. */
export function chosenOrganization(): string | null {
  try {
    return localStorage.getItem(organizationKey);
  } catch {
    return null;
  }
}

export function chooseOrganization(organizationId: string | null): void {
  try {
    if (organizationId === null) localStorage.removeItem(organizationKey);
    else localStorage.setItem(organizationKey, organizationId);
  } catch {
    return; // Storage is refused: the server's choice stays.
  }
}

/** Says that the session ended while the portal was in use: a sign-in opens on top, and the page stays as it is. */
export function setSessionExpired(expired: boolean): void {
  if (isExpired === expired) return;
  isExpired = expired;
  for (const listener of listeners) listener();
}

export function useIsSessionExpired(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isExpired,
  );
}
