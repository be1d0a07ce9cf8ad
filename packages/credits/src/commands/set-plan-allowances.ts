import type { Context, Sql } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { authorize, mergeEdit, newId, notFound } from "@working-social/kernel";
import { emit } from "../events.ts";
import { requireUnit, normalizeScope } from "../rules/checks.ts";
import { creditsError } from "../errors.ts";
import { loadAllowances } from "../queries/load-allowances.ts";
import { allowanceKey } from "../rules/plan-credits.ts";
import type { PlanAllowance, SetPlanAllowancesInput } from "../schema.ts";

/**
 * What a plan gives from its members' next period on; what they were given stays, unless `andThen`, in the same transaction,
 * opens their period again (`changePlanAllowances` of `charges`). Needs managePeople. Throws not_found (plan, or what a scope
 * names), allowance_twice, currency_mismatch, and edited_meanwhile when it gives something else than `seen` says.
 */
export async function setPlanAllowances(
  ctx: Context,
  { planId, allowances, from = "next_period", seen }: SetPlanAllowancesInput,
  andThen?: (tx: Sql) => Promise<void>,
): Promise<PlanAllowance[]> {
  authorize(ctx, ...setPlanAllowances.needs);
  const wanted = allowances.map((allowance) => ({
    ...allowance,
    currency: requireUnit(allowance),
    scope: normalizeScope(allowance.scope),
  }));
  requireDifferent(wanted);
  return inTransaction(ctx, async (tx) => {
    // The plan's row makes two managers take turns.
    const [plan] = await tx.query(
      "SELECT id FROM plans WHERE organization_id = $1::uuid AND id = $2::uuid AND archived_at IS NULL FOR NO KEY UPDATE",
      [ctx.organizationId, planId],
    );
    if (!plan) throw notFound("plan");
    const before = await loadAllowances(tx, ctx, planId);
    mergeEdit({ allowances: before }, { allowances: wanted }, seen);
    for (const { scope } of wanted) await requireScope(tx, ctx, scope);
    await tx.query("DELETE FROM plan_allowances WHERE organization_id = $1::uuid AND plan_id = $2::uuid", [
      ctx.organizationId,
      planId,
    ]);
    for (const allowance of wanted) await insertAllowance(tx, ctx, planId, allowance);
    await emit(tx, ctx, {
      name: "plan.allowances_set",
      subjectType: "plan",
      subjectId: planId,
      data: { before, after: wanted, from },
    });
    await andThen?.(tx);
    return loadAllowances(tx, ctx, planId);
  });
}
setPlanAllowances.needs = ["managePeople"] as const;

function requireDifferent(allowances: readonly PlanAllowance[]): void {
  const seen = new Set<string>();
  for (const allowance of allowances) {
    const key = allowanceKey(allowance);
    if (seen.has(key)) throw creditsError({ code: "allowance_twice", unit: allowance.unit });
    seen.add(key);
  }
}

/** Throws not_found for a resource or location that is not there, or another organization's. */
export async function requireScope(
  sql: Sql,
  ctx: Context,
  { resourceIds, locationIds }: PlanAllowance["scope"],
): Promise<void> {
  const [found] = await sql.query<{ resources: number; locations: number }>(
    `SELECT (SELECT count(*) FROM resources WHERE organization_id = $1::uuid AND id = ANY($2::uuid[])) AS resources,
       (SELECT count(*) FROM locations WHERE organization_id = $1::uuid AND id = ANY($3::uuid[])) AS locations`,
    [ctx.organizationId, resourceIds, locationIds],
  );
  if (found?.resources !== new Set(resourceIds).size) throw notFound("resource");
  if (found.locations !== new Set(locationIds).size) throw notFound("location");
}

async function insertAllowance(
  tx: Sql,
  ctx: Context,
  planId: string,
  { unit, currency, quantity, rolloverCap, scope }: PlanAllowance,
): Promise<void> {
  await tx.query(
    `INSERT INTO plan_allowances (id, organization_id, plan_id, unit, currency, quantity, rollover_cap, resource_ids, resource_kinds, location_ids)
     VALUES ($id::uuid, $organizationId::uuid, $planId::uuid, $unit::credit_unit, $currency, $quantity::bigint, $rolloverCap::bigint,
       $resourceIds::uuid[], $resourceKinds::text[], $locationIds::uuid[])`,
    {
      id: newId(),
      organizationId: ctx.organizationId,
      planId,
      unit,
      currency,
      quantity,
      rolloverCap,
      resourceIds: scope.resourceIds,
      resourceKinds: scope.resourceKinds,
      locationIds: scope.locationIds,
    },
  );
}
