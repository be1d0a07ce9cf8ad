import type { EpochMs } from "@working-social/kernel";
import { parseInstant } from "@working-social/kernel";
import type { CreditPart, CreditResource, CreditScope, CreditUnit, LotView } from "../schema.ts";

/** What is to be paid with credits. `at`: when the usage happens, which decides the lots that are valid for it. */
export interface CreditWish {
  unit: CreditUnit;
  /** Needed for money; null or absent otherwise. */
  currency?: string | null;
  quantity: number;
  at: EpochMs;
  resource?: CreditResource | undefined;
}

export interface Allocation {
  /** In the order of use. */
  parts: CreditPart[];
  covered: number;
  missing: number;
}

/** Which lots pay for a wish: greedily in the order of use, as far as they reach. Throws nothing; missing tells the rest. */
export function allocate(lots: readonly LotView[], wish: CreditWish): Allocation {
  const parts: CreditPart[] = [];
  let missing = wish.quantity;
  for (const lot of inOrderOfUse(lots.filter((one) => paysFor(one, wish)))) {
    const quantity = Math.min(lot.left, missing);
    if (quantity <= 0) continue;
    parts.push({ lotId: lot.id, quantity });
    missing -= quantity;
  }
  return { parts, covered: wish.quantity - missing, missing };
}

/** Earliest expiry, then plan before bought or given, then own before the team's, then the oldest; overdrafts come last. */
export function inOrderOfUse(lots: readonly LotView[]): LotView[] {
  return [...lots].sort(
    (a, b) =>
      Number(a.source === "overdraft") - Number(b.source === "overdraft") ||
      compare(expiryOf(a), expiryOf(b)) ||
      Number(isBought(a)) - Number(isBought(b)) ||
      Number(a.owner === "team") - Number(b.owner === "team") ||
      compare(parseInstant(a.createdAt), parseInstant(b.createdAt)) ||
      compare(a.id, b.id),
  );
}

/** Whether the lot is of the unit, valid when the usage happens, and good for the resource. */
export function paysFor(lot: LotView, wish: CreditWish): boolean {
  if (lot.unit !== wish.unit || lot.currency !== (wish.currency ?? null)) return false;
  if (lot.startsAt !== null && wish.at < parseInstant(lot.startsAt)) return false;
  return wish.at < expiryOf(lot) && isInScope(lot.scope, wish.resource);
}

/** A scope that names something is for that only: without a resource, only what is good for anything pays. */
export function isInScope(
  { resourceIds, resourceKinds, locationIds }: CreditScope,
  resource: CreditResource | undefined,
): boolean {
  if (!resource) return resourceIds.length + resourceKinds.length + locationIds.length === 0;
  return (
    (resourceIds.length === 0 || resourceIds.includes(resource.id)) &&
    (resourceKinds.length === 0 || resourceKinds.some((kind) => kind === resource.kind)) &&
    (locationIds.length === 0 || locationIds.includes(resource.locationId))
  );
}

function expiryOf(lot: LotView): EpochMs {
  return lot.expiresAt === null ? Infinity : parseInstant(lot.expiresAt);
}

function isBought(lot: LotView): boolean {
  return lot.source !== "plan" && lot.source !== "rollover";
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : Number(a > b);
}
