import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aRate, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { updateLocation } from "../locations/commands/update-location.ts";
import { updateResource } from "../resources/commands/update-resource.ts";
import { bookResource } from "./commands/book-resource.ts";
import { changeBooking } from "./commands/change-booking.ts";
import { aBooking, aChange, aSpace, cannotBookOf } from "./testing/a-space.ts";

// A manager who changes the space in the very moment in which somebody books it.

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const LOCKS_WAITED_FOR = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

/**
 * Runs the manager's statements in a transaction that stays open, starts `booking`, which has chosen by what it sees and
 * now waits for the manager, lets the manager commit, and returns what became of the booking.
 */
async function whileManagerWrites<T>(
  statements: [sql: string, ...values: unknown[]][],
  booking: () => Promise<T>,
): Promise<T> {
  const manager = await database.owner.connect();
  try {
    await manager.query("BEGIN");
    for (const [sql, ...values] of statements) await manager.query(sql, values);
    const waiting = booking();
    waiting.catch(() => {});
    const isWaiting = async () => ((await database.owner.query(LOCKS_WAITED_FOR)).rowCount ?? 0) > 0;
    for (let tries = 0; tries < 200 && !(await isWaiting()); tries++) await delay(10);
    await manager.query("COMMIT");
    return await waiting;
  } finally {
    manager.release();
  }
}

function removing(unitId: string | undefined): [string, ...unknown[]][] {
  return [
    ["SELECT FROM units WHERE id = $1 FOR UPDATE", unitId],
    ["DELETE FROM resource_units WHERE unit_id = $1", unitId],
    ["DELETE FROM units WHERE id = $1", unitId],
  ];
}

describe("a desk that leaves the pool while somebody is given it", () => {
  test("another desk of the pool is given instead", async () => {
    const space = await aSpace(database);
    const desks = await space.resource({ kind: "hot_desk", unitCount: 2, name: "Desk" });
    const booked = await whileManagerWrites(removing(desks.unitIds[0]), () =>
      bookResource(space.ana, aBooking(desks.id)),
    );
    expect(booked.unitNames).toEqual(["Desk 2"]);
  });

  test("without another one the slot is taken", async () => {
    const space = await aSpace(database);
    const desks = await space.resource({ kind: "hot_desk", unitCount: 2, name: "Desk" });
    const first = await bookResource(await space.another(), aBooking(desks.id));
    expect(first.unitNames).toEqual(["Desk 1"]);
    const attempt = whileManagerWrites(removing(desks.unitIds[1]), () => bookResource(space.ana, aBooking(desks.id)));
    expect((await cannotBookOf(attempt)).refusals).toEqual([{ code: "slot_taken" }]);
  });

  test("a booking that moves to it moves to another", async () => {
    const space = await aSpace(database);
    const desks = await space.resource({ kind: "hot_desk", unitCount: 2, name: "Desk" });
    const booked = await bookResource(space.ana, aBooking(space.room.id));
    const moved = await whileManagerWrites(removing(desks.unitIds[0]), () =>
      changeBooking(space.ana, aChange(booked, { resourceId: desks.id })),
    );
    expect(moved).toMatchObject({ id: booked.id, unitNames: ["Desk 2"], sequence: 1 });
  });

  test("in any order of commands, nobody gets a fault and nobody a desk that is gone", async () => {
    const space = await aSpace(database);
    const desks = await space.resource({ kind: "hot_desk", unitCount: 6, name: "Desks" });
    const manager = await space.another({ role: "community_manager" });
    const fields = {
      id: desks.id,
      name: "Desks",
      kind: "hot_desk" as const,
      capacity: 1,
      floor: null,
      description: null,
      features: [],
      assignment: "on_booking" as const,
      sortOrder: 0,
    };
    const tries = await Promise.allSettled([
      ...[3, 5, 2].map((unitCount) => updateResource(manager, { ...fields, unitCount })),
      ...Array.from({ length: 8 }, () => bookResource(space.ana, aBooking(desks.id))),
    ]);
    const faults = tries.filter((one) => one.status === "rejected" && !("refusal" in (one.reason as object)));
    expect(faults).toEqual([]);
    const { rows } = await database.owner.query(
      "SELECT FROM claims c WHERE released_at IS NULL AND organization_id = $1 AND NOT EXISTS (SELECT FROM resource_units ru WHERE ru.unit_id = c.unit_id)",
      [space.organizationId],
    );
    expect(rows).toEqual([]);
  });
});

describe("a currency that changes while somebody agrees to a price", () => {
  test("the price is made again in the new one", async () => {
    const space = await aSpace(database, { currency: "USD" });
    await aRate(database.owner, space.organizationId, space.locationId);
    const booked = await whileManagerWrites(
      [["UPDATE locations SET currency = 'EUR' WHERE id = $1", space.locationId]],
      () => bookResource(space.ana, aBooking(space.room.id, { expectedTotalMinor: 2400 })),
    );
    expect(booked.quote).toMatchObject({ currency: "EUR", totalMinor: 2400 });
  });

  test("bookings and the change come at once: every booking is in the currency of its location", async () => {
    const inOtherCurrency =
      "SELECT FROM bookings b JOIN quotes q ON q.id = b.quote_id JOIN locations l ON l.id = b.location_id WHERE q.currency <> l.currency";
    for (let round = 0; round < 6; round++) {
      const space = await aSpace(database, { currency: "USD" });
      const [manager, ...rooms] = [
        await space.another({ role: "owner" }),
        ...(await Promise.all([space.resource(), space.resource(), space.resource()])),
      ];
      const inEuro = {
        id: space.locationId,
        name: `Rope Walk ${round}`,
        timeZone: "Asia/Kathmandu",
        currency: "EUR",
        taxName: null,
        taxBasisPoints: 0,
        taxInclusive: false,
      };
      const outcome = updateLocation(manager, inEuro).then(
        () => "changed",
        (error: unknown) => (error as { refusal?: unknown }).refusal,
      );
      await Promise.all(rooms.map((room) => bookResource(space.ana, aBooking(room.id))));
      expect(["changed", { code: "currency_in_use" }]).toContainEqual(await outcome);
      expect((await database.owner.query(inOtherCurrency)).rows).toEqual([]);
    }
  });
});
