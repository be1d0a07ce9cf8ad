import type { Context } from "@working-social/db";
import { timestamp, withPrisma } from "@working-social/db";
import { changesBetween } from "@working-social/directory";
import { authorize, editBetween, isUntouched, mergeEdit, newId, parseInstant } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { loadOpeningHours, requireHoursOwner } from "../queries.ts";
import type { OpeningHoursView, SetOpeningHoursInput } from "../schema.ts";

/**
 * Replaces the week, the exceptions or both of the location, or of one resource. Bookings outside of the new hours stay.
 * Needs manageSpace. Throws not_found, and edited_meanwhile when what is replaced is not what `seen` says.
 */
export async function setOpeningHours(
  ctx: Context,
  { locationId, resourceId, seen, ...edit }: SetOpeningHoursInput,
): Promise<OpeningHoursView> {
  authorize(ctx, ...setOpeningHours.needs);
  const owner = { locationId, resourceId };
  const row = () => ({ id: newId(), organizationId: ctx.organizationId, ...owner });
  return withPrisma(ctx, async (tx) => {
    // Two managers who save at once: without the lock, neither deletes what the other inserts, and both weeks add up.
    await tx.query("SELECT id FROM locations WHERE id = $1::uuid FOR NO KEY UPDATE", [locationId]);
    await requireHoursOwner(tx.prisma, owner);
    const before = await loadOpeningHours(tx.prisma, owner);
    const { weekly, exceptions } = mergeEdit(before, edit, seen);
    if (isUntouched(editBetween(before, { weekly, exceptions }))) return before;
    await tx.prisma.openingHours.deleteMany({ where: owner });
    await tx.prisma.openingException.deleteMany({ where: owner });
    await tx.prisma.openingHours.createMany({ data: weekly.map((hours) => ({ ...row(), ...hours })) });
    await tx.prisma.openingException.createMany({
      data: exceptions.map((day) => ({ ...row(), ...day, date: timestamp(parseInstant(`${day.date}T00:00:00Z`)) })),
    });
    const subject =
      resourceId === null
        ? ({ subjectType: "location", subjectId: locationId } as const)
        : ({ subjectType: "resource", subjectId: resourceId } as const);
    const after = await loadOpeningHours(tx.prisma, owner);
    const changes = changesBetween(before, after);
    await emit(tx, ctx, { name: "opening_hours.set", ...subject, data: { changes } });
    return after;
  });
}
setOpeningHours.needs = ["manageSpace"] as const;
