/** What a number of timed calls came to. Times in milliseconds. */
export interface Timing {
  readonly count: number;
  readonly ratePerSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

/** `elapsedMs` is the wall-clock time in which the calls were made, side by side. */
export function timingOf(latenciesMs: readonly number[], elapsedMs: number): Timing {
  const sorted = latenciesMs.toSorted((a, b) => a - b);
  return {
    count: sorted.length,
    ratePerSecond: (sorted.length * 1000) / elapsedMs,
    p50Ms: percentile(sorted, 50),
    p95Ms: percentile(sorted, 95),
    p99Ms: percentile(sorted, 99),
  };
}

/** The nearest-rank percentile of sorted values; NaN of none. */
export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** Of an even number of values the lower one of the middle: a value that was measured. NaN of none. */
export function median(values: readonly number[]): number {
  return percentile(
    values.toSorted((a, b) => a - b),
    50,
  );
}

/** Each figure's median over several rounds; counts add up. */
export function medianTiming(rounds: readonly Timing[]): Timing {
  const of = (figure: Exclude<keyof Timing, "count">) => median(rounds.map((round) => round[figure]));
  const count = rounds.reduce((sum, round) => sum + round.count, 0);
  return { count, ratePerSecond: of("ratePerSecond"), p50Ms: of("p50Ms"), p95Ms: of("p95Ms"), p99Ms: of("p99Ms") };
}
