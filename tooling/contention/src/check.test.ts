import { expect, test } from "vitest";
import type { StoredBooking } from "./check.ts";
import { faultsOf } from "./check.ts";
import type { Answer, Attempt, Place } from "./history.ts";

// The checker must see what it is there to see: each fault is planted once.
const HOUR = 3_600_000;
const hall: Place = { resourceId: "hall", capacity: 1, bufferBeforeMinutes: 0, bufferAfterMinutes: 15 };
const slot = { start: 10 * HOUR, end: 11 * HOUR };
const ok = (more: Partial<Extract<Answer, { kind: "ok" }>> = {}): Answer => ({
  kind: "ok",
  bookingId: "b",
  resourceId: "hall",
  slot,
  status: "confirmed",
  sequence: 0,
  ...more,
});
const attempt = (more: Partial<Attempt> = {}): Attempt => ({
  verb: "book",
  key: "k",
  wish: { resourceId: "hall", slot },
  bookingId: null,
  invokedMs: 0,
  answeredMs: 5,
  answer: ok(),
  ...more,
});
const stored = (more: Partial<StoredBooking> = {}): StoredBooking => ({
  id: "b",
  resourceId: "hall",
  status: "confirmed",
  sequence: 0,
  slot,
  claims: [{ unitId: "u", span: { start: slot.start, end: slot.end + HOUR / 4 } }],
  ...more,
});
const taken: Answer = { kind: "refused", code: "cannot_book", refusals: ["slot_taken"] };

test("a right run has no faults: one booking, and a refusal that it explains", () => {
  const refused = attempt({ key: "other", invokedMs: 4, answeredMs: 6, answer: taken });
  expect(faultsOf([attempt(), refused], [stored()], [hall])).toEqual([]);
});
test("two bookings of one unit", () => {
  const second = { start: slot.end + HOUR / 8, end: slot.end + HOUR };
  const other = stored({ id: "c", slot: second, claims: [{ unitId: "u", span: second }] });
  expect(faultsOf([], [stored(), other], [hall])).toEqual([
    "Bookings b and c overlap on unit u.",
    "hall has 1 units and was booked 2 times at once.",
  ]);
});
test("an acknowledged booking that is gone, or stands differently", () => {
  expect(faultsOf([attempt()], [], [hall])).toEqual(["Booking b was acknowledged and is not there."]);
  expect(faultsOf([attempt()], [stored({ status: "cancelled", claims: [] })], [hall])[0]).toMatch(
    /acknowledged as .*confirmed.* stands as .*cancelled/,
  );
});
test("a refusal that nothing explains: the other booking was cancelled long before, or came after", () => {
  const cancelled = attempt({
    verb: "cancel",
    key: "c",
    wish: null,
    invokedMs: 6,
    answeredMs: 9,
    answer: ok({ status: "cancelled", sequence: 1 }),
  });
  const late = attempt({ key: "late", invokedMs: 10, answeredMs: 12, answer: taken });
  const over = [stored({ status: "cancelled", sequence: 1, claims: [] })];
  expect(faultsOf([attempt(), cancelled, late], over, [hall])).toHaveLength(1);
  const inTime = attempt({ key: "in time", invokedMs: 8, answeredMs: 12, answer: taken });
  expect(faultsOf([attempt(), cancelled, inTime], over, [hall])).toEqual([]);
});
test("a repetition that is answered differently, and an answer that nobody should get", () => {
  expect(
    faultsOf([attempt(), attempt({ answer: ok({ sequence: 1 }) })], [stored({ sequence: 1 })], [hall]),
  ).toHaveLength(1);
  expect(faultsOf([attempt({ answer: { kind: "fault", text: "500 internal" } })], [], [hall])).toEqual([
    "book was answered with 500 internal.",
  ]);
});
