import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "@working-social/db";
import { aRule, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { DomainError, formatInstant, newId, parseInstant } from "@working-social/kernel";
import { bookResource } from "./commands/book-resource.ts";
import { cancelBooking } from "./commands/cancel-booking.ts";
import { changeBooking } from "./commands/change-booking.ts";
import { removeBooking } from "./commands/remove-booking.ts";
import { getBooking } from "./queries.ts";
import type { BookingView } from "./schema.ts";
import { aBooking, aChange, aSpace } from "./testing/a-space.ts";
import type { Space } from "./testing/a-space.ts";

// Members who book, change and cancel at random and at once, round after round. After every round the database is asked,
// as its owner, whether what must always be true is true. A failure prints its seed; fast-check replays it.

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const MEMBERS = 3;
const RESOURCES = 3;
const BUFFER_BEFORE_MINUTES = 5;
const BUFFER_AFTER_MINUTES = 10;
const FIRST_START = parseInstant("2026-11-26T08:00:00Z");
const MINUTE_MS = 60_000;

interface Command {
  verb: "book" | "change" | "cancel" | "remove";
  member: number;
  resource: number;
  /** In quarters of an hour after the first start: few, so that there is something to fight about. */
  from: number;
  quarters: number;
  /** Which of the bookings known to be there. */
  target: number;
}

const command = fc.record<Command>({
  verb: fc.constantFrom("book", "book", "book", "change", "change", "cancel", "remove"),
  member: fc.nat(MEMBERS - 1),
  resource: fc.nat(RESOURCES - 1),
  from: fc.nat(20),
  quarters: fc.integer({ min: 1, max: 8 }),
  target: fc.nat(1000),
});

interface World extends Space {
  members: Context[];
  manager: Context;
  resourceIds: string[];
  known: Map<string, { owner: Context; sequence: number }>;
}

async function aWorld(): Promise<World> {
  const space = await aSpace(database);
  await aRule(database.owner, space.organizationId, {
    buffer_before_minutes: BUFFER_BEFORE_MINUTES,
    buffer_after_minutes: BUFFER_AFTER_MINUTES,
  });
  const other = await space.resource();
  const pool = await space.resource({ kind: "hot_desk", unitCount: 2 });
  const members = await Promise.all(Array.from({ length: MEMBERS }, () => space.another()));
  const manager = await space.another({ role: "community_manager" });
  return { ...space, members, manager, resourceIds: [space.room.id, other.id, pool.id], known: new Map() };
}

function slotOf({ from, quarters }: Command) {
  const start = FIRST_START + from * 15 * MINUTE_MS;
  return { startsAt: formatInstant(start), endsAt: formatInstant(start + quarters * 15 * MINUTE_MS) };
}

/** Runs a command; a refusal is a fine answer, anything else thrown is not. */
async function run(world: World, asked: Command): Promise<void> {
  const member = world.members[asked.member] ?? world.ana;
  const resourceId = world.resourceIds[asked.resource] ?? world.room.id;
  try {
    if (asked.verb === "book") remember(world, await bookResource(member, aBooking(resourceId, slotOf(asked))), member);
    else await touch(world, asked, resourceId);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

async function touch(world: World, asked: Command, resourceId: string): Promise<void> {
  const ids = [...world.known.keys()];
  const bookingId = ids[asked.target % Math.max(1, ids.length)];
  const owner = bookingId === undefined ? undefined : world.known.get(bookingId)?.owner;
  if (bookingId === undefined || !owner) return;
  if (asked.verb === "cancel")
    await cancelBooking(owner, { bookingId, reason: null, expectedFeeMinor: 0, idempotencyKey: newId() });
  else if (asked.verb === "remove")
    await removeBooking(world.manager, { bookingId, reason: "Mistake", idempotencyKey: newId() });
  else
    remember(
      world,
      await changeBooking(owner, aChange(await getBooking(owner, { bookingId }), { resourceId, ...slotOf(asked) })),
      owner,
    );
}

function remember({ known }: World, booking: BookingView, owner: Context): void {
  const before = known.get(booking.id);
  known.set(booking.id, { owner, sequence: Math.max(booking.sequence, before?.sequence ?? 0) });
}

/** Rows that contradict an invariant, each with the sentence that it breaks. */
const CONTRADICTIONS = `
  WITH active AS (SELECT * FROM claims WHERE organization_id = $1 AND released_at IS NULL),
  held AS (SELECT b.id, b.status, b.resource_id, b.starts_at - $2 * interval '1 minute' AS from_at, b.ends_at + $3 * interval '1 minute' AS to_at,
    CASE r.allocation WHEN 'one_unit' THEN 1 ELSE (SELECT count(*) FROM resource_units ru WHERE ru.resource_id = r.id) END AS units
    FROM bookings b JOIN resources r ON r.id = b.resource_id WHERE b.organization_id = $1)
  SELECT 'two claims of a unit overlap' AS broken, a.id FROM active a JOIN active b
    ON a.unit_id = b.unit_id AND a.id < b.id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
  UNION ALL SELECT 'a booking that counts claims its units', h.id FROM held h
    WHERE h.status = 'confirmed' AND h.units <> (SELECT count(*) FROM active a WHERE a.booking_id = h.id)
  UNION ALL SELECT 'a booking that is over claims nothing', h.id FROM held h
    WHERE h.status <> 'confirmed' AND EXISTS (SELECT FROM active a WHERE a.booking_id = h.id)
  UNION ALL SELECT 'a claim is the slot and its buffers, on a unit of the resource', a.id FROM active a JOIN held h ON h.id = a.booking_id
    WHERE (a.starts_at, a.ends_at) IS DISTINCT FROM (h.from_at, h.to_at)
      OR NOT EXISTS (SELECT FROM resource_units ru WHERE ru.resource_id = h.resource_id AND ru.unit_id = a.unit_id)
  UNION ALL SELECT 'every booking has the quote of its slot', b.id FROM bookings b LEFT JOIN quotes q ON q.id = b.quote_id
    WHERE b.organization_id = $1 AND (q.starts_at, q.ends_at) IS DISTINCT FROM (b.starts_at, b.ends_at)
  UNION ALL SELECT 'every change is in the audit trail', b.id FROM bookings b
    WHERE b.organization_id = $1 AND b.sequence + 1 <> (SELECT count(*) FROM events e WHERE e.subject_id = b.id)`;

async function contradictionsIn(world: World): Promise<unknown[]> {
  const { rows } = await database.owner.query(CONTRADICTIONS, [
    world.organizationId,
    BUFFER_BEFORE_MINUTES,
    BUFFER_AFTER_MINUTES,
  ]);
  return rows;
}

/** Every acknowledged booking is there, nobody was left untold of one, and no sequence ever went back. */
async function checkAcknowledged({ organizationId, known }: World): Promise<void> {
  const { rows } = await database.owner.query<{ id: string; sequence: number }>(
    "SELECT id, sequence FROM bookings WHERE organization_id = $1",
    [organizationId],
  );
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(known.keys()));
  for (const { id, sequence } of rows) {
    const booking = known.get(id);
    expect(sequence).toBeGreaterThanOrEqual(booking?.sequence ?? 0);
    if (booking) booking.sequence = sequence;
  }
}

test("whatever members do at once, no unit is taken twice and every booking holds what it says", async () => {
  const rounds = fc.array(fc.array(command, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(rounds, async (batches) => {
      const world = await aWorld();
      for (const batch of batches) {
        await Promise.all(batch.map((asked) => run(world, asked)));
        expect(await contradictionsIn(world)).toEqual([]);
        await checkAcknowledged(world);
      }
    }),
    { numRuns: 20, endOnFailure: true },
  );
}, 120_000);

test("a hall and its halves are never taken at the same time, whoever asks first", async () => {
  const { another, room, resource, organizationId } = await aSpace(database);
  const [other, hall] = [await resource(), await resource({ name: "Hall" })];
  await database.owner.query("UPDATE resource_units SET unit_id = $1 WHERE resource_id = $2", [
    room.unitIds[0],
    hall.id,
  ]);
  await database.owner.query(
    "INSERT INTO resource_units (organization_id, resource_id, unit_id, position) VALUES ($1, $2, $3, 2)",
    [organizationId, hall.id, other.unitIds[0]],
  );
  const people = await Promise.all(Array.from({ length: 9 }, () => another()));
  for (let hour = 10; hour < 16; hour++) {
    const slot = { startsAt: `2026-11-26T${hour}:00:00Z`, endsAt: `2026-11-26T${hour + 1}:00:00Z` };
    const wanted = people.map((person, i) => ({
      person,
      resourceId: [hall.id, room.id, other.id][(i + hour) % 3] ?? hall.id,
    }));
    const results = await Promise.allSettled(
      wanted.map(({ person, resourceId }) => bookResource(person, aBooking(resourceId, slot))),
    );
    const booked = results.flatMap((result) => (result.status === "fulfilled" ? [result.value.resourceId] : []));
    const halves = new Set(booked.flatMap((id) => (id === hall.id ? [room.id, other.id] : [id])));
    expect(halves.size).toBe(booked.reduce((sum, id) => sum + (id === hall.id ? 2 : 1), 0));
    expect(booked.length).toBeGreaterThan(0);
    const errors = results.filter((result) => result.status === "rejected" && !(result.reason instanceof DomainError));
    expect(errors).toEqual([]);
  }
});
