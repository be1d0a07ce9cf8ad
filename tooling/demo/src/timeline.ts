import type { EpochMs, Interval } from "@working-social/kernel";

/** Something that somebody did, in what was the present then. */
export interface Happening {
  at: EpochMs;
  /** Whose credits it may move: a person's id, or their team's. */
  credits: string;
  run: () => Promise<void>;
}

/** The job of the ledger runs some minutes into a month, as it does on every server. */
const JOB_AFTER_MS = 5 * 60_000;

/**
 * Lives through the months: each begins with the ledger's job, and ends before the next begins. What moves the same
 * credits happens in its order, since an hour can't be used before it came; others live beside.
 */
export async function live(
  months: readonly Interval[],
  happenings: readonly Happening[],
  runJob: (at: EpochMs) => Promise<unknown>,
  now: EpochMs,
): Promise<void> {
  for (const { start, end } of months) {
    await runJob(Math.min(start + JOB_AFTER_MS, now));
    const inMonth = happenings.filter(({ at }) => at >= start && at < end).sort((a, b) => a.at - b.at);
    await Promise.all([...Map.groupBy(inMonth, ({ credits }) => credits).values()].map(inOrder));
  }
  await runJob(now);
}

async function inOrder(happenings: readonly Happening[]): Promise<void> {
  for (const { run } of happenings) await run();
}
