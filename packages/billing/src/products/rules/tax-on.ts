import type { LocalDate, Tax } from "@working-social/kernel";
import type { ReasonedTax, TaxClass, TaxRateView } from "../schema.ts";

/** All that decides about domestic tax at a location. */
export interface LocationTaxes {
  readonly locationId: string;
  /** What is set with the location itself: the standard rate until one with a first day says otherwise. */
  readonly own: Tax;
  readonly rates: readonly TaxRateView[];
}

const NO_REASON = { exemptionReason: null, exemptionCode: null };

/**
 * How a class of tax is taxed at a location on a day: by the latest rate that has begun, and where none has, by what the class says by itself;
 * null where that says nothing, as of a reduced rate. What is outside of the scope of tax is so everywhere.
 */
export function taxOn({ own, rates }: LocationTaxes, taxClass: TaxClass, day: LocalDate): ReasonedTax | null {
  if (taxClass === "outside") return { category: "O", basisPoints: 0, ...NO_REASON };
  const begun = rates.filter((rate) => rate.taxClass === taxClass && rate.validFrom <= day);
  const latest = begun.reduce<TaxRateView | null>(
    (last, rate) => (last === null || rate.validFrom > last.validFrom ? rate : last),
    null,
  );
  if (latest === null) return withoutRate(own, taxClass);
  const { category, basisPoints, exemptionReason, exemptionCode } = latest;
  return { category, basisPoints, exemptionReason, exemptionCode };
}

function withoutRate(own: Tax, taxClass: Exclude<TaxClass, "outside">): ReasonedTax | null {
  switch (taxClass) {
    case "standard":
      return { category: own.category, basisPoints: own.basisPoints, ...NO_REASON };
    case "zero":
      return { category: "Z", basisPoints: 0, ...NO_REASON };
    case "exempt":
      return { category: "E", basisPoints: 0, ...NO_REASON };
    case "reduced":
      return null;
  }
}

/**
 * The days within [from, until) on which a class gets another rate at a location, in their order: a service span is cut there (billing.md,
 * rule 10).
 */
export function rateChangesWithin(
  { rates }: LocationTaxes,
  taxClass: TaxClass,
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
): LocalDate[] {
  const days = rates.filter((rate) => rate.taxClass === taxClass && rate.validFrom > from && rate.validFrom < until);
  return days.map(({ validFrom }) => validFrom).sort();
}
