import type { CancellationTier } from "@working-social/booking/schema";
import type { PoliciesTexts } from "../rates-texts.ts";

/** From the earliest (most hours before the start) to the latest; half-typed steps are left out. */
export function orderedTiers(tiers: readonly Partial<CancellationTier>[]): CancellationTier[] {
  return tiers
    .filter(
      (tier): tier is CancellationTier => typeof tier.hoursBefore === "number" && typeof tier.feePercent === "number",
    )
    .sort((a, b) => b.hoursBefore - a.hoursBefore);
}

/** "Free until 24 hours before the start, then half the price, the whole price from 2 hours before." */
export function policySentence(tiers: readonly Partial<CancellationTier>[], texts: PoliciesTexts): string {
  const charging = orderedTiers(tiers).filter(({ feePercent }) => feePercent > 0);
  const [first, ...later] = charging;
  if (!first) return texts.freeAlways;
  const parts = [texts.freeUntil(first.hoursBefore), texts.after(first), ...later.map((tier) => texts.from(tier))];
  return texts.sentence(parts);
}

/** Steps that the server would refuse: two at one time, or a fee that falls. */
export function areTiersWrong(tiers: readonly Partial<CancellationTier>[]): boolean {
  const ordered = orderedTiers(tiers);
  return ordered.some((tier, index) => {
    const earlier = ordered[index - 1];
    return earlier !== undefined && (earlier.hoursBefore === tier.hoursBefore || earlier.feePercent > tier.feePercent);
  });
}

export interface PolicySegment {
  /** Shares of the line from 0 (left, long before) to 1 (the start). */
  from: number;
  to: number;
  feePercent: number;
  /** Hours before the start at which it begins; null for the part before the first step. */
  hoursBefore: number | null;
}

/**
 * The line in time, each step as wide as its place in the order: a policy of 30 days and one hour can't be drawn to scale
 * and stay legible.
 */
export function policySegments(tiers: readonly Partial<CancellationTier>[]): PolicySegment[] {
  const ordered = orderedTiers(tiers);
  const count = ordered.length + 1;
  return [{ hoursBefore: null, feePercent: 0 }, ...ordered].map(({ hoursBefore, feePercent }, index) => ({
    from: index / count,
    to: (index + 1) / count,
    feePercent,
    hoursBefore,
  }));
}
