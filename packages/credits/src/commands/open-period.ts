import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { Interval } from "@working-social/kernel";
import { newId } from "@working-social/kernel";
import { loadAllowances } from "../queries/load-allowances.ts";
import { isInPeriod, loadZone } from "../queries/load-zone.ts";
import { lockOwner, requireOwner } from "../steps/owner.ts";
import { ownerId, ownerIds } from "../rules/owner-ids.ts";
import { periodName, periodOf } from "../rules/period.ts";
import { allowanceKey, planChanges } from "../rules/plan-credits.ts";
import type { PlanChange } from "../rules/plan-credits.ts";
import type { CreditOwner, CreditScope, CreditUnit } from "../schema.ts";
import { grantCredits } from "./grant-credits.ts";
import { rollOver } from "./roll-over.ts";
import { clawBackCredits } from "./claw-back-credits.ts";

export interface OpenPeriodInput {
  owner: CreditOwner;
  /** Compare with the plan's allowances even though this period was opened with this plan: they have changed. */
  again?: boolean | undefined;
}
export interface OpenedPeriod {
  /** False: there was nothing to do. */
  isNew: boolean;
  granted: number;
  rolledOver: number;
  takenBack: number;
}

/** The owner's period at this moment, as far as opening it goes. */
export interface OwnerPeriod {
  owner: CreditOwner;
  planId: string | null;
  period: Interval;
  name: string;
  ordinal: number;
}

/**
 * Opens the period of now for an owner, or brings it to another plan: carries over what the last one left, up to the cap,
 * and brings the plan's credits to what the plan gives. Nothing happens the second time. Grants one lot for each allowance,
 * valid for usage within the period. Throws not_found (owner).
 */
export async function openPeriod(
  tx: Sql,
  ctx: Context,
  { owner, again = false }: OpenPeriodInput,
): Promise<OpenedPeriod> {
  await lockOwner(tx, ctx, owner);
  const { opening, wasOpenedWith } = await ownerPeriod(tx, ctx, owner);
  const nothing = { isNew: false, granted: 0, rolledOver: 0, takenBack: 0 };
  if (wasOpenedWith === opening.planId && !again) return nothing;
  if (wasOpenedWith === undefined && opening.planId === null && !(await hasPlanLots(tx, ctx, owner))) return nothing;
  await markOpened(tx, ctx, opening);
  const rolledOver = wasOpenedWith === undefined ? await rollOver(tx, ctx, opening) : 0;
  const changes = planChanges(await loadAllowances(tx, ctx, opening.planId), await givenByPlans(tx, ctx, opening));
  let [granted, takenBack] = [0, 0];
  for (const change of changes) {
    if (change.change > 0) granted += await grantFromPlan(tx, ctx, opening, change);
    else takenBack += await takeFromPlan(tx, ctx, opening, change);
  }
  return { isNew: true, granted, rolledOver, takenBack };
}

async function ownerPeriod(
  tx: Sql,
  ctx: Context,
  owner: CreditOwner,
): Promise<{ opening: OwnerPeriod; wasOpenedWith: string | null | undefined }> {
  await requireOwner(tx, ctx, owner);
  const zone = await loadZone(tx, ctx);
  const period = periodOf(ctx.clock.now(), zone);
  const { personId, teamId } = ownerIds(owner);
  const [row] = await tx.query<{ plan_id: string | null; opened: { plan_id: string | null; ordinal: number } | null }>(
    `SELECT coalesce((SELECT plan_id FROM people WHERE id = $2::uuid AND status <> 'suspended'), (SELECT plan_id FROM teams WHERE id = $3::uuid AND archived_at IS NULL)) AS plan_id,
       (SELECT jsonb_build_object('plan_id', c.plan_id, 'ordinal', c.ordinal) FROM credit_periods c
        WHERE c.organization_id = $1::uuid AND c.owner_id = coalesce($2::uuid, $3::uuid) AND ${isInPeriod("c.starts_at", "$4::timestamptz")}
        ORDER BY c.ordinal DESC LIMIT 1) AS opened`,
    [ctx.organizationId, personId, teamId, timestamp(period.start)],
  );
  const opened = row?.opened ?? null;
  const ordinal = opened === null ? 0 : opened.ordinal + 1;
  return {
    opening: { owner, planId: row?.plan_id ?? null, period, name: periodName(period, zone), ordinal },
    wasOpenedWith: opened === null ? undefined : opened.plan_id,
  };
}

async function markOpened(tx: Sql, ctx: Context, { owner, planId, period, ordinal }: OwnerPeriod): Promise<void> {
  const { personId, teamId } = ownerIds(owner);
  await tx.query(
    `INSERT INTO credit_periods (id, organization_id, person_id, team_id, plan_id, starts_at, ordinal, opened_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::timestamptz, $7::int, $8::timestamptz)`,
    [
      newId(),
      ctx.organizationId,
      personId,
      teamId,
      planId,
      timestamp(period.start),
      ordinal,
      timestamp(ctx.clock.now()),
    ],
  );
}

async function hasPlanLots(tx: Sql, ctx: Context, owner: CreditOwner): Promise<boolean> {
  const rows = await tx.query(
    `SELECT l.id FROM credit_balances b JOIN credit_lots l ON l.id = b.lot_id
     WHERE b.organization_id = $1::uuid AND b.is_alive AND b.owner_id = $2::uuid AND l.plan_id IS NOT NULL AND b.balance > 0 LIMIT 1`,
    [ctx.organizationId, ownerId(owner)],
  );
  return rows.length > 0;
}

interface GivenRow {
  unit: CreditUnit;
  currency: string | null;
  resource_ids: string[];
  resource_kinds: CreditScope["resourceKinds"];
  location_ids: string[];
  given: number;
}

/** What plans gave for this period, net of what changes of plan took back; what managers took stays given. */
async function givenByPlans(tx: Sql, ctx: Context, { owner, period }: OwnerPeriod): Promise<Map<string, number>> {
  const rows = await tx.query<GivenRow>(
    `SELECT l.unit, l.currency, l.resource_ids, l.resource_kinds, l.location_ids, sum(e.quantity)::bigint AS given
     FROM credit_lots l JOIN credit_entries e ON e.lot_id = l.id JOIN credit_transfers t ON t.id = e.transfer_id
     WHERE l.organization_id = $1::uuid AND l.owner_id = $2::uuid AND l.plan_id IS NOT NULL AND l.source = 'plan' AND ${isInPeriod("l.starts_at", "$3::timestamptz")}
       AND t.cause_type = 'plan' AND t.kind IN ('grant', 'take_back')
     GROUP BY 1, 2, 3, 4, 5`,
    [ctx.organizationId, ownerId(owner), timestamp(period.start)],
  );
  return new Map(
    rows.map((row) => {
      const scope = { resourceIds: row.resource_ids, resourceKinds: row.resource_kinds, locationIds: row.location_ids };
      return [allowanceKey({ unit: row.unit, currency: row.currency, scope }), row.given];
    }),
  );
}

async function grantFromPlan(
  tx: Sql,
  ctx: Context,
  opening: OwnerPeriod,
  { key, allowance, change }: PlanChange,
): Promise<number> {
  const { owner, planId, period, name, ordinal } = opening;
  if (!allowance || planId === null) return 0;
  const { quantity } = await grantCredits(tx, ctx, {
    owner,
    ...allowance,
    quantity: change,
    source: "plan",
    label: name,
    startsAt: period.start,
    expiresAt: period.end,
    planId,
    cause: { type: "plan", id: planId, label: name },
    idempotencyKey: `plan:${ownerId(owner)}:${name}:${ordinal}:${key}`,
  });
  return quantity;
}

/** A smaller plan takes back what is unspent of the larger one's; what was used stays used. */
async function takeFromPlan(tx: Sql, ctx: Context, opening: OwnerPeriod, { key, change }: PlanChange): Promise<number> {
  const { owner, planId, name, ordinal } = opening;
  const lots = await planLots(tx, ctx, opening, key);
  const [first] = lots;
  if (!first) return 0;
  const { covered } = await clawBackCredits(tx, ctx, {
    owner,
    unit: first.unit,
    currency: first.currency,
    quantity: -change,
    lotIds: lots.map(({ id }) => id),
    reason: "plan_changed",
    cause: { type: "plan", id: planId ?? ownerId(owner), label: name },
    idempotencyKey: `plan:${ownerId(owner)}:${name}:${ordinal}:${key}`,
  });
  return covered;
}

async function planLots(tx: Sql, ctx: Context, { owner, period }: OwnerPeriod, key: string) {
  const rows = await tx.query<Omit<GivenRow, "given"> & { id: string }>(
    `SELECT id, unit, currency, resource_ids, resource_kinds, location_ids FROM credit_lots
     WHERE organization_id = $1::uuid AND owner_id = $2::uuid AND plan_id IS NOT NULL AND source = 'plan' AND ${isInPeriod("starts_at", "$3::timestamptz")} ORDER BY id`,
    [ctx.organizationId, ownerId(owner), timestamp(period.start)],
  );
  return rows.filter((row) => {
    const scope = { resourceIds: row.resource_ids, resourceKinds: row.resource_kinds, locationIds: row.location_ids };
    return allowanceKey({ unit: row.unit, currency: row.currency, scope }) === key;
  });
}
