import type { EpochMs } from "@working-social/kernel";
import { scaleRounded } from "@working-social/kernel";
import type { CreditsKept } from "./quote-view.ts";
import type { CancellationTerms, CancellationTier, UnitQuantity } from "../cancellation/schema.ts";
import { isInScope, scopeRank } from "./applicable-rules.ts";
import { FURTHEST_DAYS } from "./bounds.ts";
import type { BookingSituation, RuleResource } from "./situation.ts";

const HOUR_MS = 3_600_000;
/**
 * Longer before any start than a booking can be made: a tier that always counts. It says what a change left owed in money,
 * as a share of the new price; what is left owed in credits the terms say in whole credits.
 */
export const ALWAYS_HOURS = (FURTHEST_DAYS + 1) * 24;

/** Credits of one unit that a booking has taken or been promised. */
export interface CreditsPaid extends UnitQuantity {
  /** Of these, what came after the price was agreed, in the place of money. */
  readonly late?: number;
}

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
  const feePercent = percentAt(terms.tiers, startsAt, now);
  const firstFee = Math.min(
    startsAt,
    ...terms.tiers.filter((tier) => tier.feePercent > 0).map((tier) => startsAt - tier.hoursBefore * HOUR_MS),
  );
  return {
    feeMinor: scaleRounded(totalMinor, feePercent, 100),
    feePercent,
    freeUntil: now < firstFee && !owesCredits(terms) ? firstFee : null,
  };
}

/**
 * What comes of the credits of such a booking: of each unit the same share stays used as of the money, rounded down to
 * whole credits, in the member's favour; but no less than a change has left owed, in credits, or in money that credits have
 * paid since.
 */
export function keptCredits(
  terms: CancellationTerms,
  credits: readonly CreditsPaid[],
  startsAt: EpochMs,
  now: EpochMs,
): CreditsKept[] {
  const tiers = terms.tiers.filter((tier) => tier.hoursBefore < ALWAYS_HOURS);
  const percent = percentAt(tiers, startsAt, now);
  const always = percentAt(
    terms.tiers.filter((tier) => tier.hoursBefore >= ALWAYS_HOURS),
    startsAt,
    now,
  );
  return credits.map(({ unit, quantity, late = 0 }) => {
    const inCredits = terms.owedCredits?.find((one) => one.unit === unit)?.quantity ?? 0;
    const owed = inCredits + Math.floor((late * always) / 100);
    return { unit, used: quantity, kept: Math.min(quantity, Math.max(owed, Math.floor((quantity * percent) / 100))) };
  });
}

/** What counts of the terms while a booking waits for approval: nobody has promised anything yet, but what a change left owed. */
export function owedTerms(terms: CancellationTerms): CancellationTerms {
  return { ...terms, tiers: terms.tiers.filter((tier) => tier.hoursBefore >= ALWAYS_HOURS) };
}

function percentAt(tiers: readonly CancellationTier[], startsAt: EpochMs, now: EpochMs): number {
  const counts = (tier: CancellationTier) => now >= startsAt - tier.hoursBefore * HOUR_MS;
  return Math.max(0, ...tiers.filter(counts).map((tier) => tier.feePercent));
}

function owesCredits({ owedCredits = [] }: CancellationTerms): boolean {
  return owedCredits.some(({ quantity }) => quantity > 0);
}
