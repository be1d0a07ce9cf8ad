import { useSyncExternalStore } from "react";

/** Languages that every catalog is complete in. */
export type Language = "en";

/** The language of all texts. With a second one, it comes from the person's choice, else the browser's list. */
export const language: Language = "en";

/** BCP 47 tag for dates and numbers. Day before month, as the texts of this language are written. */
export const locale = "en-GB";

export type ClockStyle = "24h" | "12h";

const storageKey = "clock";
const listeners = new Set<() => void>();

/** How this person reads times: 14:00 unless chosen otherwise on this device. */
export function clockStyle(): ClockStyle {
  try {
    return localStorage.getItem(storageKey) === "12h" ? "12h" : "24h";
  } catch {
    return "24h";
  }
}

export function setClockStyle(style: ClockStyle): void {
  try {
    localStorage.setItem(storageKey, style);
  } catch {
    return; // Storage is refused: nothing to remember it in.
  }
  for (const listener of listeners) listener();
}

export function useClockStyle(): ClockStyle {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clockStyle,
    () => "24h" as const,
  );
}
