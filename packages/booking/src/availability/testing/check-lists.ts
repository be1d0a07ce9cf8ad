import { formatInstant, overlaps } from "@working-social/kernel";
import { expect } from "vitest";
import { listBookings, listMyBookings } from "../../bookings/queries.ts";
import type { BookingPage } from "../../bookings/schema.ts";
import type { Asked } from "./asked.ts";
import { locationOf } from "./asked.ts";
import type { NaiveBooking } from "./naive-space.ts";

async function everyPage(page: (cursor: string | null) => Promise<BookingPage>): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const found: BookingPage = await page(cursor);
    ids.push(...found.bookings.map(({ id }) => id));
    cursor = found.nextCursor;
  } while (cursor !== null);
  return ids;
}

export async function checkLists({ space, ana, desk }: Asked): Promise<void> {
  const latest = (a: NaiveBooking, b: NaiveBooking) => b.slot.start - a.slot.start || (a.id < b.id ? 1 : -1);
  const span = { start: space.day(-2).day.start, end: space.day(2).day.end };
  for (const status of [null, "held", "confirmed"] as const) {
    const listed = space.bookings.filter(
      (one) =>
        one.resource.locationId === locationOf(space) &&
        overlaps(one.slot, span) &&
        (status === null || one.status === status),
    );
    const [from, to] = [formatInstant(span.start), formatInstant(span.end)];
    expect(
      await everyPage((cursor) => listBookings(desk, { locationId: locationOf(space), from, to, status, cursor })),
    ).toEqual(listed.toSorted(latest).map(({ id }) => id));
  }
  const mine = space.bookings.filter(({ isMine }) => isMine);
  // A request whose time has begun is over, whether or not the job has come by.
  const isMissed = ({ status, slot }: NaiveBooking) => status === "pending_approval" && slot.start <= space.now;
  const upcoming = mine
    .filter((one) => one.slot.end > space.now && space.isActive(one) && !isMissed(one))
    .toSorted((a, b) => -latest(a, b));
  const past = mine
    .filter(
      (one) =>
        (one.status === "confirmed" && one.slot.end <= space.now) ||
        isMissed(one) ||
        one.status === "cancelled" ||
        one.status === "declined",
    )
    .toSorted(latest);
  expect(await everyPage((cursor) => listMyBookings(ana, { scope: "upcoming", cursor }))).toEqual(
    upcoming.map(({ id }) => id),
  );
  expect(await everyPage((cursor) => listMyBookings(ana, { scope: "past", cursor }))).toEqual(past.map(({ id }) => id));
}
