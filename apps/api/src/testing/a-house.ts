import { randomUUID } from "node:crypto";
import type { TestDatabase } from "@working-social/db/testing";
import { aLocation, aPerson, aRate } from "@working-social/db/testing";

export interface House {
  readonly locationId: string;
  readonly personId: string;
  readonly resourceIds: readonly string[];
}

/** A location in UTC with so many rooms, each with so many bookings of an hour on `date` from 8:00 on. Its ids have nothing in common, as those of years. */
export async function aHouse(
  { owner }: Pick<TestDatabase, "owner">,
  organizationId: string,
  { rooms, bookingsEach, date }: { rooms: number; bookingsEach: number; date: string },
): Promise<House> {
  const { id: locationId } = await aLocation(owner, organizationId, { timeZone: "UTC", name: `House ${rooms}` });
  await aRate(owner, organizationId, locationId);
  const { id: personId } = await aPerson(owner, organizationId);
  const resourceIds = Array.from({ length: rooms }, () => randomUUID());
  const unitIds = Array.from({ length: rooms }, () => randomUUID());
  const names = Array.from({ length: rooms }, (_, i) => `Room ${i + 1}`);
  const place = [organizationId, locationId];
  await owner.query(
    `INSERT INTO resources (id, organization_id, location_id, name, kind, capacity, features, allocation, assignment, created_at)
     SELECT id, $1, $2, name, 'room', 6, '{screen,whiteboard}', 'all_units', 'on_booking', now() FROM unnest($3::uuid[], $4::text[]) AS r(id, name)`,
    [...place, resourceIds, names],
  );
  await owner.query(
    "INSERT INTO units (id, organization_id, location_id, name) SELECT id, $1, $2, name FROM unnest($3::uuid[], $4::text[]) AS u(id, name)",
    [...place, unitIds, names],
  );
  await owner.query(
    `INSERT INTO resource_units (organization_id, resource_id, unit_id, position)
     SELECT $1, resource, unit, 1 FROM unnest($2::uuid[], $3::uuid[]) AS r(resource, unit)`,
    [organizationId, resourceIds, unitIds],
  );
  const slots = resourceIds.flatMap((resourceId, i) =>
    Array.from({ length: bookingsEach }, (_, n) => ({
      id: randomUUID(),
      resourceId,
      unitId: unitIds[i],
      hour: 8 + 2 * n,
    })),
  );
  const columns = [
    slots.map(({ id }) => id),
    slots.map(({ resourceId }) => resourceId),
    slots.map(({ hour }) => `${date}T${String(hour).padStart(2, "0")}:00Z`),
  ];
  await owner.query(
    `INSERT INTO bookings (id, organization_id, location_id, resource_id, person_id, starts_at, ends_at, status, title, is_title_public, created_at, changed_at)
     SELECT id, $1, $2, resource, $3, starts_at, starts_at + interval '1 hour', 'confirmed', 'Review', false, now(), now()
     FROM unnest($4::uuid[], $5::uuid[], $6::timestamptz[]) AS b(id, resource, starts_at)`,
    [...place, personId, ...columns],
  );
  await owner.query(
    `INSERT INTO claims (id, organization_id, booking_id, unit_id, starts_at, ends_at)
     SELECT gen_random_uuid(), $1, booking, unit, starts_at, starts_at + interval '1 hour'
     FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) AS c(booking, unit, starts_at)`,
    [organizationId, columns[0], slots.map(({ unitId }) => unitId), columns[2]],
  );
  return { locationId, personId, resourceIds };
}
