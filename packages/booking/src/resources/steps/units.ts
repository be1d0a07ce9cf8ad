import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import { newId } from "@working-social/kernel";
import { bookingError } from "../../errors.ts";
import type { ResourceView } from "../schema.ts";

/** What a unit of a resource is called: like the resource when it is the only one, else with its number. */
function unitName(resourceName: string, position: number, unitCount: number): string {
  return unitCount === 1 ? resourceName : `${resourceName} ${position}`;
}

/** Units `from` to `to` (counted from 1, both included) of a resource. */
export async function addUnits(
  tx: Sql,
  ctx: Context,
  resource: Pick<ResourceView, "id" | "locationId" | "name">,
  { from, to }: { from: number; to: number },
): Promise<void> {
  const { organizationId } = ctx;
  const units = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => ({
    id: newId(),
    position: from + index,
  }));
  const ids = units.map(({ id }) => id);
  await tx.query(
    `INSERT INTO units (id, organization_id, location_id, name)
     SELECT id, $1, $2, name FROM unnest($3::uuid[], $4::text[]) AS u(id, name)`,
    [organizationId, resource.locationId, ids, units.map(({ position }) => unitName(resource.name, position, to))],
  );
  await tx.query(
    `INSERT INTO resource_units (organization_id, resource_id, unit_id, position)
     SELECT $1, $2, id, position FROM unnest($3::uuid[], $4::int[]) AS u(id, position)`,
    [organizationId, resource.id, ids, units.map(({ position }) => position)],
  );
}

/**
 * Takes the units out of the resource; those without any history disappear. Throws units_booked when one of them is
 * claimed now or later. FOR UPDATE waits for every claim that is being written on them, since its foreign key holds the
 * unit, and lets no further one begin.
 */
export async function removeUnits(
  tx: Sql,
  ctx: Context,
  resourceId: string,
  unitIds: readonly string[],
): Promise<void> {
  await tx.query("SELECT id FROM units WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE", [unitIds]);
  const { organizationId } = ctx;
  const claimed = await tx.query<{ name: string }>(
    `SELECT u.name FROM units u WHERE u.organization_id = $1 AND u.id = ANY($2::uuid[])
       AND EXISTS (SELECT FROM claims c WHERE c.organization_id = $1 AND c.unit_id = u.id AND c.released_at IS NULL AND c.ends_at > $3)
     ORDER BY u.name`,
    [organizationId, unitIds, timestamp(ctx.clock.now())],
  );
  if (claimed.length > 0) throw bookingError({ code: "units_booked", unitNames: claimed.map(({ name }) => name) });
  await tx.query(
    "DELETE FROM resource_units WHERE organization_id = $1 AND resource_id = $2 AND unit_id = ANY($3::uuid[])",
    [organizationId, resourceId, unitIds],
  );
  await tx.query(
    `DELETE FROM units u WHERE u.organization_id = $1 AND u.id = ANY($2::uuid[])
       AND NOT EXISTS (SELECT FROM claims c WHERE c.organization_id = $1 AND c.unit_id = u.id)
       AND NOT EXISTS (SELECT FROM resource_units ru WHERE ru.organization_id = $1 AND ru.unit_id = u.id)`,
    [organizationId, unitIds],
  );
  await retireUnits(tx, unitIds);
}

/**
 * A unit with a past stays for its claims, under another id (the foreign key carries it along): a booking that chose the
 * unit a moment ago and now waits for our lock then fails at its foreign key, instead of claiming what nobody offers.
 */
async function retireUnits(tx: Sql, unitIds: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE units u SET id = gen_random_uuid()
     WHERE u.id = ANY($1::uuid[]) AND NOT EXISTS (SELECT FROM resource_units ru WHERE ru.unit_id = u.id)`,
    [unitIds],
  );
}

/** Names the units anew after their resource; a unit that another resource shares keeps its own name. */
export async function renameUnits(tx: Sql, resource: Pick<ResourceView, "id" | "name">): Promise<void> {
  await tx.query(
    `UPDATE units u SET name = CASE WHEN named.total = 1 THEN $2 ELSE $2 || ' ' || named.number END
     FROM (SELECT unit_id, row_number() OVER (ORDER BY position) AS number, count(*) OVER () AS total
           FROM resource_units WHERE resource_id = $1::uuid) named
     WHERE u.id = named.unit_id
       AND NOT EXISTS (SELECT FROM resource_units other WHERE other.unit_id = u.id AND other.resource_id <> $1::uuid)`,
    [resource.id, resource.name],
  );
}
