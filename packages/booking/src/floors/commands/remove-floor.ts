import type { Context } from "@working-social/db";
import { inTransaction, recordAudit } from "@working-social/db";
import { authorize } from "@working-social/directory";
import type { FloorView, RemoveFloorInput } from "../schema.ts";
import { lockFloor } from "./save-floor.ts";

/**
 * Takes a floor and its drawing away; what stands on it can still be booked. Needs manageSpace. Throws not_found, and
 * changed_meanwhile when somebody drew on it since. Returns what it was.
 */
export async function removeFloor(ctx: Context, { id, version }: RemoveFloorInput): Promise<FloorView> {
  authorize(ctx, "manageSpace");
  return inTransaction(ctx, async (tx) => {
    const floor = await lockFloor(tx, ctx, id, version);
    await tx.query("DELETE FROM floors WHERE id = $1::uuid", [id]);
    const { name, shapes } = floor;
    await recordAudit(tx, ctx, {
      action: "floor.remove",
      subjectType: "floor",
      subjectId: id,
      data: { removed: { name, shapeCount: shapes.length } },
    });
    return floor;
  });
}
