import type { CreditOwner, PlanAllowance, SetPlanAllowancesInput } from "@working-social/credits";
import { lockOwners, openPeriod, setPlanAllowances } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { openAndSettle } from "./open-and-settle.ts";
import { settleUnpaidUsage } from "./settle-unpaid-usage.ts";

/**
 * What a plan gives: from its members' next period on, or from now: then everybody on it gets the difference at once, which
 * pays what they owe, or loses what is unspent of it. Needs managePeople. Throws what `setPlanAllowances` throws.
 */
export async function changePlanAllowances(ctx: Context, input: SetPlanAllowancesInput): Promise<PlanAllowance[]> {
  authorize(ctx, ...changePlanAllowances.needs);
  if (input.from !== "now") return setPlanAllowances(ctx, input);
  return setPlanAllowances(ctx, input, (tx) => openAgain(tx, ctx, input.planId));
}
changePlanAllowances.needs = ["managePeople"] as const;

/** All owners are locked first, teams before people, so that the job and this never wait for each other in a circle. */
async function openAgain(tx: Sql, ctx: Context, planId: string): Promise<void> {
  const rows = await tx.query<{ id: string; is_team: boolean }>(
    `SELECT id, true AS is_team FROM teams WHERE organization_id = $1::uuid AND plan_id = $2::uuid AND archived_at IS NULL
     UNION ALL SELECT id, false FROM people WHERE organization_id = $1::uuid AND plan_id = $2::uuid AND status <> 'suspended'
     ORDER BY is_team DESC, id`,
    [ctx.organizationId, planId],
  );
  const idsOf = (isTeam: boolean) => rows.filter((row) => row.is_team === isTeam).map((row) => row.id);
  await lockOwners(tx, ctx, idsOf(true), idsOf(false));
  const owners = rows.map(({ id, is_team }): CreditOwner => (is_team ? { teamId: id } : { personId: id }));
  for (const owner of owners) await openAndSettle(tx, ctx, owner);
  for (const owner of owners) {
    const { granted } = await openPeriod(tx, ctx, { owner, again: true });
    if (granted > 0) await settleUnpaidUsage(tx, ctx, owner);
  }
}
