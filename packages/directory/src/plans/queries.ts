import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import type { PlanView } from "../schema.ts";

const COLUMNS = `p.id, p.name,
  (SELECT count(*) FROM people h WHERE h.organization_id = p.organization_id AND h.plan_id = p.id AND h.status <> 'suspended') AS "peopleCount",
  (SELECT count(*) FROM teams t WHERE t.organization_id = p.organization_id AND t.plan_id = p.id AND t.archived_at IS NULL) AS "teamCount"`;

/** The plans in use, by name, with how many people and teams have each. */
export async function listPlans(ctx: Context): Promise<PlanView[]> {
  authorize(ctx, ...listPlans.needs);
  return read(ctx).query<PlanView>(
    `SELECT ${COLUMNS} FROM plans p WHERE p.organization_id = $1 AND p.archived_at IS NULL ORDER BY p.name`,
    [ctx.organizationId],
  );
}
listPlans.needs = ["useSpace"] as const;

/** Throws not_found for an unknown, archived or foreign plan. */
export async function requirePlan(sql: Sql, ctx: Context, id: string): Promise<PlanView> {
  const [plan] = await sql.query<PlanView>(
    `SELECT ${COLUMNS} FROM plans p WHERE p.organization_id = $1 AND p.id = $2 AND p.archived_at IS NULL`,
    [ctx.organizationId, id],
  );
  if (!plan) throw notFound("plan");
  return plan;
}
