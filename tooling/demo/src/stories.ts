import type { ResourceView } from "@working-social/booking/schema";
import type { EpochMs, LocalDate } from "@working-social/kernel";
import { addDays, dayInterval, fromLocal, toLocal, weekdayOf } from "@working-social/kernel";
import type { Visit } from "./bookings.ts";
import type { Diary } from "./diary.ts";
import type { Months } from "./months.ts";
import { daysBack, workingDaysFrom } from "./months.ts";
import type { Space } from "./space.ts";
import { named } from "./space.ts";
import type { Member, Place } from "./wishes.ts";
import { namesTaken } from "./wishes.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** So far ahead a meeting is booked, and a desk. */
const [MEETING_AHEAD_MS, DESK_AHEAD_MS] = [3 * DAY_MS, DAY_MS];
const LATE_MS = 5 * HOUR_MS;
const DESK_DAYS_AHEAD = 14;
/** New York's day is that much after Lisbon's. */
const HOURS_BEHIND = 5;

/** Ana's and Jonas's bookings of these months, one by one: their balances are what a visitor of the demo looks at first. */
export function storiesOf(now: EpochMs, { places, people }: Space, months: Months, diary: Diary): Visit[] {
  const member = (mailbox: string): Member => ({ ...named(people, mailbox), role: "member" });
  const writer = { now, places: [places.oldHarbour, places.ropeWalk], diary };
  return [...anasStory(writer, member("ana"), months), ...jonasStory(writer, member("jonas"), months)];
}

interface Writer {
  now: EpochMs;
  places: readonly Place[];
  diary: Diary;
}

/**
 * Two hours stay over each month, and more are lost. This month: one and a half hours used, half an hour kept of what was
 * cancelled late, and (in the showcase) one hour soon. Next month has a booking already, from next month's plan.
 */
function anasStory(writer: Writer, ana: Member, { lived: [first, last], behind, next }: Months): Visit[] {
  const meeting = (
    room: string,
    days: readonly (LocalDate | undefined)[],
    clock: { hour: number; minutes: number },
    title: string,
  ) => visit(writer, ana, { room, days, ...clock, title, aheadMs: MEETING_AHEAD_MS });
  const on = (days: readonly LocalDate[], index: number) => [days[index]];
  const late = meeting("Cooper", daysBack(behind, 3), { hour: 15, minutes: 60 }, "Portfolio review");
  return [
    meeting("Lantern", on(first.workingDays, 3), { hour: 10, minutes: 120 }, "Kick-off"),
    meeting("Lantern", on(first.workingDays, 8), { hour: 14, minutes: 120 }, "Workshop"),
    meeting("Cooper", on(first.workingDays, 12), { hour: 10, minutes: 120 }, "Interviews"),
    meeting("Lantern", on(first.workingDays, 16), { hour: 10, minutes: 120 }, "Design crit"),
    meeting("Lantern", on(last.workingDays, 2), { hour: 10, minutes: 120 }, "Workshop"),
    meeting("Cooper", on(last.workingDays, 7), { hour: 14, minutes: 120 }, "Client call"),
    meeting("Lantern", on(last.workingDays, 12), { hour: 10, minutes: 120 }, "Design crit"),
    meeting("Lantern", on(last.workingDays, 16), { hour: 15, minutes: 60 }, "Retrospective"),
    abroad(writer, ana, last.workingDays.slice(9, 11)),
    meeting("Lantern", daysBack(behind, 7), { hour: 10, minutes: 90 }, "Design crit"),
    late.map((one) => ({ ...one, cancelled: { at: one.wish.start - LATE_MS, reason: "The client is ill" } })),
    abroad(writer, ana, daysBack(behind, 10)),
    meeting("Lantern", next.workingDays.slice(1, 8), { hour: 10, minutes: 90 }, "Plans for the quarter"),
  ].flat();
}

/** Two days at the other house take a day pass each, and the whole day: nobody is in two cities. */
function abroad(writer: Writer, person: Member, days: readonly LocalDate[]): Visit[] {
  const { resource, place } = findResource(writer, "Long table");
  const stays: Visit[] = [];
  for (const date of days) {
    if (stays.length === 2) break;
    const { start, end } = dayInterval(date, place.timeZone);
    const inNewYork = { start: start + HOURS_BEHIND * HOUR_MS, end: end + HOURS_BEHIND * HOUR_MS };
    if (!writer.diary.take(inNewYork, new Map([[person.id, 1]]))) continue;
    const desk = { room: resource.name, days: [date], hour: 9, minutes: 480, title: "", aheadMs: MEETING_AHEAD_MS };
    stays.push(...visit(writer, person, desk, new Map([[resource.id, resource.units.length]])));
  }
  return stays;
}

/** Tuesdays and Thursdays at a window desk, a day pass each; meetings from the hours that he bought. */
function jonasStory(writer: Writer, jonas: Member, { lived: [first], recent }: Months): Visit[] {
  const { now } = writer;
  const zone = writer.places[0]?.timeZone ?? "UTC";
  const from = addDays(toLocal(first.start, zone).date, 3);
  const until = addDays(toLocal(now, zone).date, DESK_DAYS_AHEAD);
  const deskDays = workingDaysFrom(from, 120).filter((date) => date <= until && [2, 4].includes(weekdayOf(date)));
  const meeting = { room: "Cooper", hour: 9, aheadMs: MEETING_AHEAD_MS };
  const deskDay = { room: "Window desks", hour: 9, minutes: 480, title: "", aheadMs: DESK_AHEAD_MS };
  return [
    { ...meeting, days: daysBack(recent, 9), minutes: 120, title: "Interviews" },
    { ...meeting, days: daysBack(recent, 4), minutes: 60, title: "Client call" },
    ...deskDays.map((date) => ({ ...deskDay, days: [date] })),
  ].flatMap((errand) => visit(writer, jonas, errand));
}

interface Errand {
  room: string;
  /** The first of these that is free. */
  days: readonly (LocalDate | undefined)[];
  hour: number;
  minutes: number;
  title: string;
  aheadMs: number;
}

/** One visit on the first day that suits, or none. */
function visit(writer: Writer, person: Member, errand: Errand, takes?: ReadonlyMap<string, number>): Visit[] {
  const { resource, place } = findResource(writer, errand.room);
  const { hour, minutes, title } = errand;
  for (const date of errand.days) {
    if (date === undefined) continue;
    const start = fromLocal(date, hour * 60, place.timeZone);
    const span = { start, end: start + minutes * 60_000 };
    if (!writer.diary.take(span, takes ?? namesTaken(resource, person))) continue;
    const wish = { resourceId: resource.id, start, minutes, person, title, isTitlePublic: title !== "" };
    return [{ wish, madeAt: Math.min(writer.now, start - errand.aheadMs) }];
  }
  return [];
}

function findResource({ places }: Writer, name: string): { resource: ResourceView; place: Place } {
  const all = places.flatMap((place) =>
    place.resources.map((resource) => [resource.name, { resource, place }] as const),
  );
  return named(new Map(all), name);
}
