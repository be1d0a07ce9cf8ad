import type { Context, Prisma } from "@working-social/db";
import { withPrisma } from "@working-social/db";
import { may } from "@working-social/directory";
import { notFound } from "@working-social/kernel";
import { requireLocation } from "../locations/queries.ts";
import type { ListResourcesInput, ResourceView } from "./schema.ts";

const resourceSelect = {
  id: true, locationId: true, name: true, kind: true, capacity: true, floor: true, description: true, features: true,
  allocation: true, assignment: true, sortOrder: true, archivedAt: true,
  units: { orderBy: { position: "asc" }, select: { unit: { select: { id: true, name: true } } } },
} satisfies Prisma.ResourceSelect;

function resourceView({ archivedAt, units, ...resource }: Prisma.ResourceGetPayload<{ select: typeof resourceSelect }>): ResourceView {
  return { ...resource, isArchived: archivedAt !== null, units: units.map(({ unit }) => unit) };
}

/** A location's resources in the order of its manager; archived ones only for who may manage them. Throws not_found. */
export async function listResources(ctx: Context, { locationId, includeArchived = false }: ListResourcesInput): Promise<ResourceView[]> {
  const where = { locationId, ...(includeArchived && may(ctx, "manageSpace") ? {} : { archivedAt: null }) };
  return withPrisma(ctx, async ({ prisma }) => {
    await requireLocation(prisma, locationId);
    const resources = await prisma.resource.findMany({ where, orderBy: [{ sortOrder: "asc" }, { name: "asc" }], select: resourceSelect });
    return resources.map(resourceView);
  });
}

/** Archived ones too. Throws not_found for an unknown or foreign resource. */
export async function requireResource(prisma: Prisma.TransactionClient, id: string): Promise<ResourceView> {
  const resource = await prisma.resource.findFirst({ where: { id }, select: resourceSelect });
  if (!resource) throw notFound("resource");
  return resourceView(resource);
}
