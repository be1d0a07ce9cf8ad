import type { Context, Sql } from "@working-social/db";
import { newId, notFound } from "@working-social/kernel";
import type { FloorShapeInput } from "../schema.ts";

/** Throws not_found unless every resource is of the location, and every unit of its resource. */
export async function requirePlaced(tx: Sql, locationId: string, shapes: readonly FloorShapeInput[]): Promise<void> {
  const linked = shapes.filter(({ resourceId }) => resourceId !== null);
  if (linked.length === 0) return;
  const resources = await tx.query<{ id: string; unitIds: string[] }>(
    `SELECT r.id, (SELECT coalesce(array_agg(ru.unit_id::text), '{}') FROM resource_units ru WHERE ru.resource_id = r.id) AS "unitIds"
     FROM resources r WHERE r.location_id = $1::uuid AND r.id = ANY($2::uuid[])`,
    [locationId, linked.map(({ resourceId }) => resourceId)],
  );
  const units = new Map(resources.map(({ id, unitIds }) => [id, new Set(unitIds)]));
  for (const { resourceId, unitId } of linked) {
    const known = units.get(resourceId ?? "");
    if (!known) throw notFound("resource");
    if (unitId !== null && !known.has(unitId)) throw notFound("unit");
  }
}

/** Writes the shapes of a floor that has none, in one statement however many they are. */
export async function writeShapes(
  tx: Sql,
  ctx: Context,
  floorId: string,
  shapes: readonly FloorShapeInput[],
): Promise<void> {
  const rows = shapes.map((shape, position) => ({ id: newId(), position, ...shape }));
  await tx.query(
    `INSERT INTO floor_shapes (id, organization_id, floor_id, position, kind, label, points, resource_id, unit_id)
     SELECT s.id, $1::uuid, $2::uuid, s.position, s.kind, s.label, s.points, s."resourceId", s."unitId"
     FROM jsonb_to_recordset($3::jsonb) AS s(id uuid, position integer, kind floor_shape_kind, label text, points integer[], "resourceId" uuid, "unitId" uuid)`,
    [ctx.organizationId, floorId, JSON.stringify(rows)],
  );
}
