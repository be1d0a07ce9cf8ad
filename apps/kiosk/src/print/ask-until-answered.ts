import type { Answer } from "./print-api.ts";

/** Soon at first, since most gaps are short; then so that a dozen kiosks don't storm a server that comes back. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000] as const;

export type Answered<Output> = Exclude<Answer<Output>, { kind: "unreachable" }>;

export interface Patience {
  signal: AbortSignal;
  /** Told after every try, so that the screen can say that it tries again. */
  onTry: (isReached: boolean) => void;
  /** Rejects when `signal` is aborted. */
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Asks again until somebody answers. Only for calls that change nothing when they come twice. Rejects when the signal is
 * aborted, and asks no more then.
 */
export async function askUntilAnswered<Output>(
  ask: () => Promise<Answer<Output>>,
  { signal, onTry, pause }: Patience,
): Promise<Answered<Output>> {
  for (let tries = 0; ; tries += 1) {
    const answer = await ask();
    signal.throwIfAborted();
    onTry(answer.kind !== "unreachable");
    if (answer.kind !== "unreachable") return answer;
    await pause(PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)] ?? 8_000, signal);
  }
}

/** Waits in the browser; at once when it says that the network is back. */
export function pauseOrNetwork(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(end, ms);
    function end() {
      clearTimeout(timer);
      window.removeEventListener("online", end);
      signal.removeEventListener("abort", end);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    }
    window.addEventListener("online", end);
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
  });
}
