import type { BalanceExplanation } from "@working-social/credits/schema";
import type { EpochMs, Interval } from "@working-social/kernel";

/** The balance from this moment on. */
interface BalanceStep {
  at: EpochMs;
  balance: number;
}

export interface RunningBalance {
  /** In order; the first is the opening at the beginning of the span. */
  steps: BalanceStep[];
  /** Where the line ends: now, or the end of the span when that is past. */
  until: EpochMs;
  lowest: BalanceStep;
  highest: number;
}

/** The balance through a span, as steps: what happens in one moment is one step. */
export function runningBalance(
  { opening, movements }: Pick<BalanceExplanation, "opening" | "movements">,
  span: Interval,
  now: EpochMs,
): RunningBalance {
  const until = Math.max(Math.min(span.end, now), span.start);
  const steps: BalanceStep[] = [{ at: span.start, balance: opening }];
  for (const { at, balanceAfter } of movements) {
    const last = steps.at(-1);
    const step = { at: Math.min(Math.max(Date.parse(at), span.start), span.end), balance: balanceAfter };
    if (last && last.at === step.at) steps.pop();
    steps.push(step);
  }
  const lowest = steps.reduce((low, step) => (step.balance < low.balance ? step : low));
  return {
    steps,
    until: Math.max(until, steps.at(-1)?.at ?? until),
    lowest,
    highest: Math.max(...steps.map((step) => step.balance)),
  };
}

/** The steps as an SVG path in a box of 1 by 1: time to the right, the balance upwards from `floor` to `top`. */
export function stepPath(
  { steps, until }: RunningBalance,
  span: Interval,
  [floor, top]: readonly [number, number],
): string {
  const x = (at: EpochMs) => round((at - span.start) / (span.end - span.start));
  const y = (balance: number) => round(top === floor ? 1 : (top - balance) / (top - floor));
  const [first, ...rest] = steps;
  if (!first) return "";
  const turns = rest.map(({ at, balance }) => `H${x(at)}V${y(balance)}`);
  return `M${x(first.at)} ${y(first.balance)}${turns.join("")}H${x(until)}`;
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
