import type { CreditScope, CreditUnit } from "../schema.ts";
import { ANYTHING, CREDIT_UNITS, MOST_CREDITS } from "../schema.ts";
import { creditsError } from "../errors.ts";

/** One kind of credit: a unit, and for money its currency. */
export interface UnitOf {
  unit: CreditUnit;
  currency?: string | null | undefined;
}

/** Callers from other packages and from logs are checked too, not only forms. Throws bad_quantity. */
export function requireQuantity(quantity: number, least = 1): void {
  if (!Number.isInteger(quantity) || quantity < least || quantity > MOST_CREDITS) {
    throw creditsError({ code: "bad_quantity", quantity: String(quantity) });
  }
}

/** Returns the currency as the database keeps it. Throws unknown_unit, currency_mismatch. */
export function requireUnit({ unit, currency = null }: UnitOf): string | null {
  if (!CREDIT_UNITS.includes(unit)) throw creditsError({ code: "unknown_unit", unit: String(unit) });
  if ((unit === "money") !== (currency !== null)) throw creditsError({ code: "currency_mismatch", unit });
  return currency;
}

/** A scope without what is named twice, sorted: equal scopes look equal. */
export function normalizeScope(scope: CreditScope = ANYTHING): CreditScope {
  const tidy = <T extends string>(list: readonly T[]): T[] => [...new Set(list)].sort();
  return {
    resourceIds: tidy(scope.resourceIds),
    resourceKinds: tidy(scope.resourceKinds),
    locationIds: tidy(scope.locationIds),
  };
}
