import type { Context, PrismaTransaction } from "@working-social/db";
import { timestamp } from "@working-social/db";
import { newId } from "@working-social/kernel";
import { bookingError } from "../../errors.ts";
import type { ResourceView } from "../schema.ts";

/** What a unit of a resource is called: like the resource when it is the only one, else with its number. */
export function unitName(resourceName: string, position: number, unitCount: number): string {
  return unitCount === 1 ? resourceName : `${resourceName} ${position}`;
}

/** Units `from` to `to` (counted from 1, both included) of a resource. */
export async function addUnits(
  tx: PrismaTransaction,
  ctx: Context,
  resource: Pick<ResourceView, "id" | "locationId" | "name">,
  from: number,
  to: number,
): Promise<void> {
  const { organizationId } = ctx;
  const units = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => ({
    id: newId(),
    position: from + index,
  }));
  await tx.prisma.unit.createMany({
    data: units.map(({ id, position }) => ({
      id,
      organizationId,
      locationId: resource.locationId,
      name: unitName(resource.name, position, to),
    })),
  });
  await tx.prisma.resourceUnit.createMany({
    data: units.map(({ id, position }) => ({ organizationId, resourceId: resource.id, unitId: id, position })),
  });
}

/**
 * Takes the units out of the resource; those without any history disappear. Throws units_booked when one of them is
 * claimed now or later. FOR UPDATE waits for every claim that is being written on them, since its foreign key holds the
 * unit, and lets no further one begin.
 */
export async function removeUnits(
  tx: PrismaTransaction,
  ctx: Context,
  resourceId: string,
  unitIds: readonly string[],
): Promise<void> {
  await tx.query("SELECT id FROM units WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE", [unitIds]);
  const unit = { id: { in: [...unitIds] } };
  const claimed = await tx.prisma.claim.findMany({
    where: { unit, releasedAt: null, endsAt: { gt: timestamp(ctx.clock.now()) } },
    distinct: ["unitId"],
    select: { unit: { select: { name: true } } },
  });
  if (claimed.length > 0)
    throw bookingError({ code: "units_booked", unitNames: claimed.map((claim) => claim.unit.name).sort() });
  await tx.prisma.resourceUnit.deleteMany({ where: { resourceId, unitId: unit.id } });
  await tx.prisma.unit.deleteMany({ where: { ...unit, claims: { none: {} }, resources: { none: {} } } });
  await retireUnits(tx, unitIds);
}

/**
 * A unit with a past stays for its claims, under another id (the foreign key carries it along): a booking that chose the
 * unit a moment ago and now waits for our lock then fails at its foreign key, instead of claiming what nobody offers.
 */
async function retireUnits(tx: PrismaTransaction, unitIds: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE units u SET id = gen_random_uuid()
     WHERE u.id = ANY($1::uuid[]) AND NOT EXISTS (SELECT FROM resource_units ru WHERE ru.unit_id = u.id)`,
    [unitIds],
  );
}

/** Names the units anew after their resource; a unit that another resource shares keeps its own name. */
export async function renameUnits(tx: PrismaTransaction, resource: Pick<ResourceView, "id" | "name">): Promise<void> {
  await tx.query(
    `UPDATE units u SET name = CASE WHEN named.total = 1 THEN $2 ELSE $2 || ' ' || named.number END
     FROM (SELECT unit_id, row_number() OVER (ORDER BY position) AS number, count(*) OVER () AS total
           FROM resource_units WHERE resource_id = $1::uuid) named
     WHERE u.id = named.unit_id
       AND NOT EXISTS (SELECT FROM resource_units other WHERE other.unit_id = u.id AND other.resource_id <> $1::uuid)`,
    [resource.id, resource.name],
  );
}
