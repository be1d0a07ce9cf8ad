import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "@working-social/kernel";
import { sqlStateOf, violatedConstraint } from "./constraints.ts";
import type { Context } from "./context.ts";
import { openDatabase } from "./database.ts";
import type { Sql } from "./sql.ts";
import type { TestDatabase } from "./testing/index.ts";
import { aLocation, anOrganization, aPerson, aResource, createTestDatabase } from "./testing/index.ts";
import { inTransaction } from "./transaction.ts";

// What a fault in our own code could try, as the app's role: the database says no to each. No command is involved.

const [EIGHT, NINE, TEN, ELEVEN, NOON] = ["08", "09", "10", "11", "12"].map((hour) => `2026-11-26T${hour}:00:00Z`);
const NO_RIGHT = "42501";
const NOT_SOUND = "bookings_hold_what_they_promise";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** A room, and a confirmed booking of it from 10:00 to 11:00 at 24.00, written by the app as commands write it. */
interface Ground {
  ctx: Context;
  organizationId: string;
  locationId: string;
  room: { id: string; unitIds: string[] };
  bookingId: string;
  quoteId: string;
}
let mine: Ground;
let foreign: Ground;
beforeEach(async () => {
  [mine, foreign] = [await aGround(), await aGround()];
});

async function aGround(): Promise<Ground> {
  const { id: organizationId } = await anOrganization(database.owner);
  const { id: locationId } = await aLocation(database.owner, organizationId);
  const room = await aResource(database.owner, organizationId, locationId);
  const ctx = database.context(organizationId, (await aPerson(database.owner, organizationId)).actor);
  const ground = { ctx, organizationId, locationId, room, bookingId: newId(), quoteId: newId() };
  await inTransaction(ctx, async (tx) => {
    await insertBooking(tx, ground);
    await insertQuote(tx, ground);
    await insertClaim(tx, ground);
  });
  return ground;
}

interface BookingColumns {
  id?: string;
  status?: string;
  quoteId?: string | null;
  from?: string | undefined;
  to?: string | undefined;
}

function insertBooking(tx: Sql, ground: Ground, columns: BookingColumns = {}) {
  const { id = ground.bookingId, status = "confirmed", quoteId = ground.quoteId, from = TEN, to = ELEVEN } = columns;
  return tx.query(
    `INSERT INTO bookings (id, organization_id, location_id, resource_id, status, starts_at, ends_at, title, quote_id, created_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, '', $8, now(), now())`,
    [id, ground.organizationId, ground.locationId, ground.room.id, status, from, to, quoteId],
  );
}

function insertQuote(
  tx: Sql,
  ground: Ground,
  { currency = "USD", subtotalMinor = 2400, taxMinor = 0, totalMinor = 2400 } = {},
) {
  return tx.query(
    `INSERT INTO quotes (id, organization_id, booking_id, starts_at, ends_at, currency, subtotal_minor, tax_minor, total_minor, lines, policy, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '[]', '{}', now())`,
    [
      ground.quoteId,
      ground.organizationId,
      ground.bookingId,
      TEN,
      ELEVEN,
      currency,
      subtotalMinor,
      taxMinor,
      totalMinor,
    ],
  );
}

function insertClaim(
  tx: Sql,
  ground: Ground,
  { bookingId = ground.bookingId, unitId = ground.room.unitIds[0], from = TEN, to = ELEVEN } = {},
) {
  return tx.query(
    "INSERT INTO claims (id, organization_id, booking_id, unit_id, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6)",
    [newId(), ground.organizationId, bookingId, unitId, from, to],
  );
}

/** What the database says to the app's work, by constraint if it names one, else by SQLSTATE; null: it lets it happen. */
async function refusalOf(work: (tx: Sql) => Promise<unknown>, ground: Ground = mine): Promise<string | null> {
  const error: unknown = await inTransaction(ground.ctx, work).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error === null ? null : (violatedConstraint(error) ?? sqlStateOf(error) ?? String(error));
}
const bySql = (sql: string, ...values: unknown[]) => refusalOf((tx) => tx.query(sql, values));

describe("no double booking", () => {
  test("a second claim that overlaps is refused; one that touches is not", async () => {
    const another = newId();
    const book = (from = TEN, to = ELEVEN) =>
      refusalOf(async (tx) => {
        await insertBooking(tx, mine, { id: another, quoteId: null, from, to });
        await insertClaim(tx, mine, { bookingId: another, from, to });
      });
    expect(await book("2026-11-26T10:59:59.999Z", NOON)).toBe("claims_never_overlap");
    expect(await book(NINE, "2026-11-26T10:00:00.001Z")).toBe("claims_never_overlap");
    expect(await book(ELEVEN, NOON)).toBeNull();
  });
  test("a claim is never moved to another time or unit, nor erased", async () => {
    expect(await bySql("UPDATE claims SET starts_at = $2 WHERE booking_id = $1", mine.bookingId, NOON)).toBe(NO_RIGHT);
    expect(await bySql("UPDATE claims SET unit_id = $2 WHERE booking_id = $1", mine.bookingId, newId())).toBe(NO_RIGHT);
    expect(await bySql("DELETE FROM claims WHERE booking_id = $1", mine.bookingId)).toBe(NO_RIGHT);
  });
});

describe("a booking holds what it promises", () => {
  test("never nothing", async () => {
    expect(
      await refusalOf((tx) => insertBooking(tx, mine, { id: newId(), quoteId: null, from: EIGHT, to: NINE })),
    ).toBe(NOT_SOUND);
    expect(await bySql("UPDATE claims SET released_at = now() WHERE booking_id = $1", mine.bookingId)).toBe(NOT_SOUND);
  });
  test("never a shorter time than its own", async () => {
    expect(await bySql("UPDATE bookings SET ends_at = $2 WHERE id = $1", mine.bookingId, NOON)).toBe(NOT_SOUND);
  });
  test("never more than it needs", async () => {
    expect(await refusalOf((tx) => insertClaim(tx, mine, { from: NOON, to: "2026-11-26T13:00:00Z" }))).toBe(NOT_SOUND);
  });
  test("never half of a hall", async () => {
    await database.owner.query(
      "INSERT INTO units (id, organization_id, location_id, name) VALUES ($1, $2, $3, 'Hall B')",
      [foreign.bookingId, mine.organizationId, mine.locationId],
    );
    await database.owner.query(
      "INSERT INTO resource_units (organization_id, resource_id, unit_id, position) VALUES ($1, $2, $3, 2)",
      [mine.organizationId, mine.room.id, foreign.bookingId],
    );
    const hall = newId();
    const book = (...unitIds: string[]) =>
      refusalOf(async (tx) => {
        await insertBooking(tx, mine, { id: hall, quoteId: null, from: EIGHT, to: NINE });
        for (const unitId of unitIds) await insertClaim(tx, mine, { bookingId: hall, unitId, from: EIGHT, to: NINE });
      });
    expect(await book(...mine.room.unitIds)).toBe(NOT_SOUND);
    expect(await book(...mine.room.unitIds, foreign.bookingId)).toBeNull();
  });
  test("and nothing once it is over, whatever ended it", async () => {
    expect(
      await bySql(
        "UPDATE bookings SET status = 'cancelled', cancelled_at = now(), changed_at = now() WHERE id = $1",
        mine.bookingId,
      ),
    ).toBeNull();
    const { rows } = await database.owner.query("SELECT FROM claims WHERE booking_id = $1 AND released_at IS NULL", [
      mine.bookingId,
    ]);
    expect(rows).toEqual([]);
    expect(await refusalOf((tx) => insertClaim(tx, mine))).toBe(NOT_SOUND);
    expect(await bySql("UPDATE claims SET released_at = NULL WHERE booking_id = $1", mine.bookingId)).toBe(NOT_SOUND);
  });
  test("at a price that adds up, and is never below nothing", async () => {
    await database.owner.query("UPDATE claims SET released_at = now() WHERE booking_id = $1", [mine.bookingId]);
    const priced = (subtotalMinor: number, taxMinor: number, totalMinor: number) => {
      const another = { ...mine, bookingId: newId(), quoteId: newId() };
      return refusalOf(async (tx) => {
        await insertBooking(tx, another);
        await insertQuote(tx, another, { subtotalMinor, taxMinor, totalMinor });
        await insertClaim(tx, another);
      });
    };
    expect(await priced(2400, 480, 2879)).toBe("quotes_add_up");
    expect(await priced(2400, 480, 2881)).toBe("quotes_add_up");
    expect(await priced(-1, 0, -1)).toBe("quotes_add_up");
    expect(await priced(2400, 480, 2880)).toBeNull();
  });
  test("at its own price, for its own time, in the currency of its location", async () => {
    expect(await bySql("UPDATE bookings SET quote_id = $2 WHERE id = $1", mine.bookingId, foreign.quoteId)).toBe(
      NOT_SOUND,
    );
    const inEuro = { ...mine, bookingId: newId(), quoteId: newId() };
    await database.owner.query("UPDATE claims SET released_at = now() WHERE booking_id = $1", [mine.bookingId]);
    const refusal = await refusalOf(async (tx) => {
      await insertBooking(tx, inEuro);
      await insertQuote(tx, inEuro, { currency: "EUR" });
      await insertClaim(tx, inEuro);
    });
    expect(refusal).toBe("40001");
  });
});

describe("history stays as it was", () => {
  test("nobody edits or erases an agreed price or the audit trail", async () => {
    expect(await bySql("UPDATE quotes SET total_minor = 0 WHERE id = $1", mine.quoteId)).toBe(NO_RIGHT);
    expect(await bySql("DELETE FROM quotes WHERE id = $1", mine.quoteId)).toBe(NO_RIGHT);
    expect(await bySql("UPDATE events SET name = ''")).toBe(NO_RIGHT);
    expect(await bySql("DELETE FROM events")).toBe(NO_RIGHT);
  });
  test("a booking is ended and never erased, and stays the one that it is", async () => {
    expect(await bySql("DELETE FROM bookings WHERE id = $1", mine.bookingId)).toBe(NO_RIGHT);
    for (const column of ["id", "organization_id", "person_id", "team_id", "created_at"]) {
      expect(await bySql(`UPDATE bookings SET ${column} = ${column} WHERE id = $1`, mine.bookingId), column).toBe(
        NO_RIGHT,
      );
    }
  });
  test("the answer to a key is given once", async () => {
    const { actor } = mine.ctx;
    const personId = actor.kind === "person" ? actor.personId : null;
    const insert =
      "INSERT INTO idempotency_keys (organization_id, actor_kind, actor_id, key, procedure, request_hash, response, created_at) VALUES ($1, 'person', $2, 'key', 'test', '', '{}', now())";
    expect(await bySql(insert, mine.organizationId, personId)).toBeNull();
    expect(await bySql("UPDATE idempotency_keys SET response = '{\"id\":1}'")).toBe("23000");
    expect(await bySql("DELETE FROM idempotency_keys")).toBe(NO_RIGHT);
    const reduce = (response: string) =>
      bySql(`UPDATE idempotency_keys SET response = '${response}', reduced_at = now()`);
    expect(await reduce('{"id":1}'), "another answer is no reduced one").toBe("23000");
    expect(await reduce("{}")).toBeNull();
    expect(await reduce("{}"), "reduced once").toBe("23000");
  });
});

describe("numbers and times make sense", () => {
  test.each<[constraint: string, sql: string]>([
    ["bookings_end_after_start", "UPDATE bookings SET ends_at = starts_at WHERE id = $1"],
    ["bookings_fee_not_negative", "UPDATE bookings SET cancellation_fee_minor = -1 WHERE id = $1"],
    ["bookings_sequence_counts_up", "UPDATE bookings SET sequence = -1 WHERE id = $1"],
    ["bookings_holds_expire", "UPDATE bookings SET status = 'held' WHERE id = $1"],
    ["bookings_cancelled_at_a_time", "UPDATE bookings SET status = 'cancelled' WHERE id = $1"],
    ["bookings_title_length", "UPDATE bookings SET title = repeat('x', 501) WHERE id = $1"],
  ])("%s", async (constraint, sql) => {
    expect(await bySql(sql, mine.bookingId)).toBe(constraint);
  });
  test("a price is never negative", async () => {
    expect(await refusalOf((tx) => insertQuote(tx, { ...mine, quoteId: newId() }, { totalMinor: -1 }))).toBe(
      "quotes_add_up",
    );
    const rate =
      "INSERT INTO rates (id, organization_id, name, location_id, unit, price_minor, weekdays, created_at) VALUES ($1, $2, '', $3, 'hour', -1, '{}', now())";
    expect(await bySql(rate, newId(), mine.organizationId, mine.locationId)).toBe("rates_not_negative");
  });
});

describe("organizations stay apart", () => {
  test("the rows of another one can't be seen, changed or written", async () => {
    const changed = await inTransaction(mine.ctx, (tx) =>
      tx.query("UPDATE bookings SET title = 'mine now' WHERE id = $1 RETURNING id", [foreign.bookingId]),
    );
    expect(changed).toEqual([]);
    expect(await refusalOf((tx) => insertBooking(tx, foreign, { id: newId() }), mine)).toBe(NO_RIGHT);
  });
  test("a row can't refer to another one's", async () => {
    expect(await bySql("UPDATE bookings SET resource_id = $2 WHERE id = $1", mine.bookingId, foreign.room.id)).toBe(
      "bookings_organization_id_resource_id_fkey",
    );
    expect(
      await refusalOf((tx) =>
        insertClaim(tx, mine, { unitId: foreign.room.unitIds[0], from: NOON, to: "2026-11-26T13:00:00Z" }),
      ),
    ).toBe("claims_organization_id_unit_id_fkey");
  });
  test("who has set no organization sees nothing", async () => {
    const fresh = openDatabase(database.ownerUrl, { maxConnections: 1 });
    const { rows } = await fresh.pool.query("SELECT FROM bookings UNION ALL SELECT FROM organizations");
    await fresh.close();
    expect(rows).toEqual([]);
  });
});
