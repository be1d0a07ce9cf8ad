import type { Context, PrismaTransaction } from "@working-social/db";
import { onConstraint, recordAudit, withPrisma } from "@working-social/db";
import { authorize, changesBetween, nameTaken } from "@working-social/directory";
import { bookingError } from "../../errors.ts";
import { requireLocation } from "../queries.ts";
import type { LocationView, UpdateLocationInput } from "../schema.ts";

/**
 * Changes a location. Its bookings keep their instants when the time zone changes, and their agreed prices when the tax
 * does. Needs manageSpace. Throws name_taken, currency_in_use, not_found.
 */
export async function updateLocation(ctx: Context, { id, ...fields }: UpdateLocationInput): Promise<LocationView> {
  authorize(ctx, "manageSpace");
  return onConstraint("locations_organization_id_name_key", () => nameTaken(fields.name), () =>
    withPrisma(ctx, async (tx) => {
      const before = await requireLocation(tx.prisma, id);
      if (fields.currency !== before.currency) await refuseWithBookings(tx, id);
      await tx.prisma.location.update({ where: { id }, data: fields });
      await recordAudit(tx, ctx, { action: "location.update", subjectType: "location", subjectId: id, data: { changes: changesBetween(before, fields) } });
      return requireLocation(tx.prisma, id);
    }),
  );
}

/**
 * FOR UPDATE waits for every booking that is being written here, since their foreign keys hold the row; the next
 * statement then sees them.
 */
async function refuseWithBookings(tx: PrismaTransaction, locationId: string): Promise<void> {
  await tx.query("SELECT id FROM locations WHERE id = $1::uuid FOR UPDATE", [locationId]);
  const booking = await tx.prisma.booking.findFirst({ where: { locationId }, select: { id: true } });
  if (booking) throw bookingError({ code: "currency_in_use" });
}
