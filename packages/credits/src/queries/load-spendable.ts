import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { Interval } from "@working-social/kernel";
import { isInPeriod } from "./load-zone.ts";
import { epochMs, LOT_JSON, lotColumns } from "./lot-row.ts";
import type { SpendableRow } from "../rules/spendable.ts";
import { spendableLots } from "../rules/spendable.ts";
import type { CreditUnit, LotView } from "../schema.ts";

/** Fragments of SQL: placeholders of the caller's statement, with their types. */
export interface SpendableFragments {
  /** uuid; null: nobody, and the value is null. */
  personId: string;
  /** timestamptz */
  now: string;
  /** The id of the booking whose own credits and promises count as free, as text or uuid; null: the statement knows none. */
  exceptCauseId: string | null;
  /** What bookings are paid with unless said otherwise. */
  units?: readonly CreditUnit[];
}

const BOOKING_UNITS: readonly CreditUnit[] = ["room_minutes", "day_passes"];

/**
 * An expression of SQL with one jsonb value, a `SpendableRow` or null, for the caller's statement, which names
 * $organizationId: so that whoever needs to know what may be spent pays no round trip for it. It reads only what matters:
 * lots that are used up are in none of its indexes.
 */
export function spendableJson(fragments: SpendableFragments): string {
  const units = (fragments.units ?? BOOKING_UNITS).map((unit) => `'${unit}'`).join(", ");
  return `(SELECT jsonb_build_object('person_id', p.id, 'zone', (${ZONE}), 'lots', ${listOf(lots(fragments, units))},
    'plans', ${listOf(plans(fragments, units))}, 'schedules', ${listOf(schedules(fragments, units))})
  FROM people p WHERE p.organization_id = $organizationId::uuid AND p.id = ${fragments.personId})`;
}

/**
 * What may pay for the person's usage within the span, by itself: for reading again under the lock of the wallet. Throws
 * nothing: an unknown person has no credits.
 */
export async function loadSpendable(
  sql: Sql,
  ctx: Context,
  wanted: { personId: string; span: Interval; exceptCauseId?: string | null; units?: readonly CreditUnit[] },
): Promise<LotView[]> {
  return spendableLots(await loadSpendableRow(sql, ctx, wanted), ctx.clock.now(), wanted.span);
}

/** The row behind it, for who also asks whether a period `needsOpening`. */
export async function loadSpendableRow(
  sql: Sql,
  ctx: Context,
  wanted: { personId: string; exceptCauseId?: string | null; units?: readonly CreditUnit[] },
): Promise<SpendableRow | null> {
  const { personId, exceptCauseId = null, units } = wanted;
  const fragments = { personId: "$personId::uuid", now: "$now::timestamptz", exceptCauseId: "$exceptCauseId::text" };
  const [row] = await sql.query<{ spendable: SpendableRow | null }>(
    `SELECT ${spendableJson(units ? { ...fragments, units } : fragments)} AS spendable`,
    { organizationId: ctx.organizationId, personId, now: timestamp(ctx.clock.now()), exceptCauseId },
  );
  return row?.spendable ?? null;
}

function listOf(query: string): string {
  return `coalesce((${query}), '[]')`;
}

const ZONE = `SELECT z.time_zone FROM locations z WHERE z.organization_id = $organizationId::uuid ORDER BY z.archived_at IS NOT NULL, z.created_at, z.id LIMIT 1`;

const ALIVE = `SELECT a.lot_id FROM credit_balances a WHERE a.organization_id = $organizationId::uuid AND a.is_alive AND a.owner_id IN (p.id, p.team_id)`;

/**
 * The lots with something in them, and those that the excepted booking has emptied: what it has taken stays its own, also
 * when the lot is over by now.
 */
function lots({ now, exceptCauseId }: SpendableFragments, units: string): string {
  const [alive, givenBack, isOwn] =
    exceptCauseId === null
      ? [ALIVE, "0", "false"]
      : [
          `${ALIVE} UNION ${emptiedBy(exceptCauseId)}`,
          givenBackBy(exceptCauseId, now),
          `l.id IN (${emptiedBy(exceptCauseId)})`,
        ];
  return `SELECT jsonb_agg(${LOT_JSON} || jsonb_build_object('given_back', w.given_back))
    FROM (SELECT ${lotColumns(now)}, ${givenBack} AS given_back
      FROM (${alive}) alive JOIN credit_balances b ON b.lot_id = alive.lot_id JOIN credit_lots l ON l.id = alive.lot_id
      WHERE b.owner_id IN (p.id, p.team_id) AND l.unit IN (${units}) AND (l.expires_at IS NULL OR l.expires_at > ${now} OR ${isOwn})) w`;
}

function ofBooking(alias: string, id: string): string {
  return `${alias}.organization_id = $organizationId::uuid AND ${alias}.cause_type = 'booking' AND ${alias}.cause_id = (${id})::text`;
}

function emptiedBy(id: string): string {
  return `SELECT u.lot_id FROM credit_usages u WHERE ${ofBooking("u", id)} AND u.quantity > 0`;
}

/** What the booking has used and holds of the lot l. */
function givenBackBy(id: string, now: string): string {
  return `coalesce((SELECT u.quantity FROM credit_usages u WHERE ${ofBooking("u", id)} AND u.lot_id = l.id), 0)
    + CASE WHEN b.held = 0 THEN 0 ELSE (SELECT coalesce(sum(hp.quantity), 0) FROM credit_holds h JOIN credit_hold_parts hp ON hp.hold_id = h.id
      WHERE ${ofBooking("h", id)} AND hp.lot_id = l.id AND h.expires_at > ${now}
        AND NOT EXISTS (SELECT FROM credit_hold_resolutions hr WHERE hr.hold_id = h.id)) END`;
}

const SCOPED = (alias: string) =>
  `'unit', ${alias}.unit, 'currency', ${alias}.currency, 'quantity', ${alias}.quantity, 'resource_ids', ${alias}.resource_ids,
    'resource_kinds', ${alias}.resource_kinds, 'location_ids', ${alias}.location_ids`;

function plans({ now }: SpendableFragments, units: string): string {
  return `SELECT jsonb_agg(jsonb_build_object('owner_id', o.id, 'is_team', o.is_team, 'plan_id', o.plan_id,
      'opened', CASE WHEN c.starts_at IS NULL THEN NULL ELSE jsonb_build_object('plan_id', c.plan_id, 'starts_at', ${epochMs("c.starts_at")}) END,
      'allowances', ${listOf(`SELECT jsonb_agg(jsonb_build_object('id', a.id, 'rollover_cap', a.rollover_cap, ${SCOPED("a")}) ORDER BY a.id)
        FROM plan_allowances a WHERE a.organization_id = $organizationId::uuid AND a.plan_id = o.plan_id AND a.unit IN (${units})`)},
      'given', CASE WHEN c.plan_id IS NOT DISTINCT FROM o.plan_id THEN '[]'::jsonb ELSE ${listOf(GIVEN)} END))
    FROM (SELECT p.id, false AS is_team, CASE WHEN p.status <> 'suspended' THEN p.plan_id END AS plan_id
      UNION ALL SELECT t.id, true, CASE WHEN t.archived_at IS NULL THEN t.plan_id END FROM teams t WHERE t.id = p.team_id
      UNION ALL SELECT q.id, false, q.plan_id FROM people q
        WHERE q.organization_id = $organizationId::uuid AND q.team_id = p.team_id AND q.id <> p.id AND q.plan_id IS NOT NULL AND q.status <> 'suspended'
          AND EXISTS (SELECT FROM credit_schedules s WHERE s.organization_id = $organizationId::uuid AND s.person_id = q.id AND s.outcome IS NULL)) o
    LEFT JOIN LATERAL (SELECT c.plan_id, c.starts_at FROM credit_periods c
      WHERE c.organization_id = $organizationId::uuid AND c.owner_id = o.id AND c.starts_at <= ${now}
      ORDER BY c.starts_at DESC, c.ordinal DESC LIMIT 1) c ON true`;
}

/** Net of what changes of plan took back, as `openPeriod` counts it. */
const GIVEN = `SELECT jsonb_agg(jsonb_build_object(${SCOPED("g")})) FROM (
    SELECT l.unit, l.currency, l.resource_ids, l.resource_kinds, l.location_ids, sum(e.quantity) AS quantity
    FROM credit_lots l JOIN credit_entries e ON e.lot_id = l.id JOIN credit_transfers t ON t.id = e.transfer_id
    WHERE l.organization_id = $organizationId::uuid AND l.owner_id = o.id AND l.plan_id IS NOT NULL AND l.source = 'plan'
      AND ${isInPeriod("l.starts_at", "c.starts_at")} AND t.cause_type = 'plan' AND t.kind IN ('grant', 'take_back')
    GROUP BY 1, 2, 3, 4, 5) g`;

function schedules({ exceptCauseId }: SpendableFragments, units: string): string {
  return `SELECT jsonb_agg(jsonb_build_object('person_id', s.person_id, 'unit', s.unit, 'currency', s.currency, 'quantity', s.quantity,
      'used_at', ${epochMs("s.used_at")}, 'resource_id', s.resource_id, 'resource_kind', s.resource_kind, 'location_id', s.location_id)
      ORDER BY s.created_at, s.id)
    FROM credit_schedules s WHERE s.organization_id = $organizationId::uuid AND s.outcome IS NULL AND s.unit IN (${units})
      AND s.person_id IN (SELECT p.id UNION SELECT q.id FROM people q WHERE q.organization_id = $organizationId::uuid AND q.team_id = p.team_id)
      ${exceptCauseId === null ? "" : `AND (s.cause_type <> 'booking' OR s.cause_id IS DISTINCT FROM (${exceptCauseId})::text)`}`;
}
