import type { Context, Sql } from "@working-social/db";
import { newId, notFound } from "@working-social/kernel";
import type { CreateBookingRuleInput } from "../schema.ts";

type Audience = Pick<CreateBookingRuleInput, "planIds" | "teamIds" | "roles">;

/** Replaces the plans, teams and roles that a rule speaks of. Throws not_found for a plan or team that is not there. */
export async function setAudience(tx: Sql, ctx: Context, ruleId: string, audience: Audience): Promise<void> {
  const { organizationId } = ctx;
  const planIds = [...new Set(audience.planIds)];
  const teamIds = [...new Set(audience.teamIds)];
  const plans = await tx.query("SELECT id FROM plans WHERE organization_id = $1 AND id = ANY($2::uuid[])", [
    organizationId,
    planIds,
  ]);
  if (plans.length < planIds.length) throw notFound("plan");
  const teams = await tx.query("SELECT id FROM teams WHERE organization_id = $1 AND id = ANY($2::uuid[])", [
    organizationId,
    teamIds,
  ]);
  if (teams.length < teamIds.length) throw notFound("team");
  await tx.query("DELETE FROM booking_rule_audiences WHERE organization_id = $1 AND rule_id = $2", [
    organizationId,
    ruleId,
  ]);
  const rows = [
    ...planIds.map((planId) => ({ id: newId(), planId })),
    ...teamIds.map((teamId) => ({ id: newId(), teamId })),
    ...[...new Set(audience.roles)].map((role) => ({ id: newId(), role })),
  ];
  await tx.query(
    `INSERT INTO booking_rule_audiences (id, organization_id, rule_id, plan_id, team_id, role)
     SELECT a.id, $1, $2, a."planId", a."teamId", a.role
     FROM json_to_recordset($3::json) AS a(id uuid, "planId" uuid, "teamId" uuid, role role)`,
    [organizationId, ruleId, JSON.stringify(rows)],
  );
}
