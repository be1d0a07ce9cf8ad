import type { EpochMs } from "@working-social/kernel";
import { scaleRounded } from "@working-social/kernel";
import type { QuoteLine, QuoteView } from "../bookings/schema.ts";
import type { CancellationTerms } from "../cancellation/schema.ts";
import { cancellationFee } from "./cancellation.ts";
import { FURTHEST_DAYS } from "./limits.ts";

/** What was agreed when the booking was made or last changed. */
export interface AgreedBooking {
  readonly totalMinor: number;
  readonly policy: CancellationTerms;
  readonly startsAt: EpochMs;
}

/** Longer before any start than a booking can be made: a tier that always counts. */
const ALWAYS_HOURS = (FURTHEST_DAYS + 1) * 24;

/**
 * The price after a change: that of the new slot, but never less than what cancelling the earlier one would cost now,
 * so that a change is no way around the fee. The policy agreed first stays, whatever the space has made of it since;
 * what was owed at the change stays owed, so that moving a booking far away and cancelling it there isn't one either.
 * What is kept is an amount as agreed, tax and all: it is added to the subtotal and not taxed again.
 */
export function changedQuote(next: QuoteView, agreed: AgreedBooking, now: EpochMs): QuoteView {
  const { feeMinor, feePercent } = cancellationFee(agreed.policy, agreed.totalMinor, agreed.startsAt, now);
  const keptMinor = Math.max(0, feeMinor - next.totalMinor);
  const totalMinor = next.totalMinor + keptMinor;
  const policy = owing(agreed.policy, feeMinor, totalMinor);
  if (keptMinor === 0) return { ...next, policy };
  const kept: QuoteLine = { kind: "kept", feePercent, earlierTotalMinor: agreed.totalMinor, amountMinor: keptMinor };
  const taxes = next.lines.filter((line) => line.kind === "tax");
  const others = next.lines.filter((line) => line.kind !== "tax");
  return {
    ...next,
    policy,
    lines: [...others, kept, ...taxes],
    subtotalMinor: next.subtotalMinor + keptMinor,
    totalMinor,
  };
}

/**
 * The terms with a fee that is owed from now on, as the smallest whole percentage of the new total that is not below it:
 * rounded down, many small changes would wear the fee away. The tiers agreed first stay beside it: the highest that applies
 * counts, and a later change may owe less.
 */
function owing(terms: CancellationTerms, feeMinor: number, totalMinor: number): CancellationTerms {
  if (feeMinor === 0) return terms;
  let owedPercent = Math.floor((feeMinor * 100) / totalMinor);
  while (scaleRounded(totalMinor, owedPercent, 100) < feeMinor) owedPercent += 1;
  const agreed = terms.tiers.filter((tier) => tier.hoursBefore < ALWAYS_HOURS);
  return { ...terms, tiers: [{ hoursBefore: ALWAYS_HOURS, feePercent: owedPercent }, ...agreed] };
}
