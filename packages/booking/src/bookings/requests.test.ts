import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aRule, createTestDatabase, TEST_NOW } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { setApprovalReminders } from "../locations/commands/set-approval-reminders.ts";
import { approvalReminders } from "../locations/queries.ts";
import { approveBooking } from "./commands/approve-booking.ts";
import { bookResource } from "./commands/book-resource.ts";
import { cancelBooking } from "./commands/cancel-booking.ts";
import { changeBooking } from "./commands/change-booking.ts";
import { confirmHold } from "./commands/confirm-hold.ts";
import { holdSlot } from "./commands/hold-slot.ts";
import { lookAfterRequests } from "./commands/look-after-requests.ts";
import { getBooking, listBookings, listMyBookings } from "./queries.ts";
import type { BookingView } from "./schema.ts";
import type { BookingEvent } from "../events.ts";
import type { PaidSpace } from "./testing/a-paid-space.ts";
import { aPaidSpace } from "./testing/a-paid-space.ts";
import { aBooking, aChange, refusalCodes, refusalOf } from "./testing/a-space.ts";

let database: TestDatabase;
let space: PaidSpace;
let news: [event: string, bookingId: string][];
beforeAll(async () => {
  database = await createTestDatabase({
    react: async (_tx, _ctx, { name, subjectId }) => {
      news.push([name, subjectId]);
    },
  });
});
afterAll(() => database.close());
beforeEach(async () => {
  space = await aPaidSpace(database);
  news = [];
});

const said = (name: BookingEvent["name"]) => news.filter(([what]) => what === name);
const job = () => lookAfterRequests({ db: database.db, clock: space.clock });
const askForApproval = () => aRule(database.owner, space.organizationId, { needs_approval: true });
const cancelling = (bookingId: string) => ({
  bookingId,
  expectedFeeMinor: 0,
  reason: null,
  idempotencyKey: newId(),
});
const past = async () =>
  (await listMyBookings(space.ana, { scope: "past", cursor: null })).bookings.map(({ id, status }) => [id, status]);
const upcoming = async () => (await listMyBookings(space.ana, { scope: "upcoming", cursor: null })).bookings.length;
const NOTHING = { used: 0, promised: 0, held: 0, openMinor: 0, unpaid: 0 };

/** An hour tomorrow at ten, half of it paid with credits, half charged; it waits for approval. */
async function aRequest(): Promise<BookingView> {
  await askForApproval();
  await space.give(space.ana, 30);
  return bookResource(space.ana, aBooking(space.room.id, { expectedTotalMinor: 1200 }));
}

test("a request that nobody answers ends when its time begins, and everything comes back", async () => {
  const asked = await aRequest();
  expect([await space.left(space.ana), await space.books(asked.id)]).toEqual([
    0,
    { used: 30, promised: 0, held: 0, openMinor: 1200, unpaid: 30 },
  ]);
  space.clock.set("2026-11-26T09:59:59Z");
  expect((await job()).expired).toBe(0);
  space.clock.set("2026-11-26T10:00:00Z");
  expect([(await job()).expired, (await job()).expired]).toEqual([1, 0]);
  expect(await getBooking(space.ana, { bookingId: asked.id })).toMatchObject({
    status: "expired",
    wasRequested: true,
    unitNames: [],
  });
  expect([await space.left(space.ana), await space.books(asked.id)]).toEqual([30, NOTHING]);
  expect(said("booking.request_expired")).toEqual([["booking.request_expired", asked.id]]);
  expect(
    await refusalOf(approveBooking(space.manager, { bookingId: asked.id, idempotencyKey: newId() })),
  ).toMatchObject({
    code: "wrong_state",
  });
});

test("the same for a booking that became a request again by a change, with what it had cost before", async () => {
  await space.give(space.ana, 60);
  const booked = await bookResource(space.ana, aBooking(space.room.id));
  await askForApproval();
  const later = { startsAt: "2026-11-26T12:00:00Z", endsAt: "2026-11-26T14:00:00Z", expectedTotalMinor: 2400 };
  const moved = await changeBooking(space.ana, aChange(booked, later));
  expect([moved.status, (await space.books(booked.id)).used]).toEqual(["pending_approval", 60]);
  space.clock.set("2026-11-26T12:00:00Z");
  expect((await job()).expired).toBe(1);
  expect([await space.left(space.ana), await space.books(booked.id)]).toEqual([60, NOTHING]);
});

test("one that was answered, cancelled or moved on in time is left alone", async () => {
  const asked = await aRequest();
  const moved = await changeBooking(
    space.ana,
    aChange(asked, { startsAt: "2026-11-27T10:00:00Z", endsAt: "2026-11-27T11:00:00Z", expectedTotalMinor: 1200 }),
  );
  space.clock.set("2026-11-26T10:00:00Z");
  expect((await job()).expired).toBe(0);
  await approveBooking(space.manager, { bookingId: moved.id, idempotencyKey: newId() });
  space.clock.set("2026-11-27T10:00:00Z");
  expect((await job()).expired).toBe(0);
});

test("its owner cancels it at any time, also in the minute before the job comes by, and after", async () => {
  const asked = await aRequest();
  space.clock.set("2026-11-26T11:30:00Z");
  expect((await cancelBooking(space.ana, cancelling(asked.id))).status).toBe("cancelled");
  expect([await space.left(space.ana), await space.books(asked.id)]).toEqual([30, NOTHING]);
  const friday = { startsAt: "2026-11-27T10:00:00Z", endsAt: "2026-11-27T11:00:00Z", expectedTotalMinor: 1200 };
  const second = await bookResource(space.ana, aBooking(space.room.id, friday));
  space.clock.set("2026-11-27T10:00:00Z");
  await job();
  expect((await cancelBooking(space.ana, cancelling(second.id))).status).toBe("expired");
});

test("what has begun without an answer is shown as waiting nowhere, job or not", async () => {
  const asked = await aRequest();
  expect([await upcoming(), await past()]).toEqual([1, []]);
  space.clock.set("2026-11-26T10:00:00Z");
  const board = async (status: BookingView["status"]) => {
    const span = { from: "2026-11-26T00:00:00Z", to: "2026-11-27T00:00:00Z" };
    const page = await listBookings(space.manager, { locationId: space.locationId, ...span, status, cursor: null });
    return page.bookings.map((booking) => booking.status);
  };
  for (const looksAfter of [async () => {}, job]) {
    await looksAfter();
    expect([await upcoming(), await past()]).toEqual([0, [[asked.id, "expired"]]]);
    expect([await board("pending_approval"), await board("expired")]).toEqual([[], ["expired"]]);
  }
});

test("a hold that ran out leaves no trace in the past, unlike a request", async () => {
  await holdSlot(space.ana, {
    resourceId: space.room.id,
    startsAt: "2026-11-26T10:00:00Z",
    endsAt: "2026-11-26T11:00:00Z",
    idempotencyKey: newId(),
  });
  space.clock.set("2026-11-26T12:00:00Z");
  await bookResource(
    space.ana,
    aBooking(space.room.id, {
      startsAt: "2026-11-28T10:00:00Z",
      endsAt: "2026-11-28T11:00:00Z",
      expectedTotalMinor: 2400,
    }),
  );
  expect(await past()).toEqual([]);
});

test("what has begun can't be asked for: nobody could answer in time, and the next free times are later", async () => {
  await askForApproval();
  space.clock.set("2026-11-26T10:07:00Z");
  const running = aBooking(space.room.id, { expectedTotalMinor: 2400 });
  expect(await refusalCodes(bookResource(space.ana, running))).toEqual(["too_late_for_approval"]);
  const refusal = await refusalOf(bookResource(space.ana, running));
  const [first] = "suggestions" in refusal ? (refusal.suggestions as { startsAt: string }[]) : [];
  expect(first?.startsAt).toBe("2026-11-26T10:15:00.000Z");
  const { forPersonId, ...own } = { ...running, idempotencyKey: newId(), forPersonId: null };
  expect(forPersonId).toBeNull();
  const byStaff = bookResource(space.manager, {
    ...own,
    forPersonId: (space.ana.actor as { personId: string }).personId,
  });
  expect((await byStaff).status).toBe("confirmed");
});

test("nor can a hold be confirmed into a request once its time has begun", async () => {
  await askForApproval();
  space.clock.set("2026-11-26T09:55:00Z");
  const slot = { startsAt: "2026-11-26T10:00:00Z", endsAt: "2026-11-26T11:00:00Z" };
  const hold = await holdSlot(space.ana, { resourceId: space.room.id, ...slot, idempotencyKey: newId() });
  space.clock.set("2026-11-26T10:01:00Z");
  const input = {
    bookingId: hold.id,
    title: "",
    isTitlePublic: false,
    expectedTotalMinor: 2400,
    idempotencyKey: newId(),
  };
  expect(await refusalCodes(confirmHold(space.ana, input))).toEqual(["too_late_for_approval"]);
});

test("the desk is reminded as its location says: each reminder once, and none that is older than the request", async () => {
  await askForApproval();
  const remindedAt = async (iso: string) => {
    space.clock.set(iso);
    return (await job()).reminded;
  };
  expect(await approvalReminders(space.manager, { locationId: space.locationId })).toEqual({ hoursBefore: [24, 2] });
  await setApprovalReminders(space.manager, { locationId: space.locationId, hoursBefore: [2, 12, 2, 48] });
  expect(await approvalReminders(space.manager, { locationId: space.locationId })).toEqual({
    hoursBefore: [48, 12, 2],
  });
  space.clock.set(TEST_NOW);
  await bookResource(space.ana, aBooking(space.room.id, { expectedTotalMinor: 2400 }));
  expect(await remindedAt("2026-11-25T21:59:59Z")).toBe(0);
  expect([await remindedAt("2026-11-25T22:00:00Z"), await remindedAt("2026-11-25T22:01:00Z")]).toEqual([1, 0]);
  expect([await remindedAt("2026-11-26T09:00:00Z"), await remindedAt("2026-11-26T09:59:00Z")]).toEqual([1, 0]);
  await setApprovalReminders(space.manager, { locationId: space.locationId, hoursBefore: [] });
  await bookResource(
    space.ana,
    aBooking(space.room.id, {
      startsAt: "2026-11-28T10:00:00Z",
      endsAt: "2026-11-28T11:00:00Z",
      expectedTotalMinor: 2400,
    }),
  );
  expect(await remindedAt("2026-11-28T09:59:00Z")).toBe(0);
  expect(said("booking.request_reminded")).toHaveLength(2);
});

test("members set no reminders, and nobody those of another space", async () => {
  const hoursBefore = [1];
  expect(await refusalOf(setApprovalReminders(space.ana, { locationId: space.locationId, hoursBefore }))).toMatchObject(
    {
      code: "not_allowed",
    },
  );
  const foreign = await aPaidSpace(database);
  expect(await refusalOf(setApprovalReminders(space.manager, { locationId: foreign.locationId, hoursBefore }))).toEqual(
    {
      code: "not_found",
      what: "location",
    },
  );
});

test("a request that is made shorter still waits, whoever makes it so; a booking that was approved stays so", async () => {
  const asked = await aRequest();
  const half = { endsAt: "2026-11-26T10:30:00Z", expectedTotalMinor: 0 };
  const shorter = await changeBooking(space.ana, aChange(asked, half));
  expect([shorter.status, shorter.endsAt]).toEqual(["pending_approval", "2026-11-26T10:30:00.000Z"]);
  const quarter = { endsAt: "2026-11-26T10:15:00Z", expectedTotalMinor: 0 };
  const byStaff = await changeBooking(space.manager, aChange(shorter, quarter));
  expect(byStaff.status).toBe("pending_approval");
  const approved = await approveBooking(space.manager, { bookingId: asked.id, idempotencyKey: newId() });
  const last = { endsAt: "2026-11-26T10:10:00Z", expectedTotalMinor: 0 };
  expect((await changeBooking(space.ana, aChange(approved, last))).status).toBe("confirmed");
});
