import { useSyncExternalStore } from "react";

/** Whether a CSS media query matches, and again when that changes. Prefer CSS; use this where the structure differs. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    () => matchMedia(query).matches,
    () => false,
  );
}
