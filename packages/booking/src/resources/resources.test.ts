import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { aLocation, createTestDatabase } from "@working-social/db/testing";
import type { Space } from "@working-social/directory/testing";
import { aSpace } from "@working-social/directory/testing";
import { newId } from "@working-social/kernel";
import { archiveResource } from "./commands/archive-resource.ts";
import { createResource } from "./commands/create-resource.ts";
import { restoreResource } from "./commands/restore-resource.ts";
import { updateResource } from "./commands/update-resource.ts";
import { listResources } from "./queries.ts";
import type { ResourceView } from "./schema.ts";
import { CreateResourceInput } from "./schema.ts";

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
const room = {
  ...desks,
  name: "Lantern",
  kind: "room" as const,
  capacity: 6,
  assignment: "on_booking" as const,
  unitCount: 1,
  features: ["screen", "screen", "whiteboard"],
};
const notFound = (what: string) => ({ kind: "not_found", refusal: { code: "not_found", what } });
const unitNames = (view: ResourceView) => view.units.map(({ name }) => name);

async function aSpaceWithLocation(): Promise<Space & { locationId: string }> {
  const space = await aSpace(database);
  return { ...space, locationId: (await aLocation(database.owner, space.organizationId)).id };
}

describe("making and changing", () => {
  test("a room is one unit with its name; a pool is several, of which a booking takes any one", async () => {
    const { locationId, ...space } = await aSpaceWithLocation();
    const lantern = await createResource(space.as("community_manager"), { locationId, ...room });
    expect(lantern).toEqual({
      id: lantern.id,
      locationId,
      name: "Lantern",
      kind: "room",
      capacity: 6,
      floor: "2nd",
      description: null,
      features: ["screen", "whiteboard"],
      assignment: "on_booking",
      sortOrder: 5,
      allocation: "all_units",
      isArchived: false,
      units: [{ id: lantern.units[0]?.id, name: "Lantern" }],
    });
    const pool = await createResource(space.as("owner"), { locationId, ...desks, sortOrder: 0 });
    expect(pool).toMatchObject({ allocation: "one_unit", assignment: "on_arrival" });
    expect(unitNames(pool)).toEqual(["Desks by the window 1", "Desks by the window 2", "Desks by the window 3"]);
    expect((await listResources(space.as("member"), { locationId })).map(({ name }) => name)).toEqual([
      pool.name,
      "Lantern",
    ]);
    expect(await space.audited()).toEqual(["resource.created", "resource.created"]);
  });

  test("units come and go with their number, keep their identity and follow a new name", async () => {
    const { locationId, ...space } = await aSpaceWithLocation();
    const made = await createResource(space.as("owner"), { locationId, ...room });
    const more = await updateResource(space.as("owner"), { id: made.id, ...room, unitCount: 12, name: "Nook" });
    expect(more).toMatchObject({
      allocation: "one_unit",
      units: { length: 12, 0: { id: made.units[0]?.id, name: "Nook 1" }, 11: { name: "Nook 12" } },
    });
    const fewer = await updateResource(space.as("owner"), { id: made.id, ...room, unitCount: 1 });
    expect(fewer).toMatchObject({ allocation: "all_units", units: [{ id: made.units[0]?.id, name: "Lantern" }] });
    const { rows } = await database.owner.query("SELECT name FROM units WHERE organization_id = $1", [
      space.organizationId,
    ]);
    expect(rows).toEqual([{ name: "Lantern" }]);
  });

  test("500 units are named anew within one change", async () => {
    const { locationId, ...space } = await aSpaceWithLocation();
    const made = await createResource(space.as("owner"), { locationId, ...desks, unitCount: 500 });
    const renamed = await updateResource(space.as("owner"), { id: made.id, ...desks, unitCount: 500, name: "Bench" });
    expect([renamed.units.length, renamed.units[0]?.name, renamed.units[499]?.name]).toEqual([
      500,
      "Bench 1",
      "Bench 500",
    ]);
  });

  test("a hall made of two halves stays one, and the halves keep their names", async () => {
    const { locationId, ...space } = await aSpaceWithLocation();
    const halves = [
      await createResource(space.as("owner"), { locationId, ...room, name: "Hall A" }),
      await createResource(space.as("owner"), { locationId, ...room, name: "Hall B" }),
    ];
    const hall = await createResource(space.as("owner"), { locationId, ...room, name: "Hall" });
    await database.owner.query("DELETE FROM resource_units WHERE resource_id = $1", [hall.id]);
    for (const [position, half] of halves.entries()) {
      await database.owner.query("INSERT INTO resource_units VALUES ($1, $2, $3, $4)", [
        space.organizationId,
        hall.id,
        half.units[0]?.id,
        position,
      ]);
    }
    const changed = await updateResource(space.as("owner"), { id: hall.id, ...room, name: "Great Hall", unitCount: 2 });
    expect(changed).toMatchObject({
      name: "Great Hall",
      allocation: "all_units",
      units: [{ name: "Hall A" }, { name: "Hall B" }],
    });
  });

  test("names are unique in a location, archived ones included, also when two come at once", async () => {
    const { locationId, ...space } = await aSpaceWithLocation();
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => createResource(space.as("owner"), { locationId, ...room })),
    );
    const made = tries.flatMap((attempt) => (attempt.status === "fulfilled" ? [attempt.value] : []));
    expect(made).toHaveLength(1);
    await archiveResource(space.as("owner"), { id: made[0]?.id ?? "" });
    const taken = { kind: "conflict", refusal: { code: "name_taken", name: "Lantern" } };
    await expect(createResource(space.as("owner"), { locationId, ...room })).rejects.toMatchObject(taken);
    const pool = await createResource(space.as("owner"), { locationId, ...desks });
    await expect(updateResource(space.as("owner"), { id: pool.id, ...desks, name: "Lantern" })).rejects.toMatchObject(
      taken,
    );
    const elsewhere = await aLocation(database.owner, space.organizationId);
    await createResource(space.as("owner"), { locationId: elsewhere.id, ...room });
  });
});

describe("archiving", () => {
  test("hides a resource from members, keeps it for managers, and can be undone; repeating changes nothing", async () => {
    const { locationId, ...space } = await aSpaceWithLocation();
    const { id } = await createResource(space.as("owner"), { locationId, ...room });
    for (let i = 0; i < 2; i++)
      expect(await archiveResource(space.as("community_manager"), { id })).toMatchObject({ isArchived: true });
    expect(await listResources(space.as("owner"), { locationId })).toEqual([]);
    expect(await listResources(space.as("member"), { locationId, includeArchived: true })).toEqual([]);
    expect(await listResources(space.as("owner"), { locationId, includeArchived: true })).toMatchObject([
      { id, isArchived: true },
    ]);
    for (let i = 0; i < 2; i++)
      expect(await restoreResource(space.as("owner"), { id })).toMatchObject({ isArchived: false });
    expect(await space.audited()).toEqual(["resource.created", "resource.archived", "resource.restored"]);
  });
});

test.each(["member", "team_admin", "front_desk", "billing_manager"] as const)(
  "resources are not for a %s to manage",
  async (role) => {
    const { locationId, ...space } = await aSpaceWithLocation();
    const { id } = await createResource(space.as("owner"), { locationId, ...room });
    const refusal = { kind: "forbidden", refusal: { code: "not_allowed", action: "manageSpace" } };
    await expect(createResource(space.as(role), { locationId, ...desks })).rejects.toMatchObject(refusal);
    await expect(updateResource(space.as(role), { id, ...room })).rejects.toMatchObject(refusal);
    await expect(archiveResource(space.as(role), { id })).rejects.toMatchObject(refusal);
    await expect(restoreResource(space.as(role), { id })).rejects.toMatchObject(refusal);
  },
);

test("another organization's location and resources are not there", async () => {
  const [space, foreign] = [await aSpaceWithLocation(), await aSpaceWithLocation()];
  const { id } = await createResource(foreign.as("owner"), { locationId: foreign.locationId, ...room });
  const ctx = space.as("owner");
  await expect(listResources(ctx, { locationId: foreign.locationId })).rejects.toMatchObject(notFound("location"));
  await expect(createResource(ctx, { locationId: foreign.locationId, ...room })).rejects.toMatchObject(
    notFound("location"),
  );
  await expect(updateResource(ctx, { id, ...room })).rejects.toMatchObject(notFound("resource"));
  await expect(archiveResource(ctx, { id })).rejects.toMatchObject(notFound("resource"));
  await expect(restoreResource(ctx, { id })).rejects.toMatchObject(notFound("resource"));
});

test.each([
  ["no units", { unitCount: 0 }],
  ["501 units", { unitCount: 501 }],
  ["half a seat", { capacity: 0.5 }],
  ["an unknown kind", { kind: "sauna" }],
  ["a description of 10,000 characters", { description: "x".repeat(10_000) }],
  ["31 features", { features: Array.from({ length: 31 }, (_, i) => `f${i}`) }],
  ["a price", { priceMinor: 100 }],
])("a resource with %s is bad input", (_, wrong) => {
  const input = { locationId: newId(), ...room };
  expect(CreateResourceInput.safeParse(input).success).toBe(true);
  expect(CreateResourceInput.safeParse({ ...input, ...wrong }).success).toBe(false);
});
