import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { CreditOwner, SettledSchedule } from "@working-social/credits";
import {
  isInPeriod,
  loadZone,
  lockOwners,
  openPeriod,
  ownerIds,
  periodOf,
  settleScheduled,
} from "@working-social/credits";
import { taxedPrice } from "@working-social/kernel";
import { loadSalePlace } from "../lines/queries.ts";
import { billedOf, productOfKind, usageDays } from "../lines/rules.ts";
import { openAmount } from "../rules.ts";
import { recordCharge } from "./record-charge.ts";
import { settleUnpaidUsage } from "./settle-unpaid-usage.ts";

/**
 * Brings an owner's credits to this moment: opens the periods, then takes what was promised to bookings, then pays what was
 * unpaid; in this order, since a promise comes before whoever waits. For a team that means its people too. For a person it
 * means their team, and colleagues whose promises are due, because all of them draw on the same. Right before something is
 * spent in a period that nobody has opened yet, and right after somebody's plan has changed. Throws nothing: an unknown
 * owner has no work.
 */
export async function openAndSettle(
  tx: Sql,
  ctx: Context,
  owner: CreditOwner,
): Promise<{ opened: number; settled: number }> {
  const { personId } = ownerIds(owner);
  const rows = (await ownersWithWork(tx, ctx, owner)).filter(
    (row) => personId === null || row.is_team || row.id === personId || row.is_due,
  );
  if (rows.length === 0) return { opened: 0, settled: 0 };
  const teamIds = rows.flatMap((row) => row.team_id ?? []);
  const personIds = rows.filter((row) => !row.is_team).map((row) => row.id);
  await lockOwners(tx, ctx, teamIds, personIds);
  const arrived: CreditOwner[] = [];
  let opened = 0;
  for (const one of rows.map(({ id, is_team }): CreditOwner => (is_team ? { teamId: id } : { personId: id }))) {
    const { isNew, granted, rolledOver } = await openPeriod(tx, ctx, { owner: one });
    opened += Number(isNew);
    if (granted + rolledOver > 0) arrived.push(one);
  }
  const settled = await settleScheduled(tx, ctx, { personIds });
  for (const one of settled) await chargeMissing(tx, ctx, one);
  for (const one of arrived) await settleUnpaidUsage(tx, ctx, one);
  return { opened, settled: settled.length };
}

interface OwnerRow {
  id: string;
  is_team: boolean;
  /** The team itself, or the person's. */
  team_id: string | null;
  /** Something was promised to the person in a period that has begun. */
  is_due: boolean;
}

/**
 * Who needs it: whose period was not opened with the plan of now, and whose promises are due; teams first, so that their
 * credits are there for their people. `among`: an owner and whoever shares with them; null: all of the organization.
 */
export async function ownersWithWork(sql: Sql, ctx: Context, among: CreditOwner | null): Promise<OwnerRow[]> {
  const period = periodOf(ctx.clock.now(), await loadZone(sql, ctx));
  const { personId, teamId } = among === null ? { personId: null, teamId: null } : ownerIds(among);
  return sql.query<OwnerRow>(
    `WITH owners AS (
       SELECT t.id, true AS is_team, t.id AS team_id, CASE WHEN t.archived_at IS NULL THEN t.plan_id END AS plan_id
       FROM teams t WHERE t.organization_id = $1::uuid
       UNION ALL SELECT p.id, false, p.team_id, CASE WHEN p.status <> 'suspended' THEN p.plan_id END FROM people p WHERE p.organization_id = $1::uuid),
     asked AS (
       SELECT o.*, NOT o.is_team AND EXISTS (SELECT FROM credit_schedules s WHERE s.organization_id = $1::uuid AND s.person_id = o.id
         AND s.outcome IS NULL AND s.used_at < $5::timestamptz) AS is_due
       FROM owners o WHERE ($2::uuid IS NULL AND $3::uuid IS NULL) OR o.id = $2::uuid
         OR o.team_id = coalesce($3::uuid, (SELECT q.team_id FROM people q WHERE q.organization_id = $1::uuid AND q.id = $2::uuid)))
     SELECT o.id, o.is_team, o.team_id, o.is_due FROM asked o
     LEFT JOIN LATERAL (SELECT c.plan_id, true AS is_open FROM credit_periods c WHERE c.organization_id = $1::uuid
       AND c.owner_id = o.id AND ${isInPeriod("c.starts_at", "$4::timestamptz")} ORDER BY c.ordinal DESC LIMIT 1) c ON true
     WHERE o.is_due OR CASE WHEN c.is_open THEN c.plan_id IS DISTINCT FROM o.plan_id
       ELSE o.plan_id IS NOT NULL OR EXISTS (SELECT FROM credit_balances b JOIN credit_lots l ON l.id = b.lot_id
         WHERE b.organization_id = $1::uuid AND b.is_alive AND b.owner_id = o.id AND l.plan_id IS NOT NULL AND b.balance > 0) END
     ORDER BY o.is_team DESC, o.id`,
    [ctx.organizationId, personId, teamId, timestamp(period.start), timestamp(period.end)],
  );
}

/** A part of the total that was agreed, tax and all: it is gross, also where prices are net. */
async function chargeMissing(tx: Sql, ctx: Context, { price, consumption, ...usage }: SettledSchedule): Promise<void> {
  const { requested, missing } = consumption;
  if (price === null || missing === 0) return;
  const { unit, at, resource, cause } = usage;
  if (!resource) throw new Error(`Nobody knows where schedule ${usage.scheduleId} is used.`);
  const place = await loadSalePlace(tx, ctx, resource.locationId);
  const used = { unit, quantity: missing, at, resource };
  await recordCharge(tx, ctx, {
    payer: { personId: usage.personId, teamId: usage.teamId },
    cause,
    currency: price.currency,
    lines: [
      {
        item: { code: "booking", data: { resourceName: cause.label } },
        product: productOfKind(resource.kind),
        price: taxedPrice(openAmount(price.amountMinor, requested, missing), "gross", place.tax),
        service: usageDays({ unit, quantity: requested, at }, place.timeZone),
        locationId: place.id,
        billed: billedOf(used),
        usage: used,
      },
    ],
    idempotencyKey: `schedule:${usage.scheduleId}`,
  });
}
