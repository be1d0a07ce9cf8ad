import type { Contract } from "@working-social/billing/schema";
import type { LocalDate } from "@working-social/kernel";
import { contractNow, planLine } from "./contract-now.ts";

/** What the holder may do with a contract, each with a panel. */
const OFFERS = ["plan", "pause", "resume", "end"] as const;
export type Offer = (typeof OFFERS)[number];
/** What is agreed for later and can be taken back. */
export type TakeBack = "plan" | "pause" | "end";

/**
 * What can be done with a contract today, as the server would have it: going down, pausing and ending stand beside going up. Where
 * nobody has said what it costs there is no plan to change; what has an end changes no more until that is taken back.
 */
export function offersOf(contract: Contract, today: LocalDate): Offer[] {
  const { isOver, paused, pauseAhead } = contractNow(contract, today);
  if (isOver) return [];
  const isEnding = contract.endsOn !== null;
  const may: Record<Offer, boolean> = {
    plan: !isEnding && contract.billFrom !== null && planLine(contract) !== null,
    pause: !isEnding && paused === null && pauseAhead === null,
    resume: paused !== null,
    end: !isEnding,
  };
  return OFFERS.filter((offer) => may[offer]);
}

/** What has not begun, and can be taken back with one press. */
export function takeBacksOf(contract: Contract, today: LocalDate): TakeBack[] {
  const { coming, pauseAhead, isOver } = contractNow(contract, today);
  if (isOver) return [];
  return [
    ...(coming ? (["plan"] as const) : []),
    ...(pauseAhead ? (["pause"] as const) : []),
    ...(contract.endsOn !== null ? (["end"] as const) : []),
  ];
}
