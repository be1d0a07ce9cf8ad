import { buyPack, createPack } from "@working-social/charges";
import type { PackView } from "@working-social/charges";
import { fromLocal, newId } from "@working-social/kernel";
import { scopeOf } from "./credits.ts";
import type { Months } from "./months.ts";
import { daysBack } from "./months.ts";
import { PACKS } from "./offers.ts";
import type { ContextOf, Space } from "./space.ts";
import { creditsOf, named } from "./space.ts";
import type { Happening } from "./timeline.ts";

interface Purchase {
  by: string;
  pack: string;
  for: "me" | "team";
  /** Working days ago. */
  daysAgo: number;
}

const PURCHASES: readonly Purchase[] = [
  { by: "jonas", pack: "10 hours of rooms", for: "me", daysAgo: 8 },
  { by: "theo", pack: "5 day passes", for: "me", daysAgo: 14 },
  { by: "dana", pack: "10 hours of rooms", for: "team", daysAgo: 5 },
];

/** What is for sale, at the prices of the first house. By name. */
export async function offerPacks(space: Space): Promise<Map<string, PackView>> {
  const packs = new Map<string, PackView>();
  for (const { scope, ...pack } of PACKS) {
    const priceCurrency = space.places.oldHarbour.currency;
    const made = await createPack(space.owner, {
      ...pack,
      currency: null,
      priceCurrency,
      scope: scopeOf(space, scope),
    });
    packs.set(pack.name, made);
  }
  return packs;
}

/** What people bought, each for the price that they saw. */
export function buying(
  { people, places }: Space,
  contextOf: ContextOf,
  packs: ReadonlyMap<string, PackView>,
  { recent }: Months,
): Happening[] {
  return PURCHASES.map(({ by, pack: name, for: whom, daysAgo }) => {
    const [buyer, pack] = [named(people, by), named(packs, name)];
    const [date = ""] = daysBack(recent, daysAgo);
    const at = fromLocal(date, 12 * 60 + 30, places.oldHarbour.timeZone);
    const run = async () => {
      const wish = { packId: pack.id, for: whom, expectedPriceMinor: pack.totalMinor, idempotencyKey: newId() };
      await buyPack(contextOf(buyer, at), wish);
    };
    return { at, credits: creditsOf(buyer), run };
  });
}
