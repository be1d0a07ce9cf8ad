import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { aResource, createTestDatabase } from "@working-social/db/testing";
import { aSpace } from "@working-social/directory/testing";
import { newId } from "@working-social/kernel";
import { createLocation } from "./commands/create-location.ts";
import { setOpeningHours } from "./commands/set-opening-hours.ts";
import { updateLocation } from "./commands/update-location.ts";
import { listLocations, openingHours } from "./queries.ts";
import { CreateLocationInput, SetOpeningHoursInput } from "./schema.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const harbour = {
  name: "Old Harbour",
  timeZone: "America/St_Johns",
  currency: "CAD",
  taxName: "HST",
  taxBasisPoints: 1500,
  taxInclusive: false,
  language: "en" as const,
  region: "CA",
};
const STRANGERS = ["member", "team_admin", "front_desk", "billing_manager"] as const;
const notFound = (what: string) => ({ kind: "not_found", refusal: { code: "not_found", what } });

async function aBooking(organizationId: string, locationId: string): Promise<void> {
  const resource = await aResource(database.owner, organizationId, locationId);
  await database.owner.query(
    `INSERT INTO bookings (id, organization_id, location_id, resource_id, status, starts_at, ends_at, title, created_at, changed_at)
     VALUES ($1, $2, $3, $4, 'confirmed', '2026-11-26T10:00Z', '2026-11-26T11:00Z', '', now(), now())`,
    [newId(), organizationId, locationId, resource.id],
  );
}

describe("locations", () => {
  test("are made with office hours, changed, and listed by name", async () => {
    const space = await aSpace(database);
    const manager = space.as("community_manager");
    const made = await createLocation(manager, harbour);
    expect(made).toEqual({ id: made.id, ...harbour, zeroTaxCategory: "O" });
    expect(await openingHours(space.as("member"), { locationId: made.id, resourceId: null })).toEqual({
      weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensMinute: 540, closesMinute: 1080 })),
      exceptions: [],
    });
    const changed = { ...harbour, name: "New Harbour", timeZone: "Asia/Kathmandu", taxName: null, taxBasisPoints: 0 };
    const exempt = { ...changed, zeroTaxCategory: "E" as const, language: "de" as const, region: null };
    expect(await updateLocation(manager, { id: made.id, ...exempt })).toEqual({ id: made.id, ...exempt });
    await createLocation(manager, { ...harbour, name: "Attic" });
    expect((await listLocations(space.as("member"))).map(({ name }) => name)).toEqual(["Attic", "New Harbour"]);
    expect(await space.audited()).toEqual(["location.created", "location.updated", "location.created"]);
  });

  test("have names of their own, also when two come at once", async () => {
    const ctx = (await aSpace(database)).as("owner");
    const tries = await Promise.allSettled([1, 2, 3].map(() => createLocation(ctx, harbour)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const other = await createLocation(ctx, { ...harbour, name: "Attic" });
    await expect(updateLocation(ctx, { id: other.id, ...harbour })).rejects.toMatchObject({
      kind: "conflict",
      refusal: { code: "name_taken", name: "Old Harbour" },
    });
  });

  test("keep their currency once something is booked; all else may change", async () => {
    const space = await aSpace(database);
    const ctx = space.as("owner");
    const { id } = await createLocation(ctx, harbour);
    expect(await updateLocation(ctx, { id, ...harbour, currency: "EUR" })).toMatchObject({ currency: "EUR" });
    await aBooking(space.organizationId, id);
    await expect(updateLocation(ctx, { id, ...harbour, currency: "JPY" })).rejects.toMatchObject({
      kind: "conflict",
      refusal: { code: "currency_in_use" },
    });
    expect(await updateLocation(ctx, { id, ...harbour, currency: "EUR", timeZone: "Europe/Madrid" })).toMatchObject({
      timeZone: "Europe/Madrid",
    });
  });

  test("a booking that is being written holds a change of the currency up, and then refuses it", async () => {
    const space = await aSpace(database);
    const { id } = await createLocation(space.as("owner"), harbour);
    const resource = await aResource(database.owner, space.organizationId, id);
    const writer = await database.owner.connect();
    await writer.query("BEGIN");
    await writer.query(
      `INSERT INTO bookings (id, organization_id, location_id, resource_id, status, starts_at, ends_at, title, created_at, changed_at)
       VALUES ($1, $2, $3, $4, 'confirmed', '2026-11-26T10:00Z', '2026-11-26T11:00Z', '', now(), now())`,
      [newId(), space.organizationId, id, resource.id],
    );
    const change = updateLocation(space.as("owner"), { id, ...harbour, currency: "JPY" }).catch(
      (error: unknown) => error,
    );
    expect(await Promise.race([change, new Promise((done) => setTimeout(done, 150, "waits"))])).toBe("waits");
    await writer.query("COMMIT");
    writer.release();
    expect(await change).toMatchObject({ refusal: { code: "currency_in_use" } });
  });

  test.each(STRANGERS)("are not for a %s to make or change", async (role) => {
    const space = await aSpace(database);
    const { id } = await createLocation(space.as("owner"), harbour);
    const refusal = { kind: "forbidden", refusal: { code: "not_allowed", action: "manageSpace" } };
    await expect(createLocation(space.as(role), { ...harbour, name: "Mine" })).rejects.toMatchObject(refusal);
    await expect(updateLocation(space.as(role), { id, ...harbour })).rejects.toMatchObject(refusal);
    await expect(
      setOpeningHours(space.as(role), { locationId: id, resourceId: null, weekly: [], exceptions: [] }),
    ).rejects.toMatchObject(refusal);
  });

  test("of another organization are not there", async () => {
    const [space, foreign] = [await aSpace(database), await aSpace(database)];
    const theirs = await createLocation(foreign.as("owner"), harbour);
    const ctx = space.as("owner");
    expect(await listLocations(ctx)).toEqual([]);
    await expect(updateLocation(ctx, { id: theirs.id, ...harbour })).rejects.toMatchObject(notFound("location"));
    const owner = { locationId: theirs.id, resourceId: null };
    await expect(openingHours(ctx, owner)).rejects.toMatchObject(notFound("location"));
    await expect(setOpeningHours(ctx, { ...owner, weekly: [], exceptions: [] })).rejects.toMatchObject(
      notFound("location"),
    );
  });
});

describe("opening hours", () => {
  const weekly = [
    { weekday: 5, opensMinute: 1200, closesMinute: 1620 },
    { weekday: 1, opensMinute: 840, closesMinute: 1080 },
    { weekday: 1, opensMinute: 540, closesMinute: 720 },
  ];
  const exceptions = [
    { date: "2026-12-31", opensMinute: 540, closesMinute: 720, reason: "New Year’s Eve" },
    { date: "2026-12-25", opensMinute: null, closesMinute: null, reason: "Christmas" },
    { date: "2028-02-29", opensMinute: 0, closesMinute: 1440, reason: "Leap day" },
  ];

  test("replace all that was there, and come back in order with the very dates", async () => {
    const space = await aSpace(database);
    const { id: locationId } = await createLocation(space.as("owner"), harbour);
    const owner = { locationId, resourceId: null };
    await setOpeningHours(space.as("owner"), {
      ...owner,
      weekly: [{ weekday: 7, opensMinute: 0, closesMinute: 1440 }],
      exceptions: exceptions.slice(0, 1),
    });
    const view = await setOpeningHours(space.as("owner"), { ...owner, weekly, exceptions });
    expect(view).toEqual({
      weekly: [weekly[2], weekly[1], weekly[0]],
      exceptions: [exceptions[1], exceptions[0], exceptions[2]],
    });
    expect(await openingHours(space.as("member"), owner)).toEqual(view);
    expect(await setOpeningHours(space.as("owner"), { ...owner, weekly: [], exceptions: [] })).toEqual({
      weekly: [],
      exceptions: [],
    });
  });

  test("of a resource are its own: neither touches the other", async () => {
    const space = await aSpace(database);
    const { id: locationId } = await createLocation(space.as("owner"), harbour);
    const resource = await aResource(database.owner, space.organizationId, locationId);
    const own = { locationId, resourceId: resource.id };
    await setOpeningHours(space.as("owner"), { ...own, weekly: weekly.slice(0, 1), exceptions: [] });
    expect((await openingHours(space.as("owner"), { locationId, resourceId: null })).weekly).toHaveLength(5);
    await setOpeningHours(space.as("owner"), { locationId, resourceId: null, weekly: [], exceptions: [] });
    expect((await openingHours(space.as("owner"), own)).weekly).toEqual(weekly.slice(0, 1));
    const elsewhere = await createLocation(space.as("owner"), { ...harbour, name: "Attic" });
    await expect(
      setOpeningHours(space.as("owner"), { ...own, locationId: elsewhere.id, weekly, exceptions }),
    ).rejects.toMatchObject(notFound("resource"));
  });

  test("set by several managers at once are those of one of them, never a mixture", async () => {
    const space = await aSpace(database);
    const { id: locationId } = await createLocation(space.as("owner"), harbour);
    const owner = { locationId, resourceId: null };
    const weeks = [1, 2, 3, 4].map((weekday) => [
      { weekday, opensMinute: 0, closesMinute: 60 },
      { weekday, opensMinute: 120, closesMinute: 180 },
    ]);
    await Promise.all(
      weeks.map((week) => setOpeningHours(space.as("owner"), { ...owner, weekly: week, exceptions: [] })),
    );
    expect(weeks).toContainEqual((await openingHours(space.as("owner"), owner)).weekly);
  });
});

test.each([
  ["a zone that does not exist", { timeZone: "Europe/Atlantis" }],
  ["an offset as a zone", { timeZone: "+02:00" }],
  ["a currency that does not exist", { currency: "ZZZ" }],
  ["a currency in lower case", { currency: "cad" }],
  ["a negative tax", { taxBasisPoints: -1 }],
  ["half a basis point", { taxBasisPoints: 0.5 }],
  ["an empty name", { name: " " }],
  ["10,000 characters", { name: "x".repeat(10_000) }],
  ["an unknown field", { archivedAt: null }],
])("a location with %s is bad input", (_, wrong) => {
  expect(CreateLocationInput.safeParse({ ...harbour, ...wrong }).success).toBe(false);
});

test.each([
  ["that close before they open", { weekly: [{ weekday: 1, opensMinute: 600, closesMinute: 540 }] }],
  ["of an eighth day", { weekly: [{ weekday: 8, opensMinute: 0, closesMinute: 60 }] }],
  ["of two days", { weekly: [{ weekday: 1, opensMinute: 0, closesMinute: 2881 }] }],
  [
    "on the 30th of February",
    { exceptions: [{ date: "2026-02-30", opensMinute: null, closesMinute: null, reason: "x" }] },
  ],
  [
    "that open but never close",
    { exceptions: [{ date: "2026-02-03", opensMinute: 60, closesMinute: null, reason: "x" }] },
  ],
])("hours %s are bad input", (_, wrong) => {
  const input = { locationId: newId(), resourceId: null, weekly: [], exceptions: [] };
  expect(SetOpeningHoursInput.safeParse(input).success).toBe(true);
  expect(SetOpeningHoursInput.safeParse({ ...input, ...wrong }).success).toBe(false);
});
