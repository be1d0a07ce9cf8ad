import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import { requireLocation } from "../locations/queries.ts";
import type { CancellationPolicyView, ListCancellationPoliciesInput } from "./schema.ts";

/** Tiers from the earliest (most hours before the start) to the latest. */
const COLUMNS = `p.id, p.name, p.location_id AS "locationId", p.resource_kind AS "resourceKind", p.resource_id AS "resourceId",
  (SELECT coalesce(json_agg(json_build_object('hoursBefore', t.hours_before, 'feePercent', t.fee_percent) ORDER BY t.hours_before DESC), '[]')
   FROM cancellation_tiers t WHERE t.policy_id = p.id) AS tiers`;

/** A location's policies in force, in the order in which they were made. Needs manageSpace. Throws not_found. */
export async function listCancellationPolicies(
  ctx: Context,
  { locationId }: ListCancellationPoliciesInput,
): Promise<CancellationPolicyView[]> {
  authorize(ctx, ...listCancellationPolicies.needs);
  await requireLocation(read(ctx), ctx, locationId);
  return read(ctx).query<CancellationPolicyView>(
    `SELECT ${COLUMNS} FROM cancellation_policies p
     WHERE p.organization_id = $1 AND p.location_id = $2 AND p.archived_at IS NULL ORDER BY p.created_at, p.id`,
    [ctx.organizationId, locationId],
  );
}
listCancellationPolicies.needs = ["manageSpace"] as const;

/** Throws not_found for an unknown, archived or foreign policy. */
export async function requireCancellationPolicy(sql: Sql, ctx: Context, id: string): Promise<CancellationPolicyView> {
  const [policy] = await sql.query<CancellationPolicyView>(
    `SELECT ${COLUMNS} FROM cancellation_policies p WHERE p.organization_id = $1 AND p.id = $2 AND p.archived_at IS NULL`,
    [ctx.organizationId, id],
  );
  if (!policy) throw notFound("cancellation_policy");
  return policy;
}
