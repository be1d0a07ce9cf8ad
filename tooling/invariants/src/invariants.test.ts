import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@working-social/kernel";
import type { TestDatabase } from "@working-social/db/testing";
import { aLocation, anOrganization, aPerson, aResource, createTestDatabase } from "@working-social/db/testing";
import { checkInvariants } from "./check.ts";

// Each invariant is broken on purpose, past the app and its constraints, and must be found: a check that can't fail is none.
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

interface Booked {
  organizationId: string;
  bookingId: string;
  quoteId: string;
  unitId: string;
}

/** A sound booking of one room, 10:00 to 11:00, at 24.00 plus nothing. */
async function aSoundBooking(): Promise<Booked> {
  const { owner } = database;
  const organizationId = (await anOrganization(owner)).id;
  await aPerson(owner, organizationId, { role: "owner" });
  const location = await aLocation(owner, organizationId);
  const resource = await aResource(owner, organizationId, location.id);
  const [bookingId, quoteId, unitId] = [newId(), newId(), resource.unitIds[0] ?? ""];
  await owner.query(
    `INSERT INTO bookings (id, organization_id, location_id, resource_id, status, starts_at, ends_at, title, quote_id, created_at, changed_at)
     VALUES ($1, $2, $3, $4, 'confirmed', '2026-11-26T10:00Z', '2026-11-26T11:00Z', '', $5, now(), now())`,
    [bookingId, organizationId, location.id, resource.id, quoteId],
  );
  await owner.query(
    `INSERT INTO quotes (id, organization_id, booking_id, starts_at, ends_at, currency, subtotal_minor, tax_minor, total_minor, lines, policy, created_at)
     VALUES ($1, $2, $3, '2026-11-26T10:00Z', '2026-11-26T11:00Z', 'USD', 2400, 0, 2400, '[{"kind":"time","amountMinor":2400}]', '{}', now())`,
    [quoteId, organizationId, bookingId],
  );
  await aClaim({ organizationId, bookingId, unitId }, "2026-11-26T10:00Z", "2026-11-26T11:00Z");
  await owner.query(
    `INSERT INTO events (id, organization_id, at, actor_kind, name, subject_type, subject_id, data)
     VALUES ($1, $2, now(), 'system', 'booking.create', 'booking', $3, '{}')`,
    [newId(), organizationId, bookingId],
  );
  return { organizationId, bookingId, quoteId, unitId };
}

async function aClaim(
  { organizationId, bookingId, unitId }: Omit<Booked, "quoteId">,
  from: string,
  to: string,
): Promise<void> {
  await database.owner.query(
    "INSERT INTO claims (id, organization_id, booking_id, unit_id, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6)",
    [newId(), organizationId, bookingId, unitId, from, to],
  );
}

/** Breaks something in a transaction that is rolled back, and returns the names of what the check finds. */
async function foundAfter(...statements: [sql: string, ...values: unknown[]][]): Promise<string[]> {
  const client = await database.owner.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica"); // triggers and foreign keys look away
    await client.query("ALTER TABLE claims DROP CONSTRAINT claims_never_overlap");
    for (const [sql, ...values] of statements) await client.query(sql, values);
    return (await checkInvariants(client)).map((finding) => finding.invariant);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

test("a sound database breaks none", async () => {
  await aSoundBooking();
  const client = await database.owner.connect();
  expect(await checkInvariants(client)).toEqual([]);
  client.release();
});

test("overlapping claims are found, and that a room holds more than its units", async () => {
  const { organizationId, bookingId, unitId } = await aSoundBooking();
  const found = await foundAfter([
    "INSERT INTO claims (id, organization_id, booking_id, unit_id, starts_at, ends_at) VALUES ($1, $2, $3, $4, '2026-11-26T10:30Z', '2026-11-26T11:30Z')",
    newId(),
    organizationId,
    bookingId,
    unitId,
  ]);
  expect(found).toContain("No two unreleased claims on one unit overlap.");
  expect(found).toContain("Each active booking holds units of its resource: all of them, or one of a pool.");
  expect(found).toContain("Each claim covers its booking, with buffers of at most a day.");
});

test.each<[string, string]>([
  [
    "Each active booking holds units of its resource: all of them, or one of a pool.",
    "UPDATE claims SET released_at = now() WHERE booking_id = $1",
  ],
  [
    "Each claim covers its booking, with buffers of at most a day.",
    "UPDATE claims SET ends_at = ends_at - interval '1 minute' WHERE booking_id = $1",
  ],
  [
    "A booking that is over holds nothing.",
    "UPDATE bookings SET status = 'cancelled', cancelled_at = now() WHERE id = $1",
  ],
  [
    "A booking's quote is its own, for its own time, in its location's currency.",
    "UPDATE quotes SET ends_at = ends_at + interval '1 hour' WHERE booking_id = $1",
  ],
  [
    "The lines of each quote sum to its total; an inclusive tax is inside the others.",
    "UPDATE quotes SET subtotal_minor = 2401, total_minor = 2401 WHERE booking_id = $1",
  ],
  [
    "A booking made here has a quote and an audit entry; an imported one has its source row, or blocks time for nobody.",
    "DELETE FROM events WHERE subject_id = $1",
  ],
  [
    "A booking made here has a quote and an audit entry; an imported one has its source row, or blocks time for nobody.",
    "UPDATE bookings SET quote_id = NULL, person_id = NULL WHERE id = $1",
  ],
  [
    "Every answered idempotency key still names a booking that is there.",
    `INSERT INTO idempotency_keys (organization_id, actor_kind, actor_id, key, procedure, request_hash, response, created_at)
     SELECT organization_id, 'person', id::text, 'key', 'bookings.book', '', jsonb_build_object('id', gen_random_uuid()), now() FROM bookings WHERE id = $1`,
  ],
  [
    "Cancelled bookings cost at most what was agreed.",
    "UPDATE bookings SET cancellation_fee_minor = 2401 WHERE id = $1",
  ],
  [
    "An organization with people has an owner who can sign in.",
    "UPDATE people SET role = 'member' WHERE organization_id = (SELECT organization_id FROM bookings WHERE id = $1)",
  ],
])("%s", async (name, sql) => {
  const { bookingId } = await aSoundBooking();
  expect(await foundAfter([sql, bookingId])).toContain(name);
});

test("a reference into another organization is found", async () => {
  const [mine, foreign] = [await aSoundBooking(), await aSoundBooking()];
  const found = await foundAfter([
    "UPDATE claims SET unit_id = $1 WHERE booking_id = $2",
    foreign.unitId,
    mine.bookingId,
  ]);
  expect(found).toContain("claims.unit_id names a row of units in its own organization.");
});
