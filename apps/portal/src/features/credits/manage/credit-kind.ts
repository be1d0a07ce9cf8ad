import { CREDIT_UNITS, CreditUnit } from "@working-social/credits/schema";
import type { LocationView } from "@working-social/booking/schema";

/** Credits of one unit; money also of one currency. */
export interface CreditKind {
  unit: CreditUnit;
  currency: string | null;
}

/** As the id of an option: "room_minutes", "money USD". */
export function kindId({ unit, currency }: CreditKind): string {
  return currency === null ? unit : `${unit} ${currency}`;
}

/** The kind of an option's id; null for nonsense. */
export function kindOf(id: string): CreditKind | null {
  const [unit, currency] = id.split(" ");
  const known = CreditUnit.safeParse(unit);
  if (!known.success || (known.data === "money") !== (currency !== undefined)) return null;
  return { unit: known.data, currency: currency ?? null };
}

/** Every kind that a space can give: money in each currency of its locations, and in those that are there already. */
export function creditKinds(
  locations: readonly Pick<LocationView, "currency">[],
  known: readonly CreditKind[] = [],
): CreditKind[] {
  const currencies = new Set([
    ...locations.map(({ currency }) => currency),
    ...known.flatMap(({ currency }) => currency ?? []),
  ]);
  return CREDIT_UNITS.flatMap((unit): CreditKind[] =>
    unit === "money" ? [...currencies].map((currency) => ({ unit, currency })) : [{ unit, currency: null }],
  );
}
