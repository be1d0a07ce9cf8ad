import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import { newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import type { ResourceKind } from "../../shared.ts";

/** A room that another system names, of one unit. */
export interface ForeignRoom {
  locationId: string;
  name: string;
  kind: ResourceKind;
  capacity: number;
  floor: string | null;
  description: string | null;
}

/** Makes a room that another system has, within the caller's transaction. The caller knows that its name is free. */
export async function createImportedRoom(tx: Sql, ctx: Context, room: ForeignRoom): Promise<void> {
  const { locationId, name, kind, capacity, floor, description } = room;
  const resourceId = newId();
  await tx.query(
    `WITH r AS (INSERT INTO resources (id, organization_id, location_id, name, kind, capacity, floor, description, features, allocation, created_at)
         VALUES ($resourceId, $organizationId, $locationId, $name, $kind::resource_kind, $capacity, $floor, $description, '{}', 'all_units', $now)),
       u AS (INSERT INTO units (id, organization_id, location_id, name) VALUES ($unitId, $organizationId, $locationId, $name))
     INSERT INTO resource_units (organization_id, resource_id, unit_id, position) VALUES ($organizationId, $resourceId, $unitId, 1)`,
    {
      resourceId,
      organizationId: ctx.organizationId,
      locationId,
      name,
      kind,
      capacity,
      floor,
      description,
      now: timestamp(ctx.clock.now()),
      unitId: newId(),
    },
  );
  await emit(tx, ctx, {
    name: "resource.created",
    subjectType: "resource",
    subjectId: resourceId,
    data: { created: { name } },
  });
}
