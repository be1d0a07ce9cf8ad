/**
 * Whether so much time has passed. A clock that was set back says nothing about how long it is: then it is time, since a
 * print server that waits for yesterday's hour to come again releases nothing meanwhile.
 */
export function hasPassed(sinceMs: number, durationMs: number, now: number): boolean {
  return now < sinceMs || now - sinceMs >= durationMs;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 300_000;

/** Pauses between failures: longer after each, and never all agents at once. */
export class Pauses {
  #lengthMs = 0;
  #pause: { since: number; lengthMs: number } | null = null;

  isOver(now: number): boolean {
    return this.#pause === null || hasPassed(this.#pause.since, this.#pause.lengthMs, now);
  }

  /** At least as long as the server asked for. Returns its length. */
  begin(now: number, atLeastMs: number | null): number {
    this.#lengthMs = Math.min(LONGEST_PAUSE_MS, Math.max(FIRST_PAUSE_MS, this.#lengthMs * 2));
    const lengthMs = Math.max(atLeastMs ?? 0, this.#lengthMs * (0.5 + Math.random() / 2));
    this.#pause = { since: now, lengthMs };
    return lengthMs;
  }

  end(): void {
    this.#lengthMs = 0;
    this.#pause = null;
  }
}
