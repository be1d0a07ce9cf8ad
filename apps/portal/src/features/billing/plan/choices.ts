import type { Contract, PlanVersionView } from "@working-social/billing/schema";
import type { LocalDate } from "@working-social/kernel";
import { contractNow } from "./contract-now.ts";

/** A plan that one can have, at the price of today or, of what one has, at the agreed one. */
export interface PlanChoice {
  versionId: string;
  planId: string;
  name: string;
  /** Of one, for a whole period. */
  priceMinor: number;
  intervalMonths: number;
  isPerSeat: boolean;
  /** What one has; the newest version of the same plan is another choice. */
  isPresent: boolean;
}

/** The newest version of each plan in the contract's currency, and what one has as it was agreed; the cheapest for a month first. */
export function planChoices(contract: Contract, versions: readonly PlanVersionView[], today: LocalDate): PlanChoice[] {
  const { present } = contractNow(contract, today);
  const isOffered = ({ currency, intervalMonths }: PlanVersionView) =>
    currency === contract.currency && intervalMonths > 0;
  const newest = [...Map.groupBy(versions.filter(isOffered), ({ planId }) => planId).values()].flatMap(
    (ofPlan) => ofPlan.toSorted((one, other) => other.ordinal - one.ordinal)[0] ?? [],
  );
  const had = versions.find(({ id }) => id === present?.planVersionId);
  const shown = had && !newest.includes(had) ? [had, ...newest] : newest;
  const choices = shown.map((version) => {
    const isPresent = version.id === present?.planVersionId;
    return choiceOf(version, isPresent ? (present?.unitPriceMinor ?? null) : null, isPresent);
  });
  return choices.toSorted((one, other) => perMonth(one) - perMonth(other) || one.name.localeCompare(other.name));
}

function choiceOf(version: PlanVersionView, agreedMinor: number | null, isPresent: boolean): PlanChoice {
  const first = version.prices.find(({ fromPeriod }) => fromPeriod === 0);
  return {
    versionId: version.id,
    planId: version.planId,
    name: version.planName,
    priceMinor: agreedMinor ?? first?.priceMinor ?? 0,
    intervalMonths: version.intervalMonths,
    isPerSeat: version.isPerSeat,
    isPresent,
  };
}

function perMonth({ priceMinor, intervalMonths }: PlanChoice): number {
  return priceMinor / intervalMonths;
}
