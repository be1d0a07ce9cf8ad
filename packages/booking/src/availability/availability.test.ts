import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixedClock } from "@working-social/kernel";
import type { TestDatabase } from "@working-social/db/testing";
import { aLocation, aPerson, aResource, aRule, createTestDatabase } from "@working-social/db/testing";
import type { Space } from "./testing/a-space.ts";
import { aSpace, at, DATE, iso, take, ZONE } from "./testing/a-space.ts";
import type { DayView } from "./schema.ts";
import { dayView, freeNow, monthView, searchSpace, simulateBooking } from "./queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const clock = fixedClock("2026-11-25T09:00:00Z");
const asAna = (space: Space) => database.context(space.organizationId, space.ana.actor, clock);

describe("the day view", () => {
  test("shows hours, bookings that reach in from the night before, buffers and others' privacy", async () => {
    const space = await aSpace(database);
    await take(space, {
      resource: space.lantern,
      from: at("09:00"),
      to: at("11:00"),
      title: "Secret",
      bufferMinutes: 15,
    });
    const mine = await take(space, {
      resource: space.lantern,
      from: at("14:00"),
      to: at("15:30"),
      personId: space.ana.id,
      title: "Mine",
    });
    await take(space, {
      resource: space.hall,
      from: at("10:00"),
      to: at("12:00"),
      title: "Open house",
      isPublic: true,
    });
    await take(space, { resource: space.hall, from: "2026-11-25T08:00:00Z", to: at("08:30"), title: "Overnight" });
    await take(space, {
      resource: space.hall,
      from: "2026-11-27T08:00:00Z",
      to: "2026-11-27T09:00:00Z",
      title: "Tomorrow",
    });
    const view = await dayView(asAna(space), { locationId: space.locationId, date: DATE });
    const [hall, lantern] = ["Hall", "Lantern"].map((name) => view.resources.find((row) => row.resource.name === name));
    expect(lantern?.open).toEqual([{ startsAt: iso("08:00"), endsAt: iso("19:00") }]);
    expect(lantern?.busy).toEqual([
      { startsAt: iso("09:00"), endsAt: iso("11:15") },
      { startsAt: iso("14:00"), endsAt: iso("15:30") },
    ]);
    expect(lantern?.bookings.map(({ title, isMine }) => ({ title, isMine }))).toEqual([
      { title: null, isMine: false },
      { title: "Mine", isMine: true },
    ]);
    expect(lantern?.bookings[1]?.id).toBe(mine);
    expect(hall?.bookings.map((booking) => booking.title)).toEqual([null, "Open house"]);
    expect(view.situation.person.id).toBe(space.ana.id);
    expect(view.resources.flatMap(({ bookings }) => bookings.map(({ personName }) => personName))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test("tells staff whose the bookings are, and members nobody's name but in a public title", async () => {
    const space = await aSpace(database);
    const span = { resource: space.lantern, from: at("14:00"), to: at("15:30") };
    await take(space, { ...span, personId: space.ana.id, title: "Review" });
    const { actor } = await aPerson(database.owner, space.organizationId, { role: "front_desk" });
    const desk = database.context(space.organizationId, actor, clock);
    const asked = { locationId: space.locationId, date: DATE };
    const names = (view: DayView) => view.resources.flatMap(({ bookings }) => bookings.map((one) => one.personName));
    const [seenByDesk, seenByMember] = await Promise.all([dayView(desk, asked), dayView(asAna(space), asked)]);
    expect(names(seenByDesk)).toHaveLength(1);
    expect(names(seenByDesk)[0]).toEqual(expect.any(String));
    expect(names(seenByMember)).toEqual([null]);
  });

  test("counts a pool's free desks, and is busy only when all are taken", async () => {
    const space = await aSpace(database);
    await take(space, { resource: space.desks, unit: 0, from: at("09:00"), to: at("12:00") });
    await take(space, { resource: space.desks, unit: 1, from: at("10:00"), to: at("13:00") });
    await take(space, { resource: space.desks, unit: 2, from: at("11:00"), to: at("11:30") });
    const view = await dayView(asAna(space), { locationId: space.locationId, date: DATE });
    const desks = view.resources.find((row) => row.resource.name === "Desks");
    expect(desks?.busy).toEqual([{ startsAt: iso("11:00"), endsAt: iso("11:30") }]);
    expect(desks?.freeUnits).toEqual([
      { startsAt: iso("09:00"), free: 2 },
      { startsAt: iso("10:00"), free: 1 },
      { startsAt: iso("11:00"), free: 0 },
      { startsAt: iso("11:30"), free: 1 },
      { startsAt: iso("12:00"), free: 2 },
      { startsAt: iso("13:00"), free: 3 },
    ]);
  });

  test("an expired hold holds nothing; a living one does", async () => {
    const space = await aSpace(database);
    await take(space, {
      resource: space.lantern,
      from: at("09:00"),
      to: at("10:00"),
      status: "held",
      holdExpiresAt: "2026-11-25T08:59:59Z",
    });
    await take(space, {
      resource: space.hall,
      from: at("09:00"),
      to: at("10:00"),
      status: "held",
      holdExpiresAt: "2026-11-25T09:05:00Z",
    });
    const view = await dayView(asAna(space), { locationId: space.locationId, date: DATE });
    expect(view.resources.map((row) => [row.resource.name, row.busy.length])).toEqual([
      ["Desks", 0],
      ["Hall", 1],
      ["Lantern", 0],
    ]);
  });

  test("another organization's location is not found", async () => {
    const [mine, foreign] = [await aSpace(database), await aSpace(database)];
    await expect(dayView(asAna(mine), { locationId: foreign.locationId, date: DATE })).rejects.toMatchObject({
      refusal: { code: "not_found", what: "location" },
    });
  });
});

describe("search", () => {
  const wishes = { people: 5, features: ["screen"], kinds: ["room" as const] };
  const search = (space: Space, from = "14:00") =>
    searchSpace(asAna(space), { locationId: space.locationId, startsAt: at(from), durationMinutes: 90, ...wishes });

  test("gives free rooms with their price, the best fit first", async () => {
    const space = await aSpace(database);
    const view = await search(space);
    expect(view.free.map((hit) => [hit.resourceName, hit.totalMinor, hit.startsAt])).toEqual([
      ["Lantern", 3600, iso("14:00")],
      ["Hall", 3600, iso("14:00")],
    ]);
    expect(view.fitting).toBe(2);
    expect(view.alternatives).toEqual({ byTime: [], byRoom: [], byLocation: [] });
  });

  test("without a free one it offers the nearest times, rooms that lack something, and other locations", async () => {
    const space = await aSpace(database);
    const booth = await aResource(database.owner, space.organizationId, space.locationId, {
      name: "Cooper",
      capacity: 4,
      features: ["screen"],
    });
    const away = await aLocation(database.owner, space.organizationId, { name: "Mill", timeZone: ZONE });
    await aResource(database.owner, space.organizationId, away.id, { name: "Loft", capacity: 8, features: ["screen"] });
    await take(space, { resource: space.lantern, from: at("13:00"), to: at("16:00") });
    await take(space, { resource: space.hall, from: at("12:00"), to: at("18:00") });
    const { free, alternatives } = await search(space);
    expect(free).toEqual([]);
    expect(alternatives.byTime.slice(0, 3).map((hit) => [hit.resourceName, hit.startsAt])).toEqual([
      ["Lantern", iso("16:00")],
      ["Lantern", iso("11:30")],
      ["Hall", iso("10:30")],
    ]);
    expect(alternatives.byRoom.map((hit) => [hit.resourceId, hit.missing])).toEqual([[booth.id, ["people"]]]);
    expect(alternatives.byLocation.map((hit) => [hit.locationName, hit.resourceName])).toEqual([["Mill", "Loft"]]);
  });

  test("a pool whose every desk is free at some time, but none for the whole, is not free", async () => {
    const space = await aSpace(database);
    for (const unit of [0, 1, 2])
      await take(space, { resource: space.desks, unit, from: at(`${10 + unit}:00`), to: at(`${11 + unit}:00`) });
    const found = await searchSpace(asAna(space), {
      locationId: space.locationId,
      startsAt: at("10:00"),
      durationMinutes: 180,
      people: 1,
      features: [],
      kinds: ["hot_desk"],
    });
    expect(found.free).toEqual([]);
    expect(found.alternatives.byTime[0]?.startsAt).toBe(iso("11:00"));
  });
});

describe("free now", () => {
  test("offers the usual length from the next quarter, so that nobody pays for minutes that are gone, shortened by the next booking", async () => {
    const space = await aSpace(database);
    await take(space, { resource: space.lantern, from: at("10:00"), to: at("11:00") });
    await take(space, { resource: space.hall, from: at("09:00"), to: at("10:00") });
    const now = fixedClock(at("09:20"));
    const view = await freeNow(database.context(space.organizationId, space.ana.actor, now), {
      locationId: space.locationId,
    });
    expect(
      view.hits.map((hit) => [hit.resource.name, hit.offer.startsAt, hit.offer.endsAt, hit.freeUntil, hit.freeUnits]),
    ).toEqual([
      ["Desks", iso("09:30"), iso("17:30"), iso("19:00"), 3],
      ["Lantern", iso("09:30"), iso("10:00"), iso("10:00"), 1],
    ]);
    expect(view.hits[1]?.offer.totalMinor).toBe(1200);
  });

  test("the minute that runs counts as now, and a step that somebody else begins is no offer", async () => {
    const space = await aSpace(database);
    await take(space, { resource: space.hall, from: at("09:30"), to: at("10:00") });
    const offers = async (time: string) => {
      const ctx = database.context(space.organizationId, space.ana.actor, fixedClock(at(time)));
      const { hits } = await freeNow(ctx, { locationId: space.locationId });
      return hits.map((hit) => [hit.resource.name, hit.offer.startsAt]);
    };
    const others = (time: string) => [
      ["Desks", iso(time)],
      ["Lantern", iso(time)],
    ];
    expect(await offers("09:15:59")).toEqual([others("09:15")[0], ["Hall", iso("09:15")], others("09:15")[1]]);
    expect(await offers("09:16:00")).toEqual(others("09:30"));
  });

  test("offers nothing while closed", async () => {
    const space = await aSpace(database);
    const view = await freeNow(database.context(space.organizationId, space.ana.actor, fixedClock(at("21:00"))), {
      locationId: space.locationId,
    });
    expect(view.hits).toEqual([]);
  });
});

describe("the month view", () => {
  test("sums open and booked minutes by local day, cutting bookings at local midnight", async () => {
    const space = await aSpace(database);
    await take(space, { resource: space.lantern, from: at("09:00"), to: at("11:00") });
    await take(space, {
      resource: space.hall,
      from: at("23:00"),
      to: Temporal.Instant.from(at("23:00")).add({ hours: 3 }).toString(),
      personId: space.ana.id,
    });
    const view = await monthView(asAna(space), { locationId: space.locationId, resourceId: null, month: "2026-11" });
    expect(view.days).toHaveLength(30);
    const [thursday, friday] = [view.days[25], view.days[26]];
    expect(thursday).toMatchObject({ date: DATE, openMinutes: 5 * 660, bookedMinutes: 120 + 60 });
    expect(thursday?.mine).toHaveLength(1);
    expect(friday).toMatchObject({ bookedMinutes: 120 });
    const one = await monthView(asAna(space), {
      locationId: space.locationId,
      resourceId: space.lantern.id,
      month: "2026-11",
    });
    expect(one.days[25]).toMatchObject({ openMinutes: 660, bookedMinutes: 120 });
  });

  test("knows the months in which the zone changes its clock", async () => {
    const space = await aSpace(database);
    await database.owner.query(
      "UPDATE opening_hours SET opens_minute = 0, closes_minute = 1440 WHERE location_id = $1",
      [space.locationId],
    );
    const april = await monthView(asAna(space), {
      locationId: space.locationId,
      resourceId: space.lantern.id,
      month: "2026-04",
    });
    expect(april.days.filter((day) => day.openMinutes !== 1440)).toMatchObject([
      { date: "2026-04-05", openMinutes: 1470 },
    ]);
  });
});

describe("the simulator", () => {
  test("answers for another person by that person's rules, to staff only", async () => {
    const space = await aSpace(database);
    const desk = await aPerson(database.owner, space.organizationId, { role: "front_desk", name: "Desk" });
    await aRule(
      database.owner,
      space.organizationId,
      { name: "Two hours at most", max_length_minutes: 120 },
      { roles: ["member"] },
    );
    const input = { personId: space.ana.id, resourceId: space.lantern.id, startsAt: at("09:00"), endsAt: at("12:00") };
    const answer = await simulateBooking(database.context(space.organizationId, desk.actor, clock), input);
    expect(answer).toMatchObject({
      isBookable: false,
      refusals: [{ code: "too_long", maxMinutes: 120, rule: { name: "Two hours at most" } }],
      quote: { totalMinor: 7200 },
    });
    await expect(simulateBooking(asAna(space), input)).rejects.toMatchObject({ refusal: { code: "not_allowed" } });
  });
});
