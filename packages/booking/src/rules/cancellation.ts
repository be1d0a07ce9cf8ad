import type { EpochMs } from "@working-social/kernel";
import { scaleRounded } from "@working-social/kernel";
import type { CancellationTerms, CancellationTier } from "../cancellation/schema.ts";
import { isInScope, scopeRank } from "./applicable-rules.ts";
import type { BookingSituation, RuleResource } from "./situation.ts";

const HOUR_MS = 3_600_000;

/** What cancelling costs at a moment. */
export interface CancellationFee {
  readonly feeMinor: number;
  readonly feePercent: number;
  /** Cancelling before this instant is free; null when that time is over, or never was. */
  readonly freeUntil: EpochMs | null;
}

/** The terms of the narrowest policy: resource, then kind, then location; the one made last (ids sort by time) at a tie. */
export function cancellationTermsFor(situation: BookingSituation, resource: RuleResource): CancellationTerms {
  const [policy] = situation.policies
    .filter((candidate) => isInScope(candidate, resource.id, resource.kind, resource.locationId))
    .sort((a, b) => scopeRank(b) - scopeRank(a) || (a.id < b.id ? 1 : -1));
  if (!policy) return { policyName: null, tiers: [] };
  return { policyName: policy.name, tiers: [...policy.tiers].sort((a, b) => b.hoursBefore - a.hoursBefore) };
}

/**
 * The fee of cancelling at `now` a booking of `totalMinor` that starts at `startsAt`. A tier counts from exactly
 * `hoursBefore` hours of elapsed time before the start; from the start on, the highest fee.
 */
export function cancellationFee(
  terms: CancellationTerms,
  totalMinor: number,
  startsAt: EpochMs,
  now: EpochMs,
): CancellationFee {
  const counts = (tier: CancellationTier) => now >= startsAt - tier.hoursBefore * HOUR_MS;
  const feePercent = Math.max(0, ...terms.tiers.filter(counts).map((tier) => tier.feePercent));
  const firstFee = Math.min(
    startsAt,
    ...terms.tiers.filter((tier) => tier.feePercent > 0).map((tier) => startsAt - tier.hoursBefore * HOUR_MS),
  );
  return {
    feeMinor: scaleRounded(totalMinor, feePercent, 100),
    feePercent,
    freeUntil: now < firstFee ? firstFee : null,
  };
}
