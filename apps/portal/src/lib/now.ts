import { systemClock, type EpochMs } from "@working-social/kernel";
import { useEffect, useState, useSyncExternalStore } from "react";

const tickMs = 30_000;
const listeners = new Set<() => void>();
let current: EpochMs = systemClock.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  current = systemClock.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    timer = setInterval(tick, tickMs);
    // A laptop that slept shows the right time as soon as it is looked at.
    document.addEventListener("visibilitychange", tick);
    current = systemClock.now();
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    document.removeEventListener("visibilitychange", tick);
  };
}

/** The time, again every half minute: one timer for the whole page, so that everything on it agrees. */
export function useNow(): EpochMs {
  return useSyncExternalStore(subscribe, () => current);
}

/** The time, again every second: for a countdown. */
export function useSeconds(): EpochMs {
  const [now, setNow] = useState(systemClock.now);
  useEffect(() => {
    const ticking = setInterval(() => setNow(systemClock.now()), 1000);
    return () => clearInterval(ticking);
  }, []);
  return now;
}
