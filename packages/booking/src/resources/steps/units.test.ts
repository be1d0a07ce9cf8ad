import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violatedConstraint } from "@working-social/db";
import type { TestDatabase } from "@working-social/db/testing";
import { aLocation, createTestDatabase } from "@working-social/db/testing";
import type { Space } from "@working-social/directory/testing";
import { aSpace } from "@working-social/directory/testing";
import { newId } from "@working-social/kernel";
import { createResource } from "../commands/create-resource.ts";
import { updateResource } from "../commands/update-resource.ts";
import { listResources } from "../queries.ts";
import type { ResourceView } from "../schema.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const desks = {
  name: "Desks by the window",
  kind: "hot_desk" as const,
  capacity: 1,
  floor: "2nd",
  description: null,
  features: ["monitor"],
  assignment: "on_arrival" as const,
  unitCount: 3,
  sortOrder: 5,
};
const unitNames = (view: ResourceView) => view.units.map(({ name }) => name);

async function aSpaceWithLocation(): Promise<Space & { locationId: string }> {
  const space = await aSpace(database);
  return { ...space, locationId: (await aLocation(database.owner, space.organizationId)).id };
}

const INSERT_BOOKING = `WITH booking AS (
    INSERT INTO bookings (id, organization_id, location_id, resource_id, status, starts_at, ends_at, title, created_at, changed_at)
    VALUES ($1, $2, $3, $4, 'confirmed', $6, $7, '', now(), now()) RETURNING id)
  INSERT INTO claims (id, organization_id, booking_id, unit_id, starts_at, ends_at) SELECT gen_random_uuid(), $2, id, $5, $6, $7 FROM booking`;

/** The parameters of a booking of one unit; the tests stand at 2026-11-25T09:00Z. */
function bookingOf(
  space: Space & { locationId: string },
  resource: ResourceView,
  unitIndex: number,
  startsAt: string,
  endsAt: string,
): unknown[] {
  return [
    newId(),
    space.organizationId,
    space.locationId,
    resource.id,
    resource.units[unitIndex]?.id,
    startsAt,
    endsAt,
  ];
}

describe("fewer units", () => {
  test("is refused while a removed unit is booked now or later, and names it", async () => {
    const space = await aSpaceWithLocation();
    const pool = await createResource(space.as("owner"), { locationId: space.locationId, ...desks });
    await database.owner.query(INSERT_BOOKING, bookingOf(space, pool, 2, "2026-11-25T08:00Z", "2026-11-25T09:30Z"));
    await database.owner.query(INSERT_BOOKING, bookingOf(space, pool, 1, "2027-01-01T08:00Z", "2027-01-01T09:00Z"));
    const reduce = (unitCount: number) => updateResource(space.as("owner"), { id: pool.id, ...desks, unitCount });
    await expect(reduce(1)).rejects.toMatchObject({
      kind: "conflict",
      refusal: { code: "units_booked", unitNames: ["Desks by the window 2", "Desks by the window 3"] },
    });
    expect((await listResources(space.as("owner"), { locationId: space.locationId }))[0]?.units).toHaveLength(3);
    space.clock.set("2026-11-25T09:30:00Z");
    expect(unitNames(await reduce(2))).toEqual(["Desks by the window 1", "Desks by the window 2"]);
  });

  test("keeps a unit that has a past, outside of the resource, and a cancelled booking does not hold it", async () => {
    const space = await aSpaceWithLocation();
    const pool = await createResource(space.as("owner"), { locationId: space.locationId, ...desks });
    await database.owner.query(INSERT_BOOKING, bookingOf(space, pool, 2, "2026-12-01T08:00Z", "2026-12-01T09:30Z"));
    await database.owner.query(
      "UPDATE bookings SET status = 'cancelled', cancelled_at = now() WHERE resource_id = $1",
      [pool.id],
    );
    await updateResource(space.as("owner"), { id: pool.id, ...desks, unitCount: 1 });
    const { rows } = await database.owner.query("SELECT name FROM units WHERE organization_id = $1 ORDER BY name", [
      space.organizationId,
    ]);
    expect(rows).toEqual([{ name: "Desks by the window" }, { name: "Desks by the window 3" }]);
    expect(unitNames(await updateResource(space.as("owner"), { id: pool.id, ...desks, unitCount: 3 }))).toEqual([
      "Desks by the window 1",
      "Desks by the window 2",
      "Desks by the window 3",
    ]);
  });

  test("lets nobody claim a removed unit any more, though its past is kept", async () => {
    const space = await aSpaceWithLocation();
    const pool = await createResource(space.as("owner"), { locationId: space.locationId, ...desks });
    const past = bookingOf(space, pool, 2, "2026-11-24T08:00Z", "2026-11-24T09:00Z");
    await database.owner.query(INSERT_BOOKING, past);
    await updateResource(space.as("owner"), { id: pool.id, ...desks, unitCount: 2 });
    const chosenBefore = bookingOf(space, pool, 2, "2026-12-24T08:00Z", "2026-12-24T09:00Z");
    const error: unknown = await database.owner.query(INSERT_BOOKING, chosenBefore).catch((thrown: unknown) => thrown);
    expect(violatedConstraint(error)).toBe("claims_organization_id_unit_id_fkey");
    const { rows } = await database.owner.query(
      "SELECT u.name FROM claims c JOIN units u ON u.id = c.unit_id WHERE c.booking_id = $1",
      [past[0]],
    );
    expect(rows).toEqual([{ name: "Desks by the window 3" }]);
  });

  test("waits for a booking that is being written on a removed unit, and then refuses", async () => {
    const space = await aSpaceWithLocation();
    const pool = await createResource(space.as("owner"), { locationId: space.locationId, ...desks });
    const writer = await database.owner.connect();
    await writer.query("BEGIN");
    await writer.query(INSERT_BOOKING, bookingOf(space, pool, 2, "2026-12-01T08:00Z", "2026-12-01T09:00Z"));
    const change = updateResource(space.as("owner"), { id: pool.id, ...desks, unitCount: 2 }).catch(
      (error: unknown) => error,
    );
    expect(await Promise.race([change, new Promise((done) => setTimeout(done, 150, "waits"))])).toBe("waits");
    await writer.query("COMMIT");
    writer.release();
    expect(await change).toMatchObject({ refusal: { code: "units_booked" } });
  });

  test("changes that come at once leave exactly the units that one of them asked for", async () => {
    const { locationId, ...space } = await aSpaceWithLocation();
    const pool = await createResource(space.as("owner"), { locationId, ...desks });
    const counts = [2, 5, 8, 4];
    await Promise.all(
      counts.map((unitCount) => updateResource(space.as("owner"), { id: pool.id, ...desks, unitCount })),
    );
    const [left] = await listResources(space.as("owner"), { locationId });
    expect(counts).toContain(left?.units.length);
    expect(left && unitNames(left)).toEqual(left?.units.map((_, i) => `Desks by the window ${i + 1}`));
  });
});
