import type { Interval, LocalDate } from "@working-social/kernel";
import {
  addDays,
  clockReaches,
  dayInterval,
  daysTouched,
  intersect,
  intersectAll,
  merge,
  weekdayOf,
} from "@working-social/kernel";
import type { OpeningException } from "../locations/schema.ts";
import type { BookingSituation, HoursOf } from "./situation.ts";

interface OpenMinutes {
  readonly opensMinute: number;
  readonly closesMinute: number;
}

/**
 * When a resource can be used within `span`: the location's hours narrowed by its own; sorted, disjoint, clipped to the
 * span. `resourceId` null: the location's hours alone. Hours belong to the date on which they open: those that pass
 * midnight reach into the next date whatever that date's own hours are.
 */
export function openIntervals(situation: BookingSituation, resourceId: string | null, span: Interval): Interval[] {
  const zone = situation.location.timeZone;
  const dates = openingDates(span, zone);
  const locationOpen = openOn(dates, zone, (date) => locationMinutes(situation, date));
  const clipped = locationOpen.flatMap((open) => intersect(open, span) ?? []);
  const own = ownHours(situation, resourceId);
  if (!own) return clipped;
  return intersectAll(
    clipped,
    openOn(dates, zone, (date) => resourceMinutes(situation, own, date)),
  );
}

/** Why a date's hours are not the usual ones: the resource's own exception, else the location's; null without any. */
export function exceptionReason(
  situation: BookingSituation,
  resourceId: string | null,
  date: LocalDate,
): string | null {
  const onDate = (hours: HoursOf | null) => hours?.exceptions.find((exception) => exception.date === date)?.reason;
  return onDate(ownHours(situation, resourceId)) ?? onDate(locationHours(situation)) ?? null;
}

/**
 * Hours close at most a day after the date on which they open, so the date before the span matters too; not one that the
 * zone skipped: nothing opened on it.
 */
function openingDates(span: Interval, zone: string): LocalDate[] {
  const dates = daysTouched(span, zone).map((day) => day.date);
  const first = dates[0];
  if (first === undefined) return [];
  const before = addDays(first, -1);
  const isSkipped = dayInterval(before, zone).end === dayInterval(before, zone).start;
  return isSkipped ? dates : [before, ...dates];
}

function openOn(dates: LocalDate[], zone: string, openMinutes: (date: LocalDate) => OpenMinutes[]): Interval[] {
  const spans = dates.flatMap((date) =>
    openMinutes(date).map(({ opensMinute, closesMinute }) => ({
      start: clockReaches(date, opensMinute, zone),
      end: clockReaches(date, closesMinute, zone),
    })),
  );
  return merge(spans);
}

function locationHours(situation: BookingSituation): HoursOf | null {
  return situation.hours.find((hours) => hours.resourceId === null) ?? null;
}

/** null for a resource that has said nothing of its own and follows the location. */
function ownHours(situation: BookingSituation, resourceId: string | null): HoursOf | null {
  if (resourceId === null) return null;
  const own = situation.hours.find((hours) => hours.resourceId === resourceId);
  return own && own.weekly.length + own.exceptions.length > 0 ? own : null;
}

function locationMinutes(situation: BookingSituation, date: LocalDate): OpenMinutes[] {
  const hours = locationHours(situation);
  return hours ? minutesOn(hours, date) : [];
}

function resourceMinutes(situation: BookingSituation, own: HoursOf, date: LocalDate): OpenMinutes[] {
  const isSilent = own.weekly.length === 0 && !own.exceptions.some((exception) => exception.date === date);
  return isSilent ? locationMinutes(situation, date) : minutesOn(own, date);
}

function minutesOn(hours: HoursOf, date: LocalDate): OpenMinutes[] {
  const exceptions = hours.exceptions.filter((exception) => exception.date === date);
  if (exceptions.length > 0) return exceptions.flatMap(openMinutesOf);
  const weekday = weekdayOf(date);
  return hours.weekly.filter((row) => row.weekday === weekday);
}

function openMinutesOf({ opensMinute, closesMinute }: OpeningException): OpenMinutes[] {
  return opensMinute === null || closesMinute === null ? [] : [{ opensMinute, closesMinute }];
}
