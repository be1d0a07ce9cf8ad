import type { EpochMs, Interval } from "@working-social/kernel";
import { tzlib_get_ical_block } from "timezones-ical-library";

/** A change of a zone's offset: from `at` on, the wall clock is `toMinutes` ahead of UTC. */
interface Transition {
  at: EpochMs;
  fromMinutes: number;
  toMinutes: number;
}

const made = new Map<string, string>();

/**
 * The VTIMEZONE (RFC 5545, section 3.6.5) of an IANA zone, right for every instant of the span. Yearly rules from the
 * library are what all calendar programs understand; but it knows just the rules of today, so that a zone that changes
 * them within the span (Morocco's Ramadan, Gaza, a zone that gives up summer time) is spelled out by its transitions.
 */
export function vtimezone(zone: string, span: Interval): string {
  const [first, last] = [yearOf(span.start), yearOf(span.end)];
  const key = `${zone} ${first} ${last}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const years = { start: startOfYear(first), end: startOfYear(last + 1) };
  const yearly = yearlyRules(zone);
  const transitions = transitionsIn(zone, years);
  const block = agrees(yearly, { first, last }, transitions, offsetAt(years.start, zone))
    ? yearly
    : spelledOut(zone, years.start, transitions);
  made.set(key, block);
  return block;
}

function yearOf(instant: EpochMs): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO("UTC").year;
}

function startOfYear(year: number): EpochMs {
  return Date.UTC(year, 0, 1);
}

function offsetAt(instant: EpochMs, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;
}

/** The library answers an older name (Asia/Calcutta) with the zone's new one, which no event would refer to. */
function yearlyRules(zone: string): string {
  return String(tzlib_get_ical_block(zone)[0]).replace(/^TZID:.*$/m, () => `TZID:${zone}`);
}

function transitionsIn(zone: string, { start, end }: Interval): Transition[] {
  const transitions: Transition[] = [];
  let moment = Temporal.Instant.fromEpochMilliseconds(start - 1)
    .toZonedDateTimeISO(zone)
    .getTimeZoneTransition("next");
  while (moment && moment.epochMilliseconds < end) {
    const at = moment.epochMilliseconds;
    transitions.push({ at, fromMinutes: offsetAt(at - 1, zone), toMinutes: offsetAt(at, zone) });
    moment = moment.getTimeZoneTransition("next");
  }
  return transitions;
}

/** Whether the yearly rules give just these transitions in these years (and, without any, the right offset). */
function agrees(
  block: string,
  years: { first: number; last: number },
  transitions: Transition[],
  offset: number,
): boolean {
  const observances = block.split(/BEGIN:(?:STANDARD|DAYLIGHT)/).slice(1);
  if (!block.includes("RRULE"))
    return transitions.length === 0 && observances.length === 1 && minutesIn(block, "TZOFFSETTO") === offset;
  const given: Transition[] = [];
  for (let year = years.first; year <= years.last; year++) {
    for (const observance of observances) {
      const onset = onsetIn(observance, year);
      if (onset === null) return false;
      given.push(onset);
    }
  }
  given.sort((a, b) => a.at - b.at);
  return JSON.stringify(given) === JSON.stringify(transitions);
}

/** When an observance with a rule such as BYMONTH=3;BYDAY=-1SU begins in a year; null for a rule of another form. */
function onsetIn(observance: string, year: number): Transition | null {
  const rule = /RRULE:FREQ=YEARLY;BYMONTH=(\d+);BYDAY=(-?\d)([A-Z]{2})\r?\n/.exec(observance);
  const time = /DTSTART:\d{8}T(\d\d)(\d\d)/.exec(observance);
  const weekday = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].indexOf(rule?.[3] ?? "") + 1;
  if (!rule || !time || weekday === 0) return null;
  const date = nthWeekday(year, Number(rule[1]), Number(rule[2]), weekday);
  const [fromMinutes, toMinutes] = [minutesIn(observance, "TZOFFSETFROM"), minutesIn(observance, "TZOFFSETTO")];
  const midnight = Date.UTC(date.year, date.month - 1, date.day);
  return { at: midnight + (Number(time[1]) * 60 + Number(time[2]) - fromMinutes) * 60_000, fromMinutes, toMinutes };
}

/** The n-th (from the end when negative) ISO weekday of a month. */
function nthWeekday(year: number, month: number, n: number, weekday: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  if (n > 0) return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (n - 1) * 7 });
  const last = first.with({ day: first.daysInMonth });
  return last.subtract({ days: ((last.dayOfWeek - weekday + 7) % 7) + (-n - 1) * 7 });
}

function minutesIn(text: string, property: "TZOFFSETFROM" | "TZOFFSETTO"): number {
  const [, sign, hours, minutes] = new RegExp(`${property}:([+-])(\\d\\d)(\\d\\d)`).exec(text) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function spelledOut(zone: string, start: EpochMs, transitions: Transition[]): string {
  const offset = offsetAt(start, zone);
  const observances = [{ at: start, fromMinutes: offset, toMinutes: offset }, ...transitions].map(
    ({ at, fromMinutes, toMinutes }) => {
      const name = toMinutes > fromMinutes ? "DAYLIGHT" : "STANDARD";
      // The onset in the wall clock that it ends (RFC 5545, section 3.6.5): UTC moved by the old offset.
      const onset = Temporal.Instant.fromEpochMilliseconds(at + fromMinutes * 60_000).toZonedDateTimeISO("UTC");
      const started = onset.toPlainDateTime().toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, "");
      return [
        `BEGIN:${name}`,
        `TZOFFSETFROM:${offsetText(fromMinutes)}`,
        `TZOFFSETTO:${offsetText(toMinutes)}`,
        `DTSTART:${started}`,
        `END:${name}`,
      ];
    },
  );
  return ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...observances.flat(), "END:VTIMEZONE"].join("\r\n");
}

function offsetText(minutes: number): string {
  const ahead = Math.abs(minutes);
  const digits = [Math.floor(ahead / 60), ahead % 60].map((part) => String(part).padStart(2, "0"));
  return `${minutes < 0 ? "-" : "+"}${digits.join("")}`;
}
