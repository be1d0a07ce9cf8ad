import type { Context, Sql } from "@working-social/db";
import { emit } from "../../events.ts";

/** Whose plan it is: of a person, or of a team for its people. */
export type PlanHolder = { readonly personId: string } | { readonly teamId: string };

/** Makes a plan that of a person or team, as their contract says on this day; null: none. What follows (credits) follows. */
export async function assignPlan(tx: Sql, ctx: Context, holder: PlanHolder, planId: string | null): Promise<void> {
  const isPerson = "personId" in holder;
  const id = isPerson ? holder.personId : holder.teamId;
  const [row] = isPerson
    ? await tx.query<{ before: string | null }>(
        `UPDATE people p SET plan_id = $3::uuid FROM (SELECT id, plan_id FROM people WHERE organization_id = $1::uuid AND id = $2::uuid FOR NO KEY UPDATE) o
         WHERE p.id = o.id AND o.plan_id IS DISTINCT FROM $3::uuid RETURNING o.plan_id AS before`,
        [ctx.organizationId, id, planId],
      )
    : await tx.query<{ before: string | null }>(
        `UPDATE teams t SET plan_id = $3::uuid FROM (SELECT id, plan_id FROM teams WHERE organization_id = $1::uuid AND id = $2::uuid FOR NO KEY UPDATE) o
         WHERE t.id = o.id AND o.plan_id IS DISTINCT FROM $3::uuid RETURNING o.plan_id AS before`,
        [ctx.organizationId, id, planId],
      );
  if (!row) return;
  const changes = { planId: [row.before, planId] as const };
  if (isPerson)
    await emit(tx, ctx, {
      name: "person.updated",
      subjectType: "person",
      subjectId: id,
      data: { changes },
      personal: { changes: {} },
    });
  else await emit(tx, ctx, { name: "team.updated", subjectType: "team", subjectId: id, data: { changes } });
}
