import type { EpochMs } from "@working-social/kernel";

/** An agent that works reports each minute, whether something was printed or not. */
const OFFLINE_AFTER_MS = 5 * 60_000;

/** Whether what is released now would be printed now. */
export function isOnline({ lastSeenAt }: { lastSeenAt: EpochMs | null }, now: EpochMs): boolean {
  return lastSeenAt !== null && now - lastSeenAt < OFFLINE_AFTER_MS;
}
