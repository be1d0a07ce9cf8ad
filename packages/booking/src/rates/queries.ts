import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import { requireLocation } from "../locations/queries.ts";
import type { ListRatesInput, RateView } from "./schema.ts";

const COLUMNS = `r.id, r.name, r.location_id AS "locationId", r.resource_kind AS "resourceKind", r.resource_id AS "resourceId",
  r.audience, r.plan_id AS "planId", r.weekdays, r.band_from_minute AS "bandFromMinute", r.band_to_minute AS "bandToMinute", r.unit,
  r.price_minor AS "priceMinor", r.minimum_charge_minor AS "minimumChargeMinor"`;

/** A location's rates in force, in the order in which they were made. Needs manageSpace. Throws not_found. */
export async function listRates(ctx: Context, { locationId }: ListRatesInput): Promise<RateView[]> {
  authorize(ctx, ...listRates.needs);
  await requireLocation(read(ctx), ctx, locationId);
  return read(ctx).query<RateView>(
    `SELECT ${COLUMNS} FROM rates r
     WHERE r.organization_id = $1 AND r.location_id = $2 AND r.archived_at IS NULL ORDER BY r.created_at, r.id`,
    [ctx.organizationId, locationId],
  );
}
listRates.needs = ["manageSpace"] as const;

/** Throws not_found for an unknown, archived or foreign rate. */
export async function requireRate(sql: Sql, ctx: Context, id: string): Promise<RateView> {
  const [rate] = await sql.query<RateView>(
    `SELECT ${COLUMNS} FROM rates r WHERE r.organization_id = $1 AND r.id = $2 AND r.archived_at IS NULL`,
    [ctx.organizationId, id],
  );
  if (!rate) throw notFound("rate");
  return rate;
}
