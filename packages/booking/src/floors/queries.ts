import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import type { FloorView, ListFloorsInput } from "./schema.ts";

const FLOOR = `
  json_build_object('id', f.id, 'locationId', f.location_id, 'name', f.name, 'sortOrder', f.sort_order, 'widthCm', f.width_cm,
    'heightCm', f.height_cm, 'version', f.version,
    'shapes', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'label', s.label, 'points', s.points,
        'resourceId', s.resource_id, 'unitId', s.unit_id) ORDER BY s.position), '[]')
      FROM floor_shapes s WHERE s.organization_id = $1 AND s.floor_id = f.id))`;

const FLOORS_OF_LOCATION = `
  SELECT (SELECT coalesce(json_agg(${FLOOR} ORDER BY f.sort_order, f.name, f.id), '[]')
    FROM floors f WHERE f.organization_id = $1 AND f.location_id = l.id) AS floors
  FROM locations l WHERE l.organization_id = $1 AND l.id = $2 AND l.archived_at IS NULL`;

const FLOOR_BY_ID = `SELECT ${FLOOR} AS floor FROM floors f WHERE f.organization_id = $1 AND f.id = $2`;

/** The floors of a location from the lowest up, with all that is drawn on them. For every member. Throws not_found. */
export async function listFloors(ctx: Context, { locationId }: ListFloorsInput): Promise<FloorView[]> {
  authorize(ctx, ...listFloors.needs);
  const [location] = await read(ctx).query<{ floors: FloorView[] }>(FLOORS_OF_LOCATION, [
    ctx.organizationId,
    locationId,
  ]);
  if (!location) throw notFound("location");
  return location.floors;
}
listFloors.needs = ["useSpace"] as const;

/** Throws not_found for an unknown or foreign floor. */
export async function requireFloor(tx: Sql, ctx: Context, id: string): Promise<FloorView> {
  const [row] = await tx.query<{ floor: FloorView }>(FLOOR_BY_ID, [ctx.organizationId, id]);
  if (!row) throw notFound("floor");
  return row.floor;
}
