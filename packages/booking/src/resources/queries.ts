import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, may, notFound } from "@working-social/kernel";
import type { ListResourcesInput, ResourceView } from "./schema.ts";

const RESOURCE = `json_build_object('id', r.id, 'locationId', r.location_id, 'name', r.name, 'kind', r.kind,
      'capacity', r.capacity, 'floor', r.floor, 'description', r.description, 'features', r.features, 'allocation', r.allocation,
      'assignment', r.assignment, 'sortOrder', r.sort_order, 'isArchived', r.archived_at IS NOT NULL,
      'units', (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) ORDER BY ru.position), '[]')
                FROM resource_units ru JOIN units u ON u.id = ru.unit_id WHERE ru.resource_id = r.id))`;

const RESOURCES_OF_LOCATION = `
  SELECT (SELECT coalesce(json_agg(${RESOURCE} ORDER BY r.sort_order, r.name, r.id), '[]')
    FROM resources r WHERE r.organization_id = $1 AND r.location_id = l.id AND (r.archived_at IS NULL OR $3)) AS resources
  FROM locations l WHERE l.organization_id = $1 AND l.id = $2 AND l.archived_at IS NULL`;

/**
 * A location's resources in the order of its manager; archived ones only for who may manage them. Throws not_found.
 * Members ask for them with every search: one round trip of bare SQL.
 */
export async function listResources(
  ctx: Context,
  { locationId, includeArchived = false }: ListResourcesInput,
): Promise<ResourceView[]> {
  authorize(ctx, ...listResources.needs);
  const isArchivedShown = includeArchived && may(ctx.actor, "manageSpace");
  const [location] = await read(ctx).query<{ resources: ResourceView[] }>(RESOURCES_OF_LOCATION, [
    ctx.organizationId,
    locationId,
    isArchivedShown,
  ]);
  if (!location) throw notFound("location");
  return location.resources;
}
listResources.needs = ["useSpace"] as const;

/** Archived ones too. Throws not_found for an unknown or foreign resource. */
export async function requireResource(sql: Sql, ctx: Context, id: string): Promise<ResourceView> {
  const [found] = await sql.query<{ resource: ResourceView }>(
    `SELECT ${RESOURCE} AS resource FROM resources r WHERE r.organization_id = $1 AND r.id = $2`,
    [ctx.organizationId, id],
  );
  if (!found) throw notFound("resource");
  return found.resource;
}
