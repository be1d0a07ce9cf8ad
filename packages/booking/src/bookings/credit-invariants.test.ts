import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { aPerson, createTestDatabase } from "@working-social/db/testing";
import { checkInvariants } from "@working-social/invariants";
import { newId } from "@working-social/kernel";
import { bookResource } from "./commands/book-resource.ts";
import { cancelBooking } from "./commands/cancel-booking.ts";
import { holdSlot } from "./commands/hold-slot.ts";
import type { PaidSpace } from "./testing/a-paid-space.ts";
import { aPaidSpace } from "./testing/a-paid-space.ts";
import { aBooking } from "./testing/a-space.ts";

// Each is broken on purpose, past the app and its triggers, and must be found.
let database: TestDatabase;
let space: PaidSpace;
const ids = { partly: "", promised: "", cancelled: "" };
beforeAll(async () => {
  database = await createTestDatabase();
  space = await aPaidSpace(database);
  await aPerson(database.owner, space.organizationId, { role: "owner", userId: `user-${newId()}` });
  await space.plan(60, { person: space.ana });
  await space.runJobs();
  await space.give(space.ana, 30, { expiresAt: "2026-11-29T00:00:00Z" });
  const { ana, room } = space;
  const until = (endsAt: string, expectedTotalMinor: number) => aBooking(room.id, { endsAt, expectedTotalMinor });
  const cancelled = await bookResource(
    ana,
    aBooking(room.id, { startsAt: "2026-11-25T15:00:00Z", endsAt: "2026-11-25T15:20:00Z" }),
  );
  const expectedKept = [{ unit: "room_minutes" as const, quantity: 10 }];
  await cancelBooking(ana, {
    bookingId: cancelled.id,
    reason: null,
    expectedFeeMinor: 0,
    expectedKept,
    idempotencyKey: newId(),
  });
  ids.cancelled = cancelled.id;
  ids.partly = (await bookResource(ana, until("2026-11-26T12:00:00Z", 1600))).id;
  ids.promised = (
    await bookResource(ana, aBooking(room.id, { startsAt: "2026-12-10T10:00:00Z", endsAt: "2026-12-10T10:40:00Z" }))
  ).id;
  await holdSlot(ana, {
    resourceId: room.id,
    startsAt: "2026-12-11T10:00:00Z",
    endsAt: "2026-12-11T10:15:00Z",
    idempotencyKey: newId(),
  });
});
afterAll(() => database.close());

async function foundAfter(sql: string | null): Promise<string[]> {
  const client = await database.owner.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    if (sql)
      await client.query(sql.replace(/:(partly|promised|cancelled)/g, (_, name: keyof typeof ids) => `'${ids[name]}'`));
    return (await checkInvariants(client)).map((finding) => finding.invariant);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

const AS_QUOTED =
  "What the ledger has taken, holds, promises and is still owed for an active booking is what its quote says.";
const OVER =
  "A booking that is over keeps no more credits used or promised than its cancellation costs, and is charged no usage.";
const CHARGED = "A booking is charged the total of its quote, with the quote.";

test("sound bookings break none", async () => {
  expect(await foundAfter(null)).toEqual([]);
});
test.each([
  [AS_QUOTED, "UPDATE credit_usages SET quantity = quantity - 1 WHERE cause_id = :partly AND quantity > 1"],
  [AS_QUOTED, "DELETE FROM credit_usages WHERE cause_id = :partly"],
  [AS_QUOTED, "UPDATE credit_schedules SET quantity = quantity + 1 WHERE cause_id = :promised"],
  [AS_QUOTED, "UPDATE credit_schedules SET outcome = 'cancelled', resolved_at = now() WHERE cause_id = :promised"],
  [OVER, "UPDATE credit_usages SET quantity = quantity + 1 WHERE cause_id = :cancelled AND quantity > 0"],
  [OVER, "UPDATE bookings SET cancellation_fee_credits = NULL WHERE id = :cancelled"],
  [OVER, "UPDATE bookings SET status = 'declined' WHERE id = :partly"],
  [OVER, "UPDATE bookings SET status = 'expired' WHERE id = :promised"],
  [CHARGED, "UPDATE charges SET amount_minor = amount_minor + 1 WHERE cause_id = :partly"],
  [CHARGED, "DELETE FROM charges WHERE cause_id = :partly"],
])("%s: %s", async (name, sql) => {
  expect(await foundAfter(sql)).toContain(name);
});
