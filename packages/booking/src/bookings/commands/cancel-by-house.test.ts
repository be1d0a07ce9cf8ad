import { explainBalance } from "@working-social/credits";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aRule, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { comingBookings } from "../queries.ts";
import type { PaidSpace } from "../testing/a-paid-space.ts";
import { aPaidSpace } from "../testing/a-paid-space.ts";
import { aBooking, personIdOf, refusalOf } from "../testing/a-space.ts";
import { bookResource } from "./book-resource.ts";
import { cancelByHouse } from "./cancel-by-house.ts";
import { declineBooking } from "./decline-booking.ts";
import { holdSlot } from "./hold-slot.ts";
import { releaseHold } from "./release-hold.ts";
import { removeBooking } from "./remove-booking.ts";

let database: TestDatabase;
let space: PaidSpace;
let told: string[];
beforeAll(async () => {
  database = await createTestDatabase({
    react: async (_tx, _ctx, { name, subjectId }) => {
      told.push(`${name} ${subjectId}`);
    },
  });
});
afterAll(() => database.close());
beforeEach(async () => {
  space = await aPaidSpace(database);
  told = [];
});

const byHouse = (bookingId: string, who = space.manager) =>
  cancelByHouse(who, { bookingId, reason: "A pipe has burst.", idempotencyKey: newId() });
const NOTHING = { used: 0, promised: 0, held: 0, openMinor: 0, unpaid: 0 };

describe("the house cancels", () => {
  test("everything comes back, a minute before the start and while it runs, and the member is told", async () => {
    for (const now of ["2026-11-26T09:59:00Z", "2026-11-26T10:30:00Z"]) {
      space = await aPaidSpace(database);
      await space.give(space.ana, 30);
      const booked = await bookResource(space.ana, aBooking(space.room.id, { expectedTotalMinor: 1200 }));
      space.clock.set(now);
      expect(await byHouse(booked.id)).toMatchObject({
        status: "cancelled",
        reason: "A pipe has burst.",
        cancellationFeeMinor: null,
      });
      expect([await space.left(space.ana), await space.books(booked.id)]).toEqual([30, NOTHING]);
      expect(told).toContain(`booking.cancelled_by_house ${booked.id}`);
    }
  });

  test("no hold, which is let go; nothing that is over, nothing of another space, and no member cancels so", async () => {
    const slot = { startsAt: "2026-11-26T10:00:00Z", endsAt: "2026-11-26T11:00:00Z" };
    const hold = await holdSlot(space.ana, { resourceId: space.room.id, ...slot, idempotencyKey: newId() });
    expect(await refusalOf(byHouse(hold.id))).toMatchObject({ code: "wrong_state", status: "held" });
    await releaseHold(space.ana, { bookingId: hold.id, idempotencyKey: newId() });
    const booked = await bookResource(space.ana, aBooking(space.room.id, { expectedTotalMinor: 2400 }));
    expect(await refusalOf(byHouse(booked.id, space.ana))).toMatchObject({ code: "not_allowed" });
    expect(await refusalOf(byHouse(booked.id, (await aPaidSpace(database)).manager))).toMatchObject({
      code: "not_found",
    });
    space.clock.set("2026-11-26T11:00:00Z");
    expect(await refusalOf(byHouse(booked.id))).toMatchObject({ code: "wrong_state", status: "ended" });
    expect(told.filter((one) => one.startsWith("booking.cancelled_by_house"))).toEqual([]);
  });

  test("the desk sees what somebody has ahead, in every state that counts, soonest first", async () => {
    const later = { startsAt: "2026-11-28T10:00:00Z", endsAt: "2026-11-28T11:00:00Z", expectedTotalMinor: 2400 };
    const second = await bookResource(space.ana, aBooking(space.room.id, later));
    const first = await bookResource(space.ana, aBooking(space.room.id, { expectedTotalMinor: 2400 }));
    await bookResource(
      space.manager,
      aBooking(space.room.id, { ...later, startsAt: "2026-11-29T10:00:00Z", endsAt: "2026-11-29T11:00:00Z" }),
    );
    const ofAna = () => comingBookings(space.manager, { personId: personIdOf(space.ana) });
    expect((await ofAna()).map(({ id }) => id)).toEqual([first.id, second.id]);
    await byHouse(first.id);
    expect((await ofAna()).map(({ id }) => id)).toEqual([second.id]);
    expect(await refusalOf(comingBookings(space.ana, { personId: personIdOf(space.ana) }))).toMatchObject({
      code: "not_allowed",
    });
    expect(await refusalOf(comingBookings(space.manager, { personId: newId() }))).toEqual({
      code: "not_found",
      what: "person",
    });
  });
});

describe("what the house gives back out of credits that have ended meanwhile", () => {
  const NOVEMBERS = { expiresAt: "2026-12-01T00:00:00+05:45" } as const;
  const november = { startsAt: "2026-11-26T10:00:00Z", endsAt: "2026-11-26T11:00:00Z" };
  const mistaken = (bookingId: string) =>
    removeBooking(space.manager, { bookingId, reason: "It was next door.", idempotencyKey: newId() });

  test("can be used until the end of the next month, says where it came from, and stays its owner's", async () => {
    const ben = await space.another({ teamId: space.team.id });
    await space.give({ teamId: space.team.id }, 60, NOVEMBERS);
    const booked = await bookResource(ben, aBooking(space.room.id, november));
    space.clock.set("2026-12-03T09:00:00Z");
    await space.runJobs();
    await mistaken(booked.id);
    await space.runJobs();
    const [lot] = (await space.lots(ben)).filter(({ left }) => left > 0);
    expect(lot).toMatchObject({
      source: "returned",
      owner: "team",
      label: booked.resourceName,
      left: 60,
      expiresAt: "2027-01-31T18:15:00.000Z",
    });
    const { movements } = await explainBalance(ben, {
      personId: null,
      unit: "room_minutes",
      currency: null,
      from: "2026-12-01",
      to: "2026-12-31",
    });
    expect(movements.map(({ kind, reason }) => [kind, reason])).toEqual([
      ["refund", "deleted"],
      ["rollover", "deleted"],
    ]);
    const january = { startsAt: "2027-01-20T10:00:00Z", endsAt: "2027-01-20T11:00:00Z" };
    expect((await bookResource(ben, aBooking(space.room.id, january))).quote?.totalMinor).toBe(0);
  });

  test("money too, which had paid what no hours covered", async () => {
    await space.give(space.ana, 5000, { unit: "money", currency: "USD", ...NOVEMBERS });
    const booked = await bookResource(space.ana, aBooking(space.room.id, { ...november, expectedTotalMinor: 2400 }));
    space.clock.set("2026-12-03T09:00:00Z");
    await space.runJobs();
    expect(await space.left(space.ana, "money")).toBe(0);
    await mistaken(booked.id);
    await space.runJobs();
    expect(await space.left(space.ana, "money")).toBe(2400);
  });

  test("what has not ended goes to where it came from", async () => {
    await space.give(space.ana, 60);
    await aRule(database.owner, space.organizationId, { needs_approval: true });
    const asked = await bookResource(space.ana, aBooking(space.room.id, november));
    await declineBooking(space.manager, { bookingId: asked.id, reason: "Painters", idempotencyKey: newId() });
    expect((await space.lots(space.ana)).map(({ source, left }) => [source, left])).toEqual([["gift", 60]]);
  });
});
