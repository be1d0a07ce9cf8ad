import type { Prisma } from "@working-social/db";
import { notFound } from "@working-social/kernel";
import { requireLocation } from "../../locations/queries.ts";

/** Which resources a rule, a rate or a policy is about: each set field narrows. */
export interface Target {
  locationId: string | null;
  resourceId: string | null;
}

/** Throws not_found unless the location is there, and the resource is in it. */
export async function requireTarget(
  prisma: Prisma.TransactionClient,
  { locationId, resourceId }: Target,
): Promise<void> {
  if (locationId !== null) await requireLocation(prisma, locationId);
  if (resourceId === null) return;
  const where = { id: resourceId, ...(locationId === null ? {} : { locationId }) };
  if (!(await prisma.resource.findFirst({ where, select: { id: true } }))) throw notFound("resource");
}

/** The same of an update: what it does not touch may be archived by now. */
export async function requireNewTarget(
  prisma: Prisma.TransactionClient,
  changed: Partial<Target>,
  whole: Target,
): Promise<void> {
  if (changed.locationId !== undefined || changed.resourceId !== undefined) await requireTarget(prisma, whole);
}
