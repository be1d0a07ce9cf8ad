import type { EpochMs } from "@working-social/kernel";
import { systemClock } from "@working-social/kernel";

/** Far longer than a page takes from its first answer to its stream; a stream that comes back later fetches anew. */
const KEPT_MS = 10 * 60_000;
/** Nodes' clocks may differ: whoever loaded from one and listens to another loses nothing by it. */
const MARGIN_MS = 3_000;

export interface Heard {
  /** From now on nothing is missed. */
  listening(): void;
  changed(key: string): void;
  /** Whether something may have changed since an instant of a server's clock. */
  isMissed(key: string, since: EpochMs): boolean;
}

/** Which of the latest changes this process has heard of, and since when: for readers who have just loaded. */
export function rememberChanges(now: () => EpochMs = systemClock.now): Heard {
  const last = new Map<string, EpochMs>();
  let since: EpochMs = Infinity;
  return {
    listening() {
      since = now();
    },
    changed(key) {
      // In the order of the last change: the oldest are first, and leave first.
      last.delete(key);
      last.set(key, now());
      for (const [old, at] of last) {
        if (at > now() - KEPT_MS) break;
        last.delete(old);
      }
    },
    isMissed(key, instant) {
      const from = instant - MARGIN_MS;
      const heardSince = Math.max(since, now() - KEPT_MS);
      return from < heardSince || (last.get(key) ?? -Infinity) >= from;
    },
  };
}
