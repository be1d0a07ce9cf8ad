import type { Context, Keyed, Sql } from "@working-social/db";
import { inTransaction, once, onConstraint, timestamp } from "@working-social/db";
import { nameTaken } from "@working-social/directory";
import { authorize, newId, notFound } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireFloor } from "../queries.ts";
import type { CreateFloorsInput, FloorView, NewFloor } from "../schema.ts";
import { requirePlaced, writeShapes } from "../steps/write-shapes.ts";

/** Adds floors to a location, all or none. Needs manageSpace. Throws name_taken, and not_found for what it names. */
export async function createFloors(ctx: Context, keyed: Keyed<CreateFloorsInput>): Promise<FloorView[]> {
  authorize(ctx, ...createFloors.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const { locationId, floors } = input;
  const request = { key, procedure: "floors.create", input };
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      const [location] = await tx.query(
        "SELECT id FROM locations WHERE id = $1::uuid AND archived_at IS NULL FOR KEY SHARE",
        [locationId],
      );
      if (!location) throw notFound("location");
      const made: FloorView[] = [];
      for (const floor of floors) made.push(await createFloor(tx, ctx, locationId, floor));
      return made;
    }),
  );
}
createFloors.needs = ["manageSpace"] as const;

async function createFloor(tx: Sql, ctx: Context, locationId: string, floor: NewFloor): Promise<FloorView> {
  const { name, sortOrder, widthCm, heightCm, shapes } = floor;
  await requirePlaced(tx, locationId, shapes);
  const id = newId();
  await onConstraint(
    "floors_organization_id_location_id_name_key",
    () => nameTaken(name),
    () =>
      tx.query(
        `INSERT INTO floors (id, organization_id, location_id, name, sort_order, width_cm, height_cm, created_at)
       VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7, $8::timestamptz)`,
        [id, ctx.organizationId, locationId, name, sortOrder, widthCm, heightCm, timestamp(ctx.clock.now())],
      ),
  );
  await writeShapes(tx, ctx, id, shapes);
  const created = { locationId, name, sortOrder, widthCm, heightCm, shapeCount: shapes.length };
  await emit(tx, ctx, { name: "floor.created", subjectType: "floor", subjectId: id, data: { created } });
  return requireFloor(tx, ctx, id);
}
