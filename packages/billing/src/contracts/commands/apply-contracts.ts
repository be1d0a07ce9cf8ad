import type { Context } from "@working-social/db";
import { inTransaction, read } from "@working-social/db";
import { authorize, toLocal } from "@working-social/kernel";
import { followPlan, holderOf } from "../steps/follow-plan.ts";

/**
 * The job of each morning, by the clock of each place: whoever's contract begins, changes, pauses or ends on this day has the
 * plan that it says. Safe to repeat, and beside itself. Returns how many holders it looked at.
 */
export async function applyContracts(ctx: Context): Promise<{ holders: number }> {
  authorize(ctx, ...applyContracts.needs);
  const holders = await holdersToLookAt(ctx);
  for (const holder of holders) await inTransaction(ctx, (tx) => followPlan(tx, ctx, holderOf(holder)));
  return { holders: holders.length };
}
applyContracts.needs = ["applyContracts"] as const;

/** Whose plan is not what their membership says today. A plan without any membership is left alone. */
async function holdersToLookAt(ctx: Context) {
  const sql = read(ctx);
  const zones = await sql.query<{ id: string; time_zone: string }>(
    "SELECT id, time_zone FROM locations WHERE organization_id = $1::uuid",
    [ctx.organizationId],
  );
  const today = zones.map(({ time_zone: zone }) => toLocal(ctx.clock.now(), zone).date);
  return sql.query<{ personId: string | null; teamId: string | null }>(
    `WITH place AS (SELECT id, today FROM unnest($2::uuid[], $3::date[]) AS p (id, today)),
     said AS (
       SELECT c.holder_id, c.person_id, c.team_id, max(CASE WHEN c.starts_on <= p.today AND (c.ends_on IS NULL OR c.ends_on >= p.today)
           AND NOT EXISTS (SELECT FROM contract_pauses q WHERE q.contract_id = c.id AND q.withdrawn_at IS NULL AND q.starts_on <= p.today
             AND (q.until_day IS NULL OR p.today < q.until_day))
         THEN (SELECT t.plan_id FROM contract_lines l JOIN contract_terms t ON t.line_id = l.id AND t.withdrawn_at IS NULL WHERE l.contract_id = c.id AND l.kind = 'plan' AND t.valid_from <= p.today
           ORDER BY t.valid_from DESC, t.created_at DESC, t.id DESC LIMIT 1)::text END) AS plan_id
       FROM contracts c JOIN place p ON p.id = c.location_id
       WHERE c.organization_id = $1::uuid AND c.kind = 'membership' AND c.withdrawn_at IS NULL GROUP BY c.holder_id, c.person_id, c.team_id)
     SELECT s.person_id AS "personId", s.team_id AS "teamId" FROM said s
     LEFT JOIN people h ON h.id = s.person_id LEFT JOIN teams t ON t.id = s.team_id
     WHERE coalesce(h.plan_id, t.plan_id)::text IS DISTINCT FROM s.plan_id ORDER BY s.holder_id`,
    [ctx.organizationId, zones.map(({ id }) => id), today],
  );
}
