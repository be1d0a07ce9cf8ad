import type { KioskStatus } from "@working-social/copier/schema";
import { useEffect, useEffectEvent, useState } from "react";
import { askUntilAnswered, pauseOrNetwork } from "./ask-until-answered.ts";
import type { PrintApi } from "./print-api.ts";

/** Nobody notices a revoked token or a dead network later than this, and a copier that is off is said before a PIN is typed. */
const BEAT_MS = 30_000;

/** What the kiosk is, asked again and again: also the sign that it is there itself. null until the first answer. */
export function useStatus(
  api: PrintApi,
  wishes: { isReached: boolean; onReached: (isReached: boolean) => void; onRevoked: () => void },
): KioskStatus | null {
  const { isReached, onReached, onRevoked } = wishes;
  const [status, setStatus] = useState<KioskStatus | null>(null);
  const ask = useEffectEvent(async (signal: AbortSignal) => {
    const once = () => api.ask("status", {}, { secret: null, signal });
    const answer = await askUntilAnswered(once, { signal, onTry: onReached, pause: pauseOrNetwork });
    if (answer.kind === "revoked") onRevoked();
    else if (answer.kind === "done") setStatus(answer.output);
  });
  useEffect(() => {
    const over = new AbortController();
    const beat = async () => {
      while (!over.signal.aborted) {
        await ask(over.signal);
        await pauseOrNetwork(BEAT_MS, over.signal);
      }
    };
    beat().catch((error: unknown) => {
      if (!over.signal.aborted) throw error;
    });
    return () => over.abort();
    // Whoever finds nobody there, the next beat is now, and goes on until somebody answers.
  }, [isReached]);
  return status;
}
