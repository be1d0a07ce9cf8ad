import type { Context, Keyed, Sql } from "@working-social/db";
import { inTransaction, once, onConstraint } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { changesBetween, nameTaken } from "@working-social/directory";
import { emit } from "../../events.ts";
import { changedMeanwhile } from "../../errors.ts";
import { requireFloor } from "../queries.ts";
import type { FloorView, SaveFloorInput } from "../schema.ts";
import { requirePlaced, writeShapes } from "../steps/write-shapes.ts";

/**
 * Replaces the whole drawing of a floor. Needs manageSpace. Throws changed_meanwhile when somebody saved another one
 * since this editor began, name_taken, and not_found for the floor or what it names; the same key again gets the same answer.
 */
export async function saveFloor(ctx: Context, keyed: Keyed<SaveFloorInput>): Promise<FloorView> {
  authorize(ctx, ...saveFloor.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "floors.save", input };
  return inTransaction(ctx, (tx) => once(tx, ctx, request, () => save(tx, ctx, input)));
}
saveFloor.needs = ["manageSpace"] as const;

async function save(tx: Sql, ctx: Context, { id, version, shapes, ...fields }: SaveFloorInput): Promise<FloorView> {
  const before = await lockFloor(tx, ctx, id, version);
  await requirePlaced(tx, before.locationId, shapes);
  await onConstraint(
    "floors_organization_id_location_id_name_key",
    () => nameTaken(fields.name),
    () =>
      tx.query(
        "UPDATE floors SET name = $2, sort_order = $3, width_cm = $4, height_cm = $5, version = version + 1 WHERE id = $1::uuid",
        [id, fields.name, fields.sortOrder, fields.widthCm, fields.heightCm],
      ),
  );
  await tx.query("DELETE FROM floor_shapes WHERE floor_id = $1::uuid", [id]);
  await writeShapes(tx, ctx, id, shapes);
  const changes = changesBetween(
    { ...before, shapeCount: before.shapes.length },
    { ...fields, shapeCount: shapes.length },
  );
  await emit(tx, ctx, { name: "floor.updated", subjectType: "floor", subjectId: id, data: { changes } });
  return requireFloor(tx, ctx, id);
}

/** Editors of one floor come one after another; the second then sees the version of the first. */
export async function lockFloor(tx: Sql, ctx: Context, id: string, version: number): Promise<FloorView> {
  await tx.query("SELECT id FROM floors WHERE id = $1::uuid FOR UPDATE", [id]);
  const floor = await requireFloor(tx, ctx, id);
  if (floor.version !== version) throw changedMeanwhile();
  return floor;
}
