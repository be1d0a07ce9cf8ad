import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aRule, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { bookResource } from "./commands/book-resource.ts";
import { cancelBooking } from "./commands/cancel-booking.ts";
import { changeBooking } from "./commands/change-booking.ts";
import { quoteSlot } from "./commands/quote-slot.ts";
import type { Space } from "./testing/a-space.ts";
import { aBooking, aChange, aSpace, cannotBookOf } from "./testing/a-space.ts";

// A hall that a wall divides: Hall = Hall A + Hall B. Who books the hall claims the units of both halves.

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

interface Building extends Space {
  hall: string;
  hallA: string;
  hallB: string;
}

async function aBuilding(): Promise<Building> {
  const space = await aSpace(database);
  const [a, b, hall] = [
    await space.resource({ name: "Hall A" }),
    await space.resource({ name: "Hall B" }),
    await space.resource({ name: "Hall" }),
  ];
  await database.owner.query("DELETE FROM resource_units WHERE resource_id = $1", [hall.id]);
  await database.owner.query(
    "INSERT INTO resource_units (organization_id, resource_id, unit_id, position) SELECT $1, $2, unit_id, 1 FROM resource_units WHERE resource_id IN ($3, $4)",
    [space.organizationId, hall.id, a.id, b.id],
  );
  return { ...space, hall: hall.id, hallA: a.id, hallB: b.id };
}

const TAKEN = [{ code: "slot_taken" }];
const book = (space: Building, resourceId: string) => bookResource(space.ana, aBooking(resourceId));

describe("a hall of two halves", () => {
  test("blocks both of them, and gives both back", async () => {
    const space = await aBuilding();
    const booking = await book(space, space.hall);
    expect(booking.unitNames?.toSorted()).toEqual(["Hall A", "Hall B"]);
    for (const half of [space.hallA, space.hallB]) {
      expect((await cannotBookOf(book(space, half))).refusals).toEqual(TAKEN);
      const { startsAt, endsAt } = aBooking(half);
      expect(await quoteSlot(space.ana, { resourceId: half, startsAt, endsAt, forPersonId: null })).toMatchObject({
        isBookable: false,
        refusals: TAKEN,
      });
    }
    await cancelBooking(space.ana, {
      bookingId: booking.id,
      reason: null,
      expectedFeeMinor: 0,
      idempotencyKey: newId(),
    });
    await Promise.all([book(space, space.hallA), book(space, space.hallB)]);
  });

  test.each(["hallA", "hallB"] as const)("is taken when %s is", async (half) => {
    const space = await aBuilding();
    await book(space, space[half]);
    expect((await cannotBookOf(book(space, space.hall))).refusals).toEqual(TAKEN);
  });

  test("its buffers reach the halves", async () => {
    const space = await aBuilding();
    await aRule(database.owner, space.organizationId, { resource_id: space.hall, buffer_after_minutes: 30 });
    await book(space, space.hall);
    const after = (startsAt: string) =>
      bookResource(space.ana, aBooking(space.hallB, { startsAt, endsAt: "2026-11-26T12:30:00Z" }));
    expect((await cannotBookOf(after("2026-11-26T11:15:00Z"))).refusals).toEqual(TAKEN);
    expect(await after("2026-11-26T11:30:00Z")).toMatchObject({ status: "confirmed" });
  });

  test("a booking of a half grows into the hall if the other half is free, else it stays what it was", async () => {
    const space = await aBuilding();
    const half = await book(space, space.hallA);
    const other = await book(space, space.hallB);
    expect((await cannotBookOf(changeBooking(space.ana, aChange(half, { resourceId: space.hall })))).refusals).toEqual(
      TAKEN,
    );
    await cancelBooking(space.ana, { bookingId: other.id, reason: null, expectedFeeMinor: 0, idempotencyKey: newId() });
    expect(await changeBooking(space.ana, aChange(half, { resourceId: space.hall }))).toMatchObject({
      id: half.id,
      resourceId: space.hall,
    });
    expect((await cannotBookOf(book(space, space.hallB))).refusals).toEqual(TAKEN);
  });

  test("of many who want the hall and its halves at once, either one gets the hall or at most one each half", async () => {
    for (let round = 0; round < 5; round++) {
      const space = await aBuilding();
      const wanted = [space.hall, space.hallA, space.hallB, space.hall, space.hallB, space.hallA];
      const tries = await Promise.allSettled(wanted.map((resourceId) => book(space, resourceId)));
      const had = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value.resourceId] : []));
      expect([[space.hall], [space.hallA, space.hallB].sort()]).toContainEqual(had.sort());
    }
  });
});
