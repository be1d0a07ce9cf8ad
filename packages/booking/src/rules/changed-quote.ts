import type { EpochMs } from "@working-social/kernel";
import type { QuoteLine, QuoteView } from "../bookings/schema.ts";
import type { CancellationTerms } from "../cancellation/schema.ts";
import { cancellationFee } from "./cancellation.ts";

/** What was agreed when the booking was made or last changed. */
export interface AgreedBooking {
  readonly totalMinor: number;
  readonly policy: CancellationTerms;
  readonly startsAt: EpochMs;
}

/**
 * The price after a change: that of the new slot, but never less than what cancelling the earlier one would cost now,
 * so that a change is no way around the fee. The policy agreed first stays, whatever the space has made of it since.
 * What is kept is an amount as agreed, tax and all: it is added to the subtotal and not taxed again.
 */
export function changedQuote(next: QuoteView, agreed: AgreedBooking, now: EpochMs): QuoteView {
  const { feeMinor, feePercent } = cancellationFee(agreed.policy, agreed.totalMinor, agreed.startsAt, now);
  const keptMinor = feeMinor - next.totalMinor;
  if (keptMinor <= 0) return { ...next, policy: agreed.policy };
  const kept: QuoteLine = { kind: "kept", feePercent, earlierTotalMinor: agreed.totalMinor, amountMinor: keptMinor };
  return {
    ...next,
    policy: agreed.policy,
    lines: [
      ...next.lines.filter((line) => line.kind !== "tax"),
      kept,
      ...next.lines.filter((line) => line.kind === "tax"),
    ],
    subtotalMinor: next.subtotalMinor + keptMinor,
    totalMinor: next.totalMinor + keptMinor,
  };
}
