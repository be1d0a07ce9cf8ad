import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { emit } from "../../events.ts";
import type { FloorView, RemoveFloorInput } from "../schema.ts";
import { lockFloor } from "./save-floor.ts";

/**
 * Takes a floor and its drawing away; what stands on it can still be booked. Needs manageSpace. Throws not_found, and
 * changed_meanwhile when somebody drew on it since; the same key again gets the same answer. Returns what it was.
 */
export async function removeFloor(
  ctx: Context,
  { idempotencyKey: key, id, version }: Keyed<RemoveFloorInput>,
): Promise<FloorView> {
  authorize(ctx, ...removeFloor.needs);
  const request = { key, procedure: "floors.remove", input: { id, version } };
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      const floor = await lockFloor(tx, ctx, id, version);
      await tx.query("DELETE FROM floors WHERE id = $1::uuid", [id]);
      const { name, shapes } = floor;
      await emit(tx, ctx, {
        name: "floor.removed",
        subjectType: "floor",
        subjectId: id,
        data: { removed: { name, shapeCount: shapes.length } },
      });
      return floor;
    }),
  );
}
removeFloor.needs = ["manageSpace"] as const;
