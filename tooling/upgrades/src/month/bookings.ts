import type { BookingView } from "@working-social/booking/schema";
import { book, cancel, change, hold, key, theOne } from "./acts.ts";
import type { House } from "./house.ts";
import type { Step } from "./timeline.ts";
import { dateOf, on } from "./timeline.ts";

/** What is booked, moved, cancelled, asked for and held, by members and at the desk. */
export const BOOKINGS: readonly Step[] = [...ownBookings(), ...atTheDesk(), ...requests(), ...holds()];

function ownBookings(): Step[] {
  const later = remembered<BookingView>();
  return [
    on(2, "10:30", "Ana books, moves, extends and renames a meeting", async ({ as, id }) => {
      const wish = { resourceId: id("Lantern"), date: dateOf(16), minutes: 60, title: "Harbour walk" };
      const booked = await book(as("ana"), wish);
      const moved = await change(as("ana"), booked, { ...wish, date: dateOf(17), minutes: 90 });
      const { id: bookingId, sequence, quote } = await change(as("ana"), moved, { ...wish, resourceId: id("Cooper") });
      const agreed = { sequence, expectedTotalMinor: quote?.totalMinor ?? 0, idempotencyKey: key() };
      await as("ana").bookings.change.mutate({ bookingId, title: "Harbour walk, rehearsal 🌊", ...agreed });
    }),
    on(3, "12:00", "Lena cancels in time", async ({ as, id }) => {
      const booked = await book(as("lena"), { resourceId: id("Cooper"), date: dateOf(18), minutes: 60 });
      await cancel(as("lena"), booked, "The client is ill");
    }),
    on(17, "13:00", "Theo books for tomorrow, in money", async ({ as, id }) => {
      later.keep(await book(as("theo"), { resourceId: id("Booth 1"), date: dateOf(18), minutes: 60, title: "Call" }));
    }),
    on(17, "17:30", "and cancels late, with a fee", async ({ as }) => cancel(as("theo"), later.get(), "It is off")),
    on(18, "08:10", "Wen cancels a hall an hour before", async ({ as, id }) => {
      const today = { date: dateOf(18), minutes: 60 };
      const hall = await book(as("wen"), { resourceId: id("Harbour hall B"), ...today, title: "Assembly" });
      await cancel(as("wen"), hall, "Nobody comes");
    }),
    on(20, "11:00", "Samir books for his team, next month's hours", async ({ as, id }) => {
      await book(as("samir"), { resourceId: id("Lantern"), date: "2026-12-02", minutes: 120, title: "Planning" });
      const desk = { resourceId: id("Window desks"), date: "2026-12-03", hours: [9], minutes: 480 };
      await book(as("samir"), desk);
    }),
    on(23, "09:00", "and a desk in the other house", async ({ as, id }) =>
      book(as("ana"), { resourceId: id("Long table"), date: dateOf(24), hours: [5, 6], minutes: 300 }),
    ),
    on(30, "09:30", "Ana has something ahead", async ({ as, id }) =>
      book(as("ana"), { resourceId: id("Lantern"), date: "2026-12-01", minutes: 60, title: "Kick-off" }),
    ),
  ];
}

function atTheDesk(): Step[] {
  return [
    on(4, "14:00", "Priya books for Theo, and lets him off a fee", async ({ as, id }) => {
      const wish = { resourceId: id("Cooper"), date: dateOf(4), hours: [16, 17], minutes: 60, title: "Interview" };
      const booked = await book(as("priya"), { ...wish, forPersonId: id("theo") });
      await cancel(as("priya"), booked, "The lift is broken", "It was the lift");
    }),
    on(5, "14:00", "a mistake is removed, and somebody's room is changed", async ({ as, id }) => {
      const forWen = { forPersonId: id("wen"), minutes: 60, title: "Tasting" };
      const mistake = await book(as("priya"), { ...forWen, resourceId: id("Lantern"), date: dateOf(20) });
      await as("priya").bookings.remove.mutate({
        bookingId: mistake.id,
        reason: "The wrong Wen",
        idempotencyKey: key(),
      });
      const kept = await book(as("priya"), { ...forWen, resourceId: id("Lantern"), date: dateOf(20) });
      await change(as("priya"), kept, { ...forWen, resourceId: id("Cooper"), date: dateOf(20) });
    }),
    on(6, "14:00", "the house has to cancel", async ({ as, id }) => {
      const booked = await book(as("dana"), { resourceId: id("Harbour hall B"), date: dateOf(19), minutes: 120 });
      const sorry = { bookingId: booked.id, reason: "The floor is being mended", idempotencyKey: key() };
      await as("mira").bookings.cancelByHouse.mutate(sorry);
    }),
    on(9, "08:00", "who arrives is given a desk", async ({ as, id }) => {
      const booked = await book(as("lena"), {
        resourceId: id("Window desks"),
        date: dateOf(9),
        hours: [9],
        minutes: 480,
      });
      const day = await as("priya").availability.day.query({
        locationId: id("Old Harbour"),
        date: booked.startsAt.slice(0, 10),
      });
      const desks = theOne(day.resources, ({ resource }) => resource.name === "Window desks", "pool of desks");
      const taken = new Set(desks.bookings.flatMap(({ unitIds }) => unitIds));
      const free = theOne(desks.resource.units, (unit) => !taken.has(unit.id), "free desk");
      await as("priya").bookings.assignUnit.mutate({ bookingId: booked.id, unitId: free.id });
    }),
  ];
}

/** Harbour hall A needs an approval on Flex 10. */
function requests(): Step[] {
  const ask = ({ as, id }: House, day: number, title: string) =>
    book(as("wen"), { resourceId: id("Harbour hall A"), date: dateOf(day), minutes: 120, title });
  return [
    on(4, "15:00", "one request is approved, another declined", async (house) => {
      const [first, second] = [await ask(house, 17, "Talk"), await ask(house, 18, "Party")];
      const { bookings } = house.as("priya");
      await bookings.approve.mutate({ bookingId: first.id, idempotencyKey: key() });
      await bookings.decline.mutate({
        bookingId: second.id,
        reason: "No parties on Wednesdays",
        idempotencyKey: key(),
      });
    }),
    on(10, "15:00", "a third is taken back, a fourth nobody answers", async (house) => {
      await cancel(house.as("wen"), await ask(house, 23, "Concert"), "The band has split");
      await ask(house, 13, "Reading");
    }),
    on(27, "15:00", "one still waits", (house) => ask(house, 32, "Talk on knots")),
  ];
}

/** Harbour hall B is kept for an hour while one asks one's guests. */
function holds(): Step[] {
  const wish = ({ id }: House, day: number) => ({ resourceId: id("Harbour hall B"), date: dateOf(day), minutes: 60 });
  return [
    on(5, "15:00", "a hold is confirmed", async (house) => {
      const held = await hold(house.as("lena"), wish(house, 24));
      const agreed = { title: "Choir", isTitlePublic: true, expectedTotalMinor: held.quote?.totalMinor ?? 0 };
      await house.as("lena").bookings.confirmHold.mutate({ bookingId: held.id, ...agreed, idempotencyKey: key() });
    }),
    on(6, "15:00", "another is let go, and one is forgotten", async (house) => {
      const held = await hold(house.as("lena"), wish(house, 24));
      await house.as("lena").bookings.releaseHold.mutate({ bookingId: held.id, idempotencyKey: key() });
      await hold(house.as("dana"), wish(house, 24));
    }),
    on(30, "09:45", "one is being thought about", (house) => hold(house.as("dana"), wish(house, 32))),
  ];
}

/** What an earlier step leaves to a later one. */
function remembered<Value>(): { keep(value: Value): void; get(): Value } {
  const kept: Value[] = [];
  return {
    keep: (value) => void kept.push(value),
    get: () => {
      const [value] = kept;
      if (value === undefined) throw new Error("The step before has left nothing.");
      return value;
    },
  };
}
