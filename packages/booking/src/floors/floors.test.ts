import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { aLocation, aResource, createTestDatabase } from "@working-social/db/testing";
import { aSpace } from "@working-social/directory/testing";
import { newId } from "@working-social/kernel";
import { updateResource } from "../resources/commands/update-resource.ts";
import { createFloors } from "./commands/create-floors.ts";
import { removeFloor } from "./commands/remove-floor.ts";
import { saveFloor } from "./commands/save-floor.ts";
import { listFloors } from "./queries.ts";
import type { FloorShapeInput, FloorView, NewFloor, SaveFloorInput } from "./schema.ts";
import { CreateFloorsInput } from "./schema.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const notFound = (what: string) => ({ kind: "not_found", refusal: { code: "not_found", what } });
const conflict = (code: string) => ({ kind: "conflict", refusal: { code } });
const SQUARE = [0, 0, 400, 0, 400, 400, 0, 400];
const space = (fields: Partial<FloorShapeInput> = {}): FloorShapeInput => ({
  kind: "space",
  label: null,
  points: SQUARE,
  resourceId: null,
  unitId: null,
  ...fields,
});
const floor = (fields: Partial<NewFloor> = {}): NewFloor => ({
  name: "Ground floor",
  sortOrder: 0,
  widthCm: 2000,
  heightCm: 1200,
  shapes: [],
  ...fields,
});
const toSave = ({ locationId: _, shapes, ...view }: FloorView): SaveFloorInput => ({
  ...view,
  shapes: shapes.map(({ id: __, ...shape }) => shape),
});

async function aPlannedSpace() {
  const organization = await aSpace(database);
  const { owner } = database;
  const { id: locationId } = await aLocation(owner, organization.organizationId);
  const room = await aResource(owner, organization.organizationId, locationId, { name: "Lantern" });
  const desks = await aResource(owner, organization.organizationId, locationId, {
    name: "Window desks",
    kind: "hot_desk",
    unitCount: 3,
  });
  return { ...organization, locationId, room, desks };
}

async function madeFloor(
  planned: Awaited<ReturnType<typeof aPlannedSpace>>,
  fields: Partial<NewFloor> = {},
): Promise<FloorView> {
  const [made] = await createFloors(planned.as("owner"), { locationId: planned.locationId, floors: [floor(fields)] });
  if (!made) throw new Error("No floor was made.");
  return made;
}

test("an outline of two thousand corners is kept, as the schema promises", async () => {
  const comb = Array.from({ length: 1000 }, (_, i) => [i * 2, 100 + (i % 2), i * 2 + 1, 100 + (i % 2)]).flat();
  const points = [...comb.slice(0, 3996), 1999, 1000, 0, 1000];
  const made = await madeFloor(await aPlannedSpace(), { shapes: [space({ points })] });
  expect(made.shapes[0]?.points).toEqual(points);
});

test("a drawing keeps all it says, in its order, and members see it", async () => {
  const planned = await aPlannedSpace();
  const shapes = [
    space({ kind: "area", label: "Terrace" }),
    space({ resourceId: planned.room.id }),
    ...planned.desks.unitIds.map((unitId, i) =>
      space({ resourceId: planned.desks.id, unitId, points: [i * 100, 500, i * 100 + 80, 500, i * 100 + 80, 560] }),
    ),
  ];
  const made = await madeFloor(planned, { shapes, sortOrder: 10 });
  expect(made).toEqual({
    ...floor({ sortOrder: 10 }),
    id: made.id,
    locationId: planned.locationId,
    version: 1,
    shapes: shapes.map((shape, i) => ({ id: made.shapes[i]?.id, ...shape })),
  });
  const first = await madeFloor(planned, { name: "Cellar", sortOrder: 0 });
  expect(await listFloors(planned.as("member"), { locationId: planned.locationId })).toEqual([first, made]);
  expect(await planned.audited()).toEqual(["floor.created", "floor.created"]);
});

test("saving replaces the drawing and counts the version; of two editors the second hears of the first", async () => {
  const planned = await aPlannedSpace();
  const made = await madeFloor(planned, { shapes: [space({ resourceId: planned.room.id })] });
  const saved = await saveFloor(planned.as("community_manager"), {
    ...toSave(made),
    name: "Quay",
    shapes: [space({ label: "Kitchen" })],
  });
  expect(saved).toMatchObject({ name: "Quay", version: 2, shapes: [{ label: "Kitchen", resourceId: null }] });
  await expect(saveFloor(planned.as("owner"), toSave(made))).rejects.toMatchObject(conflict("changed_meanwhile"));
  await expect(removeFloor(planned.as("owner"), { id: made.id, version: 1 })).rejects.toMatchObject(
    conflict("changed_meanwhile"),
  );
  expect(await listFloors(planned.as("owner"), { locationId: planned.locationId })).toEqual([saved]);
});

test("of two editors who save at once exactly one is told", async () => {
  const planned = await aPlannedSpace();
  const made = await madeFloor(planned);
  const tries = ["A", "B", "C"].map((label) =>
    saveFloor(planned.as("owner"), { ...toSave(made), shapes: [space({ label })] }),
  );
  const results = await Promise.allSettled(tries);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const [kept] = await listFloors(planned.as("owner"), { locationId: planned.locationId });
  expect(kept).toMatchObject({ version: 2, shapes: [{}] });
});

test("a floor goes with its drawing, and the name is free again", async () => {
  const planned = await aPlannedSpace();
  const made = await madeFloor(planned, { shapes: [space({ resourceId: planned.room.id })] });
  await expect(madeFloor(planned)).rejects.toMatchObject(conflict("name_taken"));
  expect(await removeFloor(planned.as("owner"), { id: made.id, version: 1 })).toEqual(made);
  await expect(saveFloor(planned.as("owner"), toSave(made))).rejects.toMatchObject(notFound("floor"));
  await madeFloor(planned);
  expect(await planned.audited()).toEqual(["floor.created", "floor.removed", "floor.created"]);
});

test("an imported building comes whole or not at all", async () => {
  const planned = await aPlannedSpace();
  const floors = [floor({ name: "One" }), floor({ name: "Two" }), floor({ name: "One" })];
  await expect(createFloors(planned.as("owner"), { locationId: planned.locationId, floors })).rejects.toMatchObject(
    conflict("name_taken"),
  );
  expect(await listFloors(planned.as("owner"), { locationId: planned.locationId })).toEqual([]);
});

test("a desk that leaves its pool leaves the plan", async () => {
  const planned = await aPlannedSpace();
  await madeFloor(planned, {
    shapes: planned.desks.unitIds.map((unitId) => space({ resourceId: planned.desks.id, unitId })),
  });
  await updateResource(planned.as("owner"), {
    id: planned.desks.id,
    name: "Window desks",
    kind: "hot_desk",
    capacity: 1,
    floor: null,
    description: null,
    features: [],
    assignment: "on_booking",
    unitCount: 2,
    sortOrder: 0,
  });
  const [kept] = await listFloors(planned.as("owner"), { locationId: planned.locationId });
  expect(kept?.shapes.map(({ unitId }) => unitId)).toEqual(planned.desks.unitIds.slice(0, 2));
});

test.each(["member", "team_admin", "front_desk", "billing_manager"] as const)(
  "drawing is not for a %s",
  async (role) => {
    const planned = await aPlannedSpace();
    const made = await madeFloor(planned);
    const refusal = { kind: "forbidden", refusal: { code: "not_allowed", action: "manageSpace" } };
    await expect(
      createFloors(planned.as(role), { locationId: planned.locationId, floors: [floor({ name: "Attic" })] }),
    ).rejects.toMatchObject(refusal);
    await expect(saveFloor(planned.as(role), toSave(made))).rejects.toMatchObject(refusal);
    await expect(removeFloor(planned.as(role), made)).rejects.toMatchObject(refusal);
  },
);

test("nothing of another organization or location is there", async () => {
  const [own, foreign] = [await aPlannedSpace(), await aPlannedSpace()];
  const theirs = await madeFloor(foreign);
  const mine = await madeFloor(own);
  const ctx = own.as("owner");
  const withShape = (shape: Partial<FloorShapeInput>) => saveFloor(ctx, { ...toSave(mine), shapes: [space(shape)] });
  await expect(listFloors(ctx, { locationId: foreign.locationId })).rejects.toMatchObject(notFound("location"));
  await expect(createFloors(ctx, { locationId: foreign.locationId, floors: [floor()] })).rejects.toMatchObject(
    notFound("location"),
  );
  await expect(saveFloor(ctx, toSave(theirs))).rejects.toMatchObject(notFound("floor"));
  await expect(removeFloor(ctx, theirs)).rejects.toMatchObject(notFound("floor"));
  await expect(withShape({ resourceId: foreign.room.id })).rejects.toMatchObject(notFound("resource"));
  await expect(withShape({ resourceId: own.room.id, unitId: own.desks.unitIds[0] ?? "" })).rejects.toMatchObject(
    notFound("unit"),
  );
  const elsewhere = await aLocation(database.owner, own.organizationId);
  const loft = await aResource(database.owner, own.organizationId, elsewhere.id);
  await expect(withShape({ resourceId: loft.id })).rejects.toMatchObject(notFound("resource"));
  expect(await listFloors(ctx, { locationId: own.locationId })).toEqual([mine]);
});

test("the database refuses what no command would write", async () => {
  const planned = await aPlannedSpace();
  const made = await madeFloor(planned, { shapes: [space({ resourceId: planned.room.id })] });
  const insert = (columns: Record<string, unknown>) => {
    const row: Record<string, unknown> = {
      id: newId(),
      organization_id: planned.organizationId,
      floor_id: made.id,
      position: 1,
      kind: "space",
      points: SQUARE,
      resource_id: null,
      unit_id: null,
      ...columns,
    };
    return database.owner.query(
      `INSERT INTO floor_shapes (${Object.keys(row).join(", ")}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      Object.values(row),
    );
  };
  await expect(insert({ points: [0, 0, 1, 1] })).rejects.toThrow("floor_shapes_are_polygons");
  await expect(insert({ points: [0, 0, 1, 1, 2, 100_001] })).rejects.toThrow("floor_shapes_are_polygons");
  await expect(insert({ points: [0, 0, 1, null, 2, 2] })).rejects.toThrow("floor_shapes_are_polygons");
  await expect(insert({ kind: "wall", resource_id: planned.desks.id })).rejects.toThrow(
    "floor_shapes_only_spaces_are_booked",
  );
  await expect(insert({ resource_id: planned.room.id })).rejects.toThrow("floor_shapes_resource_once");
  await expect(insert({ resource_id: planned.room.id, unit_id: planned.desks.unitIds[0] })).rejects.toThrow(
    "floor_shapes_resource_id_unit_id_fkey",
  );
});

const twice = newId();
test.each([
  ["half a corner", floor({ shapes: [space({ points: [0, 0, 10, 0, 10, 10, 5] })] })],
  ["two corners", floor({ shapes: [space({ points: [0, 0, 10, 10] })] })],
  ["a line", floor({ shapes: [space({ points: [0, 0, 10, 10, 20, 20] })] })],
  ["half a centimetre", floor({ shapes: [space({ points: [0, 0, 10.5, 0, 10, 10] })] })],
  ["a shape outside of the floor", floor({ shapes: [space({ points: [0, 0, 2001, 0, 10, 10] })] })],
  ["a shape below the floor", floor({ shapes: [space({ points: [0, 0, 10, 0, 10, 1201] })] })],
  ["a wall to book", floor({ shapes: [space({ kind: "wall", resourceId: newId() })] })],
  ["a desk of nothing", floor({ shapes: [space({ unitId: newId() })] })],
  ["a room in two places", floor({ shapes: [space({ resourceId: twice }), space({ resourceId: twice })] })],
  ["a floor of a kilometre and more", floor({ widthCm: 100_001 })],
  ["a name with a line break", floor({ name: "Ground\nfloor" })],
  ["an unknown field", { ...floor(), svg: "<svg onload=alert(1)>" }],
])("%s is bad input", (_, wrong) => {
  const input = (one: unknown) => ({ locationId: newId(), floors: [one] });
  expect(CreateFloorsInput.safeParse(input(floor({ shapes: [space()] }))).success).toBe(true);
  expect(CreateFloorsInput.safeParse(input(wrong)).success).toBe(false);
});
