import type { Context, Prisma, Sql } from "@working-social/db";
import { read, withPrisma } from "@working-social/db";
import { authorize, formatInstant, notFound } from "@working-social/kernel";
import type {
  ApprovalRemindersInput,
  ApprovalRemindersView,
  LocationView,
  OpeningHoursInput,
  OpeningHoursView,
} from "./schema.ts";

const locationSelect = {
  id: true,
  name: true,
  timeZone: true,
  currency: true,
  taxName: true,
  taxBasisPoints: true,
  taxInclusive: true,
} satisfies Prisma.LocationSelect;

/** The locations in use, by name. Every screen asks for them: bare SQL. */
export async function listLocations(ctx: Context): Promise<LocationView[]> {
  authorize(ctx, ...listLocations.needs);
  return read(ctx).query<LocationView>(
    `SELECT id, name, time_zone AS "timeZone", currency, tax_name AS "taxName", tax_basis_points AS "taxBasisPoints",
       tax_inclusive AS "taxInclusive"
     FROM locations WHERE organization_id = $1 AND archived_at IS NULL ORDER BY name, id`,
    [ctx.organizationId],
  );
}
listLocations.needs = ["useSpace"] as const;

/** Throws not_found for an unknown, archived or foreign location. */
export async function requireLocation(prisma: Prisma.TransactionClient, id: string): Promise<LocationView> {
  const location = await prisma.location.findFirst({ where: { id, archivedAt: null }, select: locationSelect });
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
  return withPrisma(ctx, async ({ prisma }) => {
    await requireHoursOwner(prisma, input);
    return loadOpeningHours(prisma, input);
  });
}
openingHours.needs = ["useSpace"] as const;

/** Throws not_found unless the location is there, and the resource, if one is named, in it. */
export async function requireHoursOwner(
  prisma: Prisma.TransactionClient,
  { locationId, resourceId }: OpeningHoursInput,
): Promise<void> {
  await requireLocation(prisma, locationId);
  if (resourceId === null) return;
  const resource = await prisma.resource.findFirst({ where: { id: resourceId, locationId }, select: { id: true } });
  if (!resource) throw notFound("resource");
}

export async function loadOpeningHours(
  prisma: Prisma.TransactionClient,
  { locationId, resourceId }: OpeningHoursInput,
): Promise<OpeningHoursView> {
  const where = { locationId, resourceId };
  const interval = { opensMinute: true, closesMinute: true };
  const weekly = await prisma.openingHours.findMany({
    where,
    orderBy: [{ weekday: "asc" }, { opensMinute: "asc" }],
    select: { weekday: true, ...interval },
  });
  const exceptions = await prisma.openingException.findMany({
    where,
    orderBy: [{ date: "asc" }, { opensMinute: "asc" }],
    select: { date: true, ...interval, reason: true },
  });
  return {
    weekly,
    exceptions: exceptions.map((day) => ({ ...day, date: formatInstant(day.date.getTime()).slice(0, 10) })),
  };
}
