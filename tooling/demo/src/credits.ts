import { setPlanAllowances } from "@working-social/credits";
import type { CreditScope } from "@working-social/credits/schema";
import type { DemoScope } from "./offers.ts";
import { ALLOWANCES } from "./offers.ts";
import type { Space } from "./space.ts";
import { named } from "./space.ts";

/** What each plan gives in a month, as the owner enters it. */
export async function setAllowances(space: Space): Promise<void> {
  for (const [plan, allowances] of ALLOWANCES) {
    await setPlanAllowances(space.owner, {
      planId: named(space.plans, plan),
      allowances: allowances.map(({ unit, quantity, rolloverCap, scope }) => ({
        unit,
        currency: null,
        quantity,
        rolloverCap,
        scope: scopeOf(space, scope),
      })),
    });
  }
}

/** The demo's words for what credits are good for, as the product's ids. */
export function scopeOf({ places }: Space, { resources = [], kinds = [], place }: DemoScope = {}): CreditScope {
  const all = [places.oldHarbour, places.ropeWalk].flatMap((one) => one.resources);
  const ids = new Map(all.map(({ name, id }) => [name, id]));
  return {
    resourceIds: resources.map((name) => named(ids, name)),
    resourceKinds: [...kinds],
    locationIds: place ? [places[place].locationId] : [],
  };
}
