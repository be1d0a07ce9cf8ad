import ICAL from "ical.js";
import { expect, test } from "vitest";
import type { Interval } from "@working-social/kernel";
import { vtimezone } from "./time-zone.ts";

const HOUR_MS = 3_600_000;
const span: Interval = { start: Date.UTC(2026, 7, 27), end: Date.UTC(2028, 10, 25) };

function parsed(zone: string, within: Interval = span): ICAL.Timezone {
  const calendar = ICAL.Component.fromString(
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${vtimezone(zone, within)}\r\nEND:VCALENDAR`,
  );
  const component = calendar.getFirstSubcomponent("vtimezone");
  if (!component) throw new Error(`No VTIMEZONE for ${zone}.`);
  expect(component.getFirstPropertyValue("tzid")).toBe(zone);
  return new ICAL.Timezone(component);
}

/** The instants to ask about: every two weeks, and the hours around each transition. */
function instants(zone: string): number[] {
  const asked: number[] = [];
  for (let at = span.start; at < span.end; at += 14 * 24 * HOUR_MS) asked.push(at);
  let moment = Temporal.Instant.fromEpochMilliseconds(span.start)
    .toZonedDateTimeISO(zone)
    .getTimeZoneTransition("next");
  while (moment && moment.epochMilliseconds < span.end) {
    for (const hours of [-24, -3, -2, -1, 0, 1, 2, 3, 24]) asked.push(moment.epochMilliseconds + hours * HOUR_MS);
    moment = moment.getTimeZoneTransition("next");
  }
  return asked;
}

/** Instants that the wall clock names and that a reader of the VTIMEZONE takes for others. An hour shown twice is left out. */
function misread(zone: string): string[] {
  const timezone = parsed(zone);
  return instants(zone).flatMap((at) => {
    const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    const isTwice = ["earlier", "later"].map(
      (disambiguation) =>
        local.toPlainDateTime().toZonedDateTime(zone, { disambiguation: disambiguation as "earlier" })
          .epochMilliseconds,
    );
    if (isTwice[0] !== isTwice[1]) return [];
    const { year, month, day, hour, minute, second } = local;
    const read = new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, timezone).toUnixTime() * 1000;
    return read === at ? [] : [`${local.toString()} read as ${new Date(read).toISOString()}`];
  });
}

test("every zone of the runtime is read as the runtime reads it, in the days around every transition", () => {
  const wrong = Intl.supportedValuesOf("timeZone").flatMap(misread);
  expect(wrong).toEqual([]);
}, 60_000);

test.each(["Asia/Calcutta", "US/Eastern", "Europe/Kiev", "Atlantic/Faeroe"])(
  "the older name %s names its own VTIMEZONE",
  (zone) => {
    expect(misread(zone)).toEqual([]);
  },
);

test("yearly rules where they are true, since all programs know them; transitions where they are not", () => {
  expect(vtimezone("Europe/London", span)).toContain("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU");
  expect(vtimezone("Australia/Lord_Howe", span)).toContain("TZOFFSETTO:+1030");
  expect(vtimezone("Asia/Gaza", span)).not.toContain("RRULE");
});

test("one year and the other: what is cached for one span does not answer for another", () => {
  const early = vtimezone("Asia/Gaza", { start: Date.UTC(2026, 5, 1), end: Date.UTC(2026, 6, 1) });
  const late = vtimezone("Asia/Gaza", { start: Date.UTC(2029, 5, 1), end: Date.UTC(2029, 6, 1) });
  expect(early).toContain("DTSTART:2026");
  expect(late).not.toContain("DTSTART:2026");
});
