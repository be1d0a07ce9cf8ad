import type { Context, Prisma } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, may, notFound } from "@working-social/kernel";
import type { ListResourcesInput, ResourceView } from "./schema.ts";

const resourceSelect = {
  id: true,
  locationId: true,
  name: true,
  kind: true,
  capacity: true,
  floor: true,
  description: true,
  features: true,
  allocation: true,
  assignment: true,
  sortOrder: true,
  archivedAt: true,
  units: { orderBy: { position: "asc" }, select: { unit: { select: { id: true, name: true } } } },
} satisfies Prisma.ResourceSelect;

function resourceView({
  archivedAt,
  units,
  ...resource
}: Prisma.ResourceGetPayload<{ select: typeof resourceSelect }>): ResourceView {
  return { ...resource, isArchived: archivedAt !== null, units: units.map(({ unit }) => unit) };
}

const RESOURCES_OF_LOCATION = `
  SELECT (SELECT coalesce(json_agg(json_build_object('id', r.id, 'locationId', r.location_id, 'name', r.name, 'kind', r.kind,
      'capacity', r.capacity, 'floor', r.floor, 'description', r.description, 'features', r.features, 'allocation', r.allocation,
      'assignment', r.assignment, 'sortOrder', r.sort_order, 'isArchived', r.archived_at IS NOT NULL,
      'units', (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) ORDER BY ru.position), '[]')
                FROM resource_units ru JOIN units u ON u.id = ru.unit_id WHERE ru.resource_id = r.id))
      ORDER BY r.sort_order, r.name, r.id), '[]')
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
export async function requireResource(prisma: Prisma.TransactionClient, id: string): Promise<ResourceView> {
  const resource = await prisma.resource.findFirst({ where: { id }, select: resourceSelect });
  if (!resource) throw notFound("resource");
  return resourceView(resource);
}
