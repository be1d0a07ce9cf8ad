import type { Context, Sql } from "@working-social/db";
import { notFound } from "@working-social/kernel";
import { requireLocation } from "../../locations/queries.ts";

/** Which resources a rule, a rate or a policy is about: each set field narrows. */
export interface Target {
  locationId: string | null;
  resourceId: string | null;
}

/** Throws not_found unless the location is there, and the resource is in it. */
export async function requireTarget(sql: Sql, ctx: Context, { locationId, resourceId }: Target): Promise<void> {
  if (locationId !== null) await requireLocation(sql, ctx, locationId);
  if (resourceId === null) return;
  const [found] = await sql.query(
    "SELECT id FROM resources WHERE organization_id = $1 AND id = $2 AND ($3::uuid IS NULL OR location_id = $3)",
    [ctx.organizationId, resourceId, locationId],
  );
  if (!found) throw notFound("resource");
}

/** The same of an update: what it does not touch may be archived by now. */
export async function requireNewTarget(sql: Sql, ctx: Context, changed: Partial<Target>, whole: Target): Promise<void> {
  if (changed.locationId !== undefined || changed.resourceId !== undefined) await requireTarget(sql, ctx, whole);
}
