import type { Context, Sql } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { changesBetween } from "@working-social/directory";
import { authorize, editBetween, isUntouched, mergeEdit, newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { loadOpeningHours, requireHoursOwner } from "../queries.ts";
import type { OpeningHoursInput, OpeningHoursView, SetOpeningHoursInput } from "../schema.ts";

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
  return inTransaction(ctx, async (tx) => {
    // Two managers who save at once: without the lock, neither deletes what the other inserts, and both weeks add up.
    await tx.query("SELECT id FROM locations WHERE id = $1::uuid FOR NO KEY UPDATE", [locationId]);
    await requireHoursOwner(tx, ctx, owner);
    const before = await loadOpeningHours(tx, ctx, owner);
    const { weekly, exceptions } = mergeEdit(before, edit, seen);
    if (isUntouched(editBetween(before, { weekly, exceptions }))) return before;
    await replaceHours(tx, ctx, owner, { weekly, exceptions });
    const subject =
      resourceId === null
        ? ({ subjectType: "location", subjectId: locationId } as const)
        : ({ subjectType: "resource", subjectId: resourceId } as const);
    const after = await loadOpeningHours(tx, ctx, owner);
    const changes = changesBetween(before, after);
    await emit(tx, ctx, { name: "opening_hours.set", ...subject, data: { changes } });
    return after;
  });
}
setOpeningHours.needs = ["manageSpace"] as const;

async function replaceHours(
  tx: Sql,
  ctx: Context,
  { locationId, resourceId }: OpeningHoursInput,
  { weekly, exceptions }: OpeningHoursView,
): Promise<void> {
  const owner = [ctx.organizationId, locationId, resourceId];
  const rows = (all: readonly object[]) => JSON.stringify(all.map((one) => ({ id: newId(), ...one })));
  await tx.query(
    "DELETE FROM opening_hours WHERE organization_id = $1 AND location_id = $2 AND resource_id IS NOT DISTINCT FROM $3::uuid",
    owner,
  );
  await tx.query(
    "DELETE FROM opening_exceptions WHERE organization_id = $1 AND location_id = $2 AND resource_id IS NOT DISTINCT FROM $3::uuid",
    owner,
  );
  await tx.query(
    `INSERT INTO opening_hours (id, organization_id, location_id, resource_id, weekday, opens_minute, closes_minute)
     SELECT h.id, $1, $2, $3::uuid, h.weekday, h."opensMinute", h."closesMinute"
     FROM json_to_recordset($4::json) AS h(id uuid, weekday int, "opensMinute" int, "closesMinute" int)`,
    [...owner, rows(weekly)],
  );
  await tx.query(
    `INSERT INTO opening_exceptions (id, organization_id, location_id, resource_id, date, opens_minute, closes_minute, reason)
     SELECT d.id, $1, $2, $3::uuid, d.date, d."opensMinute", d."closesMinute", d.reason
     FROM json_to_recordset($4::json) AS d(id uuid, date date, "opensMinute" int, "closesMinute" int, reason text)`,
    [...owner, rows(exceptions)],
  );
}
