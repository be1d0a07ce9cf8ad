import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context, Values } from "@working-social/db";
import { read } from "@working-social/db";
import {
  aCancellationPolicy,
  aLocation,
  anOrganization,
  aPerson,
  aPlan,
  aRate,
  aResource,
  aRule,
  aTeam,
  createTestDatabase,
} from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { DomainError, newId, parseInstant } from "@working-social/kernel";
import { loadSituation } from "./load-situation.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const SPAN = { start: parseInstant("2026-11-26T10:00:00Z"), end: parseInstant("2026-11-26T11:00:00Z") };

async function aPlace() {
  const { owner } = database;
  const { id: organizationId } = await anOrganization(owner);
  const { id: locationId } = await aLocation(owner, organizationId, {
    name: "Quay",
    timeZone: "America/St_Johns",
    currency: "CAD",
    taxName: "HST",
    taxBasisPoints: 1500,
    hours: [480, 1200],
  });
  const room = await aResource(owner, organizationId, locationId, { name: "Lantern", features: ["screen"] });
  const person = await aPerson(owner, organizationId);
  return { organizationId, locationId, room, person, ctx: database.context(organizationId, person.actor) };
}

async function bookingRow(organizationId: string, values: Record<string, unknown>): Promise<void> {
  const row = {
    id: newId(),
    organization_id: organizationId,
    status: "confirmed",
    starts_at: "2026-11-26T10:00:00Z",
    ends_at: "2026-11-26T11:00:00Z",
    title: "",
    created_at: "2026-11-01T00:00:00Z",
    changed_at: "2026-11-01T00:00:00Z",
    ...values,
  };
  const columns = Object.keys(row);
  await database.owner.query(
    `INSERT INTO bookings (${columns.join()}) VALUES (${columns.map((_, i) => `$${i + 1}`).join()})`,
    Object.values(row),
  );
}

test("one statement brings the location, the resource, and everything that is said about them", async () => {
  const { organizationId, locationId, room, person, ctx } = await aPlace();
  const { owner } = database;
  const plan = await aPlan(owner, organizationId);
  const rule = await aRule(
    owner,
    organizationId,
    { name: "Members only", min_length_minutes: 30, resource_kind: "room", audience_is_except: true },
    { planIds: [plan.id], roles: ["front_desk"] },
  );
  await aRule(owner, organizationId, { archived_at: "2026-02-01T00:00:00Z", may_book: false });
  const rate = await aRate(owner, organizationId, locationId, {
    price_minor: 2400,
    weekdays: [6, 7],
    minimum_charge_minor: 500,
  });
  const policy = await aCancellationPolicy(owner, organizationId, locationId, [
    [2, 100],
    [24, 50],
  ]);
  let statements = 0;
  const counted = {
    query: <Row extends object>(text: string, values?: Values) => (statements++, read(ctx).query<Row>(text, values)),
  };
  const { situation, resource, personName } = await loadSituation(counted, ctx, {
    resourceId: room.id,
    personId: person.id,
    span: SPAN,
  });
  expect(statements).toBe(1);
  expect(personName).toBe("Ana Ferreira");
  expect(resource).toMatchObject({
    id: room.id,
    name: "Lantern",
    features: ["screen"],
    allocation: "all_units",
    isArchived: false,
    units: [{ id: room.unitIds[0], name: "Lantern" }],
  });
  expect(situation.location).toEqual({
    id: locationId,
    name: "Quay",
    timeZone: "America/St_Johns",
    currency: "CAD",
    taxName: "HST",
    taxBasisPoints: 1500,
    taxInclusive: false,
    zeroTaxCategory: "O",
    language: "en",
    region: null,
  });
  expect(situation.person).toEqual({ id: person.id, role: "member", planId: null, teamId: null });
  expect(situation.hours).toHaveLength(1);
  expect(situation.hours[0]?.weekly[0]).toEqual({ weekday: 1, opensMinute: 480, closesMinute: 1200 });
  expect(situation.rules).toMatchObject([
    {
      id: rule.id,
      name: "Members only",
      resourceKind: "room",
      planIds: [plan.id],
      teamIds: [],
      roles: ["front_desk"],
      audienceIsExcept: true,
    },
  ]);
  expect(situation.rules[0]?.settings).toMatchObject({ minLengthMinutes: 30, mayBook: null, holdMinutes: null });
  expect(situation.rates).toMatchObject([
    { id: rate.id, priceMinor: 2400, weekdays: [6, 7], minimumChargeMinor: 500, unit: "hour" },
  ]);
  expect(situation.policies).toMatchObject([
    {
      id: policy.id,
      tiers: [
        { hoursBefore: 24, feePercent: 50 },
        { hoursBefore: 2, feePercent: 100 },
      ],
    },
  ]);
  expect(situation.usage).toEqual([]);
});

test("a location's situation has the hours of all its resources, and exceptions only near the dates that matter", async () => {
  const { organizationId, locationId, room, ctx } = await aPlace();
  const { owner } = database;
  await owner.query(
    "INSERT INTO opening_hours (id, organization_id, location_id, resource_id, weekday, opens_minute, closes_minute) VALUES ($1, $2, $3, $4, 4, 600, 720)",
    [newId(), organizationId, locationId, room.id],
  );
  for (const date of ["2026-11-26", "2026-12-25"]) {
    await owner.query(
      "INSERT INTO opening_exceptions (id, organization_id, location_id, date, reason) VALUES ($1, $2, $3, $4, 'Holiday')",
      [newId(), organizationId, locationId, date],
    );
  }
  const { situation, resources } = await loadSituation(read(ctx), ctx, { locationId, personId: null, span: SPAN });
  expect(resources.map((resource) => resource.id)).toEqual([room.id]);
  expect(situation.hours.map((hours) => [hours.resourceId, hours.weekly.length, hours.exceptions])).toEqual([
    [null, 7, [{ date: "2026-11-26", opensMinute: null, closesMinute: null, reason: "Holiday" }]],
    [room.id, 1, []],
  ]);
  expect(situation.person).toMatchObject({ role: "member", planId: null, teamId: null });
});

test("a person's plan is their own, else their team's", async () => {
  const { organizationId, room, ctx } = await aPlace();
  const { owner } = database;
  const [own, shared] = [await aPlan(owner, organizationId), await aPlan(owner, organizationId)];
  const team = await aTeam(owner, organizationId, { planId: shared.id });
  const planOf = async (options: Parameters<typeof aPerson>[2]) => {
    const { id: personId } = await aPerson(owner, organizationId, options);
    return (await loadSituation(read(ctx), ctx, { resourceId: room.id, personId, span: SPAN })).situation.person.planId;
  };
  expect(await planOf({ teamId: team.id })).toBe(shared.id);
  expect(await planOf({ teamId: team.id, planId: own.id })).toBe(own.id);
  expect(await planOf({})).toBeNull();
});

test("usage is what counts against limits: own and the team's, active, since this morning", async () => {
  const { organizationId, locationId, room, ctx } = await aPlace();
  const { owner } = database;
  const team = await aTeam(owner, organizationId);
  const [me, mate, stranger] = [
    await aPerson(owner, organizationId, { teamId: team.id }),
    await aPerson(owner, organizationId, { teamId: team.id }),
    await aPerson(owner, organizationId),
  ];
  const base = { location_id: locationId, resource_id: room.id };
  await bookingRow(organizationId, { ...base, person_id: me.id, team_id: team.id, title: "mine" });
  await bookingRow(organizationId, { ...base, person_id: mate.id, team_id: team.id, title: "the team's" });
  await bookingRow(organizationId, { ...base, person_id: stranger.id });
  await bookingRow(organizationId, {
    ...base,
    person_id: me.id,
    status: "cancelled",
    cancelled_at: "2026-11-25T08:00:00Z",
  });
  await bookingRow(organizationId, {
    ...base,
    person_id: me.id,
    status: "held",
    hold_expires_at: "2026-11-25T09:00:00Z",
  });
  await bookingRow(organizationId, {
    ...base,
    person_id: me.id,
    status: "held",
    hold_expires_at: "2026-11-25T09:00:01Z",
    starts_at: "2026-11-27T10:00:00Z",
    ends_at: "2026-11-27T11:00:00Z",
  });
  await bookingRow(organizationId, {
    ...base,
    person_id: me.id,
    starts_at: "2026-11-25T04:00:00Z",
    ends_at: "2026-11-25T05:00:00Z",
  });
  await bookingRow(organizationId, {
    ...base,
    person_id: me.id,
    starts_at: "2026-11-20T04:00:00Z",
    ends_at: "2026-11-20T05:00:00Z",
  });
  const usage = async (personId: string) =>
    (await loadSituation(read(ctx), ctx, { resourceId: room.id, personId, span: SPAN })).situation.usage;
  expect(await usage(me.id)).toEqual([]); // No rule counts anything.
  await aRule(owner, organizationId, { max_upcoming_per_person: 5 });
  const counted = await usage(me.id);
  expect(counted.map((booking) => booking.startsAt).sort()).toEqual([
    "2026-11-25T04:00:00.000Z",
    "2026-11-26T10:00:00.000Z",
    "2026-11-26T10:00:00.000Z",
    "2026-11-27T10:00:00.000Z",
  ]);
  expect(counted.filter((booking) => booking.personId === mate.id)).toMatchObject([
    { teamId: team.id, resourceId: room.id, resourceKind: "room", locationId },
  ]);
  expect(await usage(stranger.id)).toHaveLength(1);
});

test("what is not in the organization is not found, and an archived location's rooms are archived", async () => {
  const [here, there] = [await aPlace(), await aPlace()];
  const refusal = async (command: Promise<unknown>) =>
    command.then(
      () => null,
      (error: unknown) => (error instanceof DomainError ? error.refusal : error),
    );
  const load = (ctx: Context, resourceId: string, personId: string) =>
    loadSituation(read(ctx), ctx, { resourceId, personId, span: SPAN });
  expect(await refusal(load(here.ctx, there.room.id, here.person.id))).toEqual({ code: "not_found", what: "resource" });
  expect(await refusal(load(here.ctx, here.room.id, there.person.id))).toEqual({ code: "not_found", what: "person" });
  expect(
    await refusal(
      loadSituation(read(here.ctx), here.ctx, { locationId: there.locationId, personId: null, span: SPAN }),
    ),
  ).toEqual({ code: "not_found", what: "location" });
  await database.owner.query("UPDATE locations SET archived_at = now() WHERE id = $1", [here.locationId]);
  expect((await load(here.ctx, here.room.id, here.person.id)).resource.isArchived).toBe(true);
  const gone = await aPerson(database.owner, here.organizationId, { status: "suspended" });
  expect((await load(here.ctx, here.room.id, gone.id)).isSuspended).toBe(true);
});
