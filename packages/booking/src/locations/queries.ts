import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import type {
  ApprovalRemindersInput,
  ApprovalRemindersView,
  LocationView,
  OpeningHoursInput,
  OpeningHoursView,
} from "./schema.ts";

const COLUMNS = `id, name, time_zone AS "timeZone", currency, tax_name AS "taxName", tax_basis_points AS "taxBasisPoints",
  tax_inclusive AS "taxInclusive", zero_tax_category AS "zeroTaxCategory", language, region`;

/** The locations in use, by name. Every screen asks for them: bare SQL. */
export async function listLocations(ctx: Context): Promise<LocationView[]> {
  authorize(ctx, ...listLocations.needs);
  return read(ctx).query<LocationView>(
    `SELECT ${COLUMNS} FROM locations WHERE organization_id = $1 AND archived_at IS NULL ORDER BY name, id`,
    [ctx.organizationId],
  );
}
listLocations.needs = ["useSpace"] as const;

/** Throws not_found for an unknown, archived or foreign location. */
export async function requireLocation(sql: Sql, ctx: Context, id: string): Promise<LocationView> {
  const [location] = await sql.query<LocationView>(
    `SELECT ${COLUMNS} FROM locations WHERE organization_id = $1 AND id = $2 AND archived_at IS NULL`,
    [ctx.organizationId, id],
  );
  if (!location) throw notFound("location");
  return location;
}

/** When the front desk of a location is reminded of requests that still wait. Throws not_found. */
export async function approvalReminders(
  ctx: Context,
  { locationId }: ApprovalRemindersInput,
): Promise<ApprovalRemindersView> {
  authorize(ctx, ...approvalReminders.needs);
  return requireReminders(read(ctx), ctx, locationId);
}
approvalReminders.needs = ["manageSpace", "manageBookings"] as const;

export async function requireReminders(sql: Sql, ctx: Context, locationId: string): Promise<ApprovalRemindersView> {
  const [found] = await sql.query<ApprovalRemindersView>(
    `SELECT approval_reminder_hours AS "hoursBefore" FROM locations WHERE organization_id = $1 AND id = $2 AND archived_at IS NULL`,
    [ctx.organizationId, locationId],
  );
  if (!found) throw notFound("location");
  return found;
}

/** The weekly hours and the exceptions of a location, or of one of its resources alone. Throws not_found. */
export async function openingHours(ctx: Context, input: OpeningHoursInput): Promise<OpeningHoursView> {
  authorize(ctx, ...openingHours.needs);
  await requireHoursOwner(read(ctx), ctx, input);
  return loadOpeningHours(read(ctx), ctx, input);
}
openingHours.needs = ["useSpace"] as const;

/** Throws not_found unless the location is there, and the resource, if one is named, in it. */
export async function requireHoursOwner(
  sql: Sql,
  ctx: Context,
  { locationId, resourceId }: OpeningHoursInput,
): Promise<void> {
  await requireLocation(sql, ctx, locationId);
  if (resourceId === null) return;
  const [found] = await sql.query(
    "SELECT id FROM resources WHERE organization_id = $1 AND location_id = $2 AND id = $3",
    [ctx.organizationId, locationId, resourceId],
  );
  if (!found) throw notFound("resource");
}

export async function loadOpeningHours(
  sql: Sql,
  ctx: Context,
  { locationId, resourceId }: OpeningHoursInput,
): Promise<OpeningHoursView> {
  const owner = [ctx.organizationId, locationId, resourceId];
  const weekly = await sql.query<OpeningHoursView["weekly"][number]>(
    `SELECT weekday, opens_minute AS "opensMinute", closes_minute AS "closesMinute" FROM opening_hours
     WHERE organization_id = $1 AND location_id = $2 AND resource_id IS NOT DISTINCT FROM $3::uuid ORDER BY weekday, opens_minute`,
    owner,
  );
  const exceptions = await sql.query<OpeningHoursView["exceptions"][number]>(
    `SELECT date::text AS date, opens_minute AS "opensMinute", closes_minute AS "closesMinute", reason FROM opening_exceptions
     WHERE organization_id = $1 AND location_id = $2 AND resource_id IS NOT DISTINCT FROM $3::uuid ORDER BY date, opens_minute`,
    owner,
  );
  return { weekly, exceptions };
}
