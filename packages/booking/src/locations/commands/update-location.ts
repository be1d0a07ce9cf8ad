import type { Context } from "@working-social/db";
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
  const currencyInUse = () => bookingError({ code: "currency_in_use" });
  const write = () =>
    withPrisma(ctx, async (tx) => {
      const before = await requireLocation(tx.prisma, id);
      await tx.prisma.location.update({ where: { id }, data: fields });
      await recordAudit(tx, ctx, {
        action: "location.update",
        subjectType: "location",
        subjectId: id,
        data: { changes: changesBetween(before, fields) },
      });
      return requireLocation(tx.prisma, id);
    });
  return onConstraint(
    "locations_organization_id_name_key",
    () => nameTaken(fields.name),
    () => onConstraint("locations_keep_their_currency", currencyInUse, write),
  );
}
