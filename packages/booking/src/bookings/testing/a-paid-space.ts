import { giveCredits, openPeriods } from "@working-social/charges";
import type { CreditOwner, CreditUnit, GiveCreditsInput, LotView } from "@working-social/credits";
import { explainBalance, loadWallet } from "@working-social/credits";
import { ANYTHING } from "@working-social/credits/schema";
import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import type { LocationOptions, TestDatabase } from "@working-social/db/testing";
import { aCancellationPolicy, aPlan, aRate, aTeam } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import type { Space } from "./a-space.ts";
import { aSpace, personIdOf } from "./a-space.ts";

/** What the ledger says of one booking. */
interface Books {
  used: number;
  promised: number;
  held: number;
  /** Open of its charges. */
  openMinor: number;
  /** Usage that credits may still pay late. */
  unpaid: number;
}

/** A room at 24.00 an hour; cancelling costs half from a day before, and all from two hours before. */
export interface PaidSpace extends Space {
  manager: Context;
  team: { id: string };
  give(to: Context | { teamId: string }, quantity: number, more?: Partial<GiveCreditsInput>): Promise<void>;
  /** What this person can spend now of room minutes, unless said otherwise. */
  left(ctx: Context, unit?: CreditUnit): Promise<number>;
  /** The lots that this person can spend from. */
  lots(ctx: Context, unit?: CreditUnit): Promise<LotView[]>;
  books(bookingId: string, unit?: CreditUnit): Promise<Books>;
  /** Opens periods, settles, expires: what the job does. */
  runJobs(): Promise<void>;
  /** Puts a person or team on a plan that gives so many minutes each month. */
  plan(minutes: number, on?: { person?: Context; teamId?: string }): Promise<string>;
  /** Why somebody's room minutes are what they are, over November and December. */
  explain(ctx: Context): ReturnType<typeof explainBalance>;
}

export async function aPaidSpace(database: TestDatabase, location: LocationOptions = {}): Promise<PaidSpace> {
  const space = await aSpace(database, location);
  const { owner } = database;
  const { organizationId, locationId, clock } = space;
  await aRate(owner, organizationId, locationId);
  await aCancellationPolicy(owner, organizationId, locationId, [
    [24, 50],
    [2, 100],
  ]);
  const manager = await space.another({ role: "community_manager" });
  const system = database.context(organizationId, { kind: "job", job: "open_periods" }, clock);
  return {
    ...space,
    manager,
    team: await aTeam(owner, organizationId),
    async give(to, quantity, more = {}) {
      const receiver: CreditOwner = "actor" in to ? { personId: personIdOf(to) } : to;
      const gift = {
        unit: "room_minutes",
        currency: null,
        reason: "Welcome",
        expiresAt: null,
        scope: ANYTHING,
      } as const;
      await giveCredits(manager, { ...gift, owner: receiver, quantity, idempotencyKey: newId(), ...more });
    },
    async left(ctx, unit = "room_minutes") {
      const { balances } = await loadWallet(read(system), system, { personId: personIdOf(ctx), units: [unit] });
      return balances.find((one) => one.unit === unit)?.balance ?? 0;
    },
    async lots(ctx, unit = "room_minutes") {
      return (await loadWallet(read(system), system, { personId: personIdOf(ctx), units: [unit] })).lots;
    },
    books: (bookingId, unit = "room_minutes") => booksOf(database, bookingId, unit),
    async runJobs() {
      await openPeriods(system);
    },
    plan: (minutes, on) => aMonthlyPlan(database, organizationId, minutes, on),
    explain: (ctx) =>
      explainBalance(ctx, {
        personId: null,
        unit: "room_minutes",
        currency: null,
        from: "2026-11-01",
        to: "2026-12-31",
      }),
  };
}

async function aMonthlyPlan(
  { owner }: TestDatabase,
  organizationId: string,
  minutes: number,
  on: { person?: Context; teamId?: string } = {},
): Promise<string> {
  const { id } = await aPlan(owner, organizationId, { name: `Flex ${newId()}` });
  await owner.query(
    `INSERT INTO plan_allowances (id, organization_id, plan_id, unit, quantity, resource_ids, resource_kinds, location_ids)
     VALUES ($1, $2, $3, 'room_minutes', $4, '{}', '{}', '{}')`,
    [newId(), organizationId, id, minutes],
  );
  if (on.person) await owner.query("UPDATE people SET plan_id = $1 WHERE id = $2", [id, personIdOf(on.person)]);
  if (on.teamId) await owner.query("UPDATE teams SET plan_id = $1 WHERE id = $2", [id, on.teamId]);
  return id;
}

async function booksOf({ owner }: TestDatabase, bookingId: string, unit: CreditUnit): Promise<Books> {
  const { rows } = await owner.query<Books>(
    `SELECT (SELECT coalesce(sum(u.quantity), 0)::int FROM credit_usages u JOIN credit_lots l ON l.id = u.lot_id
        WHERE u.cause_type = 'booking' AND u.cause_id = $1 AND l.unit = $2::credit_unit) AS used,
      (SELECT coalesce(sum(quantity), 0)::int FROM credit_schedules
        WHERE cause_type = 'booking' AND cause_id = $1 AND unit = $2::credit_unit AND outcome IS NULL) AS promised,
      (SELECT coalesce(sum(p.quantity), 0)::int FROM credit_holds h JOIN credit_hold_parts p ON p.hold_id = h.id
        WHERE h.cause_type = 'booking' AND h.cause_id = $1 AND NOT EXISTS (SELECT FROM credit_hold_resolutions r WHERE r.hold_id = h.id)) AS held,
      coalesce(sum(l.amount_minor + a.minor), 0)::int AS "openMinor",
      coalesce(sum(l.quantity - a.taken) FILTER (WHERE l.unit = $2::credit_unit), 0)::int AS unpaid
    FROM charges c JOIN charge_lines l ON l.charge_id = c.id
    CROSS JOIN LATERAL (SELECT coalesce(sum(amount_minor), 0) AS minor, coalesce(sum(quantity), 0) AS taken
      FROM charge_adjustments WHERE line_id = l.id) a
    WHERE c.cause_type = 'booking' AND c.cause_id = $1`,
    [bookingId, unit],
  );
  const [books] = rows;
  if (!books) throw new Error("An aggregate has a row.");
  return books;
}
