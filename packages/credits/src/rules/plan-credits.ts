import type { CreditPart, CreditScope, CreditUnit, PlanAllowance } from "../schema.ts";

/** Credits of one unit with one scope: what a plan gives is compared by this, whatever plan or period it came from. */
export function allowanceKey(given: { unit: CreditUnit; currency: string | null; scope: CreditScope }): string {
  const { resourceIds, resourceKinds, locationIds } = given.scope;
  const lists = [resourceIds, resourceKinds, locationIds].map((list) => [...list].sort().join(","));
  return [given.unit, given.currency ?? "", ...lists].join("|");
}

/** What the plan's credits of a period are to become: above zero a grant, below zero what is taken back if unspent. */
export interface PlanChange {
  key: string;
  allowance: PlanAllowance | null;
  change: number;
}

/**
 * Brings the plan credits of a period to what the plan gives. `given`: what plans gave in this period so far, by
 * `allowanceKey`, net of what a change of plan took back. To and fro between plans adds up to the larger, never to both.
 */
export function planChanges(allowances: readonly PlanAllowance[], given: ReadonlyMap<string, number>): PlanChange[] {
  const wanted = new Map(allowances.map((allowance) => [allowanceKey(allowance), allowance]));
  const keys = [...new Set([...wanted.keys(), ...given.keys()])];
  return keys.flatMap((key) => {
    const allowance = wanted.get(key) ?? null;
    const change = (allowance?.quantity ?? 0) - (given.get(key) ?? 0);
    return change === 0 ? [] : [{ key, allowance, change }];
  });
}

/** What is carried into the next period: what is left of the lots, the oldest first, up to the cap. */
export function rolloverParts(lots: readonly { id: string; left: number }[], cap: number): CreditPart[] {
  let room = cap;
  return lots.flatMap(({ id, left }) => {
    const quantity = Math.min(left, room);
    room -= Math.max(quantity, 0);
    return quantity > 0 ? [{ lotId: id, quantity }] : [];
  });
}

/** What a cause gives back: the lots in reverse order of use, up to the quantity. `used`: in reverse order of use. */
export function refundParts(used: readonly CreditPart[], quantity: number): CreditPart[] {
  return rolloverParts(
    used.map((part) => ({ id: part.lotId, left: part.quantity })),
    quantity,
  );
}
