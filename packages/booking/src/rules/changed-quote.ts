import type { EpochMs } from "@working-social/kernel";
import { scaleRounded } from "@working-social/kernel";
import type { QuoteLine, QuoteView } from "./quote-view.ts";
import type { CancellationTerms, UnitQuantity } from "../cancellation/schema.ts";
import type { CreditsPaid } from "./cancellation.ts";
import { ALWAYS_HOURS, cancellationFee, keptCredits, owedTerms } from "./cancellation.ts";
import { creditsOfLines } from "./credit-line.ts";

/** What the booking costs as it is, and the terms that were agreed when it was made or last changed. */
export interface AgreedBooking {
  readonly totalMinor: number;
  /** What of its cost credits have paid, or will when their period opens; absent: none. */
  readonly credits?: readonly CreditsPaid[];
  readonly policy: CancellationTerms;
  /** It waits for approval: cancelling it costs only what an earlier change has left owed. */
  readonly isPending?: boolean;
  readonly startsAt: EpochMs;
}

/**
 * The price after a change: that of the new slot, but never less than what cancelling the earlier one would cost now,
 * in money and in credits, so that a change is no way around the fee. The policy agreed first stays, whatever the space
 * has made of it since; what was owed at the change stays owed, so that moving a booking far away and cancelling it there
 * isn't one either. What is kept is an amount as agreed, tax and all: it is added to the subtotal and not taxed again.
 */
export function changedQuote(next: QuoteView, agreed: AgreedBooking, now: EpochMs): QuoteView {
  const terms = agreed.isPending ? owedTerms(agreed.policy) : agreed.policy;
  const { feeMinor, feePercent } = cancellationFee(terms, agreed.totalMinor, agreed.startsAt, now);
  const owed = keptCredits(terms, agreed.credits ?? [], agreed.startsAt, now).filter(({ kept }) => kept > 0);
  const keptMinor = Math.max(0, feeMinor - next.totalMinor);
  const totalMinor = next.totalMinor + keptMinor;
  const policy = owing(
    agreed.policy,
    feeMinor,
    totalMinor,
    owed.map(({ unit, kept }) => ({ unit, quantity: kept })),
  );
  const kept: QuoteLine[] = owed.flatMap(({ unit, used, kept: least }) => {
    const quantity = least - quantityOf(creditsOfLines(next.lines), unit);
    return quantity > 0 ? [{ kind: "kept_credits", unit, quantity, earlierQuantity: used, amountMinor: 0 }] : [];
  });
  if (keptMinor > 0)
    kept.push({ kind: "kept", feePercent, earlierTotalMinor: agreed.totalMinor, amountMinor: keptMinor });
  const taxes = next.lines.filter((line) => line.kind === "tax");
  const others = next.lines.filter((line) => line.kind !== "tax");
  return {
    ...next,
    policy,
    lines: [...others, ...kept, ...taxes],
    subtotalMinor: next.subtotalMinor + keptMinor,
    totalMinor,
  };
}

/**
 * The terms with what is owed from now on: the money as the smallest whole percentage of the new total that is not below
 * it (rounded down, many small changes would wear the fee away), the credits as they are. The tiers agreed first stay
 * beside it: the highest that applies counts, and a later change may owe less.
 */
function owing(
  terms: CancellationTerms,
  feeMinor: number,
  totalMinor: number,
  owedCredits: UnitQuantity[],
): CancellationTerms {
  const { owedCredits: _before, ...rest } = terms;
  const owed = owedCredits.length > 0 ? { ...rest, owedCredits } : rest;
  if (feeMinor === 0) return owed;
  let owedPercent = Math.floor((feeMinor * 100) / totalMinor);
  while (scaleRounded(totalMinor, owedPercent, 100) < feeMinor) owedPercent += 1;
  const agreed = terms.tiers.filter((tier) => tier.hoursBefore < ALWAYS_HOURS);
  return { ...owed, tiers: [{ hoursBefore: ALWAYS_HOURS, feePercent: owedPercent }, ...agreed] };
}

function quantityOf(credits: readonly UnitQuantity[], unit: UnitQuantity["unit"]): number {
  return credits.find((one) => one.unit === unit)?.quantity ?? 0;
}
