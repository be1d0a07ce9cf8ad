import type { OpeningException, OpeningHoursView, WeeklyInterval } from "@working-social/booking/schema";
import { addDays, holdsSame, isSameJson } from "@working-social/kernel";

const DAY_MINUTES = 1440;

/** Opening hours of one weekday or date. */
export interface Hours {
  opensMinute: number;
  closesMinute: number;
}

/** A date that differs: no hours, closed all day. */
export interface OtherDay {
  date: string;
  reason: string;
  hours: Hours[];
}

/** The minute at which hours close that open at `opensMinute`: a time that is not later on the clock is the next day's. */
export function closesAt(opensMinute: number, clockMinute: number): number {
  return clockMinute > opensMinute ? clockMinute : clockMinute + DAY_MINUTES;
}

/** Moves the opening and keeps the closing time on the clock. */
export function withOpening(hours: Hours, opensMinute: number): Hours {
  return { opensMinute, closesMinute: closesAt(opensMinute, hours.closesMinute % DAY_MINUTES) };
}

export function onWeekday(weekly: readonly WeeklyInterval[], weekday: number): Hours[] {
  return weekly
    .filter((row) => row.weekday === weekday)
    .map(({ opensMinute, closesMinute }) => ({ opensMinute, closesMinute }))
    .sort(byOpening);
}

/** The week with other hours on one weekday. */
export function setWeekday(
  weekly: readonly WeeklyInterval[],
  weekday: number,
  hours: readonly Hours[],
): WeeklyInterval[] {
  const others = weekly.filter((row) => row.weekday !== weekday);
  const own = hours.map(({ opensMinute, closesMinute }) => ({ weekday, opensMinute, closesMinute }));
  return [...others, ...own].sort((a, b) => a.weekday - b.weekday);
}

export function copyWeekday(weekly: readonly WeeklyInterval[], from: number, to: readonly number[]): WeeklyInterval[] {
  const hours = onWeekday(weekly, from);
  return to.reduce((week, weekday) => setWeekday(week, weekday, hours), [...weekly]);
}

/** What somebody most likely adds next: after the last hours with an hour of pause, else nine to six. */
export function nextHours(hours: readonly Hours[]): Hours {
  const last = hours.reduce((end, { closesMinute }) => Math.max(end, closesMinute), 0);
  if (last === 0 || last > 22 * 60) return { opensMinute: 540, closesMinute: 1080 };
  return { opensMinute: last + 60, closesMinute: Math.min(last + 240, DAY_MINUTES) };
}

export function haveOverlap(hours: readonly Hours[]): boolean {
  const sorted = [...hours].sort(byOpening);
  return sorted.some(({ opensMinute }, index) => opensMinute < (sorted[index - 1]?.closesMinute ?? 0));
}

export interface Bar {
  weekday: number;
  /** Minutes of that day, 0 to 1440. */
  from: number;
  to: number;
}

/** The hours cut at midnight, each piece on the day whose clock it is: what the picture of the week shows. */
export function barsOf(weekly: readonly WeeklyInterval[]): Bar[] {
  return weekly.flatMap(({ weekday, opensMinute, closesMinute }) => {
    const bars: Bar[] = [];
    for (let from = opensMinute; from < closesMinute;) {
      const day = Math.floor(from / DAY_MINUTES);
      const to = Math.min(closesMinute, (day + 1) * DAY_MINUTES);
      bars.push({ weekday: ((weekday - 1 + day) % 7) + 1, from: from - day * DAY_MINUTES, to: to - day * DAY_MINUTES });
      from = to;
    }
    return bars;
  });
}

/** Rows of one date as one day, in the order of the calendar. */
export function otherDays(exceptions: readonly OpeningException[]): OtherDay[] {
  const days = new Map<string, OtherDay>();
  for (const { date, reason, opensMinute, closesMinute } of exceptions) {
    const day = days.get(date) ?? { date, reason, hours: [] };
    if (opensMinute !== null && closesMinute !== null) day.hours.push({ opensMinute, closesMinute });
    days.set(date, day);
  }
  for (const day of days.values()) day.hours.sort(byOpening);
  return [...days.values()].sort((a, b) => a.date.localeCompare(b.date));
}

export function exceptionsOf(days: readonly OtherDay[]): OpeningException[] {
  return days.flatMap(({ date, reason, hours }): OpeningException[] =>
    hours.length === 0
      ? [{ date, reason, opensMinute: null, closesMinute: null }]
      : hours.map(({ opensMinute, closesMinute }) => ({ date, reason, opensMinute, closesMinute })),
  );
}

/** Puts the same kind of day on every date from the first to the last, in place of what was there. */
export function addDaysOf(
  days: readonly OtherDay[],
  first: string,
  last: string,
  day: Omit<OtherDay, "date">,
): OtherDay[] {
  const added: OtherDay[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) added.push({ ...day, date });
  return [...days.filter(({ date }) => date < first || date > last), ...added].sort((a, b) =>
    a.date.localeCompare(b.date),
  );
}

/** Whether the two say the same, in whatever order. */
export function sameHours(a: OpeningHoursView, b: OpeningHoursView): boolean {
  const { weekly, exceptions, ...rest } = a;
  const { weekly: otherWeekly, exceptions: otherExceptions, ...otherRest } = b;
  return holdsSame(weekly, otherWeekly) && holdsSame(exceptions, otherExceptions) && isSameJson(rest, otherRest);
}

function byOpening(a: Hours, b: Hours): number {
  return a.opensMinute - b.opensMinute;
}
