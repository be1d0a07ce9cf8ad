import { setTimeout as sleep } from "node:timers/promises";
import type { DeviceAnswer, SubmittedEvent } from "@working-social/copier/schema";
import type { EpochMs } from "@working-social/kernel";
import { formatInstant, systemClock } from "@working-social/kernel";

/** A copier of the demo, which is not there: what `npm start` needs in order to speak as its agent and to set up its kiosk. */
export interface DemoPrinter {
  name: string;
  /** Of its agent. */
  token: string;
  kioskToken: string;
  /** What waits in it. */
  queue: SubmittedEvent[];
}

/** Tells the product's gate what happened, as the agent of the copier. */
export type Tell = (events: readonly object[]) => Promise<DeviceAnswer>;

const BETWEEN_MS = 5_000;

/** Stands in for the copiers until `signal`: they come by each few seconds, and what people release comes out of them. */
export async function runDemoPrinters(
  origin: string,
  printers: readonly DemoPrinter[],
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted && printers.length > 0) {
    // A server that is starting again, or a copier that was revoked: the next time, or never.
    await Promise.allSettled(printers.map((printer) => comeBy(printer, overHttp(origin, printer.token, signal))));
    await sleep(BETWEEN_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** One visit: prints what may print, and empties the queue of what was given up. */
export async function comeBy(
  { queue }: Pick<DemoPrinter, "queue">,
  tell: Tell,
  now: EpochMs = systemClock.now(),
): Promise<void> {
  const { releases, removals } = await tell([]);
  const isIn = (jobs: DeviceAnswer["releases"]) => (job: SubmittedEvent) => jobs.some(({ key }) => key === job.key);
  const printed = queue.filter(isIn(releases)).map((job) => printedOf(job, now));
  const gone = queue.filter(isIn(removals)).map(({ key }) => ({ type: "cancelled", key }));
  if (printed.length + gone.length > 0) await tell([...printed, ...gone]);
}

function printedOf({ estimatedSides, ...job }: SubmittedEvent, now: EpochMs): object {
  return { ...job, type: "printed", key: `${job.key} out`, at: formatInstant(now), sides: estimatedSides };
}

function overHttp(origin: string, token: string, signal: AbortSignal): Tell {
  return async (events) => {
    const response = await fetch(`${origin}/api/print/jobs`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ events }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
    });
    if (!response.ok) throw new Error(`The demo's copier was not let in (${response.status}).`);
    return (await response.json()) as DeviceAnswer;
  };
}
