import type pg from "pg";
import { newId } from "@working-social/kernel";
import { generateLots, openEverybodysPeriod } from "./generate-lots.ts";

/** Whose credits are what, among the members in their order. */
export interface Wallets {
  /** Two years of lots that are used up, one a month: what a member of some standing has. */
  readonly withHistory: readonly string[];
  /** A wallet for each connection to use, so that nobody waits for another: with a handful of lots that are used up, and with thousands. */
  readonly small: readonly string[];
  readonly large: readonly string[];
  readonly usedUpLots: { readonly small: number; readonly large: number };
  /** The lot of room hours of everybody who has one. */
  readonly lotOf: ReadonlyMap<string, string>;
}

const WITH_HISTORY = 200;
const OF_EACH_SIZE = 4;
const ENOUGH_MINUTES = 1_000_000;

/**
 * Every second member has room hours without an end, from a pack: a plan's are only promised for later months, and bookings
 * reach into those. All are on a plan that gives day passes and pages, whose period is open.
 */
export async function fillWallets(
  owner: pg.Pool,
  { organizationId, planId, zone }: { organizationId: string; planId: string; zone: string },
  personIds: readonly string[],
  isQuick: boolean,
): Promise<Wallets> {
  const usedUpLots = { small: 5, large: isQuick ? 200 : 5000 };
  const withHistory = personIds.slice(0, WITH_HISTORY);
  const withHours = personIds.filter((_, n) => hasHours(n));
  const [small, large] = [0, 1].map((n) =>
    withHours.slice(WITH_HISTORY + n * OF_EACH_SIZE, WITH_HISTORY + (n + 1) * OF_EACH_SIZE),
  ) as [string[], string[]];
  await allow(owner, organizationId, planId);
  await openEverybodysPeriod(owner, organizationId, zone);
  const usedUp = { organizationId, planId, unit: "room_minutes", quantity: 600, isUsedUp: true } as const;
  await generateLots(owner, { ...usedUp, personIds: withHistory, lotsEach: 24 });
  await generateLots(owner, { ...usedUp, personIds: small, lotsEach: usedUpLots.small });
  await generateLots(owner, { ...usedUp, personIds: large, lotsEach: usedUpLots.large });
  const fresh = { organizationId, planId, lotsEach: 1, isUsedUp: false } as const;
  await generateLots(owner, { ...fresh, personIds: withHours, unit: "room_minutes", quantity: ENOUGH_MINUTES });
  await generateLots(owner, { ...fresh, personIds, unit: "day_passes", quantity: 2 });
  return { withHistory, small, large, usedUpLots, lotOf: await lotsOfHours(owner, organizationId) };
}

/** Of the members in their order. */
function hasHours(n: number): boolean {
  return n % 2 === 0;
}

async function allow(owner: pg.Pool, organizationId: string, planId: string): Promise<void> {
  await owner.query(
    `INSERT INTO plan_allowances (id, organization_id, plan_id, unit, quantity, resource_ids, resource_kinds, location_ids)
     SELECT a.id, $1, $2, a.unit::credit_unit, a.quantity, '{}', '{}', '{}'
     FROM (VALUES ($3::uuid, 'day_passes', 2), ($4::uuid, 'colour_pages', 100)) AS a(id, unit, quantity)`,
    [organizationId, planId, newId(), newId()],
  );
}

async function lotsOfHours(owner: pg.Pool, organizationId: string): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ owner_id: string; lot_id: string }>(
    `SELECT b.owner_id, b.lot_id FROM credit_balances b JOIN credit_lots l ON l.id = b.lot_id
     WHERE b.organization_id = $1 AND b.is_alive AND l.unit = 'room_minutes'`,
    [organizationId],
  );
  return new Map(rows.map((row) => [row.owner_id, row.lot_id]));
}
