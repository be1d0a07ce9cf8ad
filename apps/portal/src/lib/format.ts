import { formatMoney, numberFormat, type EpochMs, type Reader } from "@working-social/kernel";
import { hourCycle, language, locale } from "./locale.ts";

export type Moment = string | EpochMs;

/** Times, dates and lengths as people read them, on the wall clock of one zone: the location's, never the browser's. */
export interface Format {
  readonly zone: string;
  /** 14:00 */
  time(at: Moment): string;
  /** 14:00 – 15:30, in German 14:00–15:30; with the day at the end when it ends on another one. */
  span(start: Moment, end: Moment): string;
  /** Wednesday 25 November */
  day(at: Moment): string;
  /** Wednesday 25 November 2026 */
  fullDay(at: Moment): string;
  /** Wed 25 Nov */
  shortDay(at: Moment): string;
  /** "Wed", "25" and "Nov", to stand each on its own. */
  dayParts(at: Moment): { weekday: string; day: string; month: string };
  /** Wed 14:00 */
  weekdayTime(at: Moment): string;
  /** Wed 25 Nov, 14:00 */
  dayTime(at: Moment): string;
  /** 2026-11-25: the date on the wall. */
  date(at: Moment): string;
}

const known = new Map<string, Format>();

/** The formats of a zone, as the reader of this page reads; made once for each. */
export function formatIn(zone: string): Format {
  const made = known.get(zone) ?? formatFor({ locale, hourCycle }, zone);
  known.set(zone, made);
  return made;
}

/** The formats of a zone, for somebody who reads so: 14:00 or 2:00 pm, day or month first. */
export function formatFor(reader: Pick<Reader, "locale" | "hourCycle">, zone: string): Format {
  const intl = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(reader.locale, { timeZone: zone, ...options });
    // 8:00 PM stays on one line.
    return (at: Moment) => format.format(epoch(at)).replace(/\s(?=[ap]m\b)/i, "\u00A0");
  };
  const clock = {
    hour: reader.hourCycle === "h23" ? "2-digit" : "numeric",
    minute: "2-digit",
    hourCycle: reader.hourCycle,
  } as const;
  const short = { weekday: "short", day: "numeric", month: "short" } as const;
  const [time, dayTime] = [intl(clock), intl({ ...short, ...clock })];
  const isoDate = new Intl.DateTimeFormat("sv-SE", { timeZone: zone });
  const date = (at: Moment) => isoDate.format(epoch(at));
  // A booking until midnight ends on its own day.
  const isOneDay = (start: Moment, end: Moment) => date(start) === date(epoch(end) - 1);
  const dash = new Intl.Locale(reader.locale).language === "de" ? "–" : " – ";
  const shortDay = new Intl.DateTimeFormat(reader.locale, { timeZone: zone, ...short });
  const part = (type: "weekday" | "day" | "month", at: Moment) =>
    shortDay.formatToParts(epoch(at)).find((one) => one.type === type)?.value ?? "";
  return {
    zone,
    time,
    span: (start, end) =>
      isOneDay(start, end) ? `${time(start)}${dash}${time(end)}` : `${time(start)} – ${dayTime(end)}`,
    day: intl({ weekday: "long", day: "numeric", month: "long" }),
    fullDay: intl({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    shortDay: (at) => shortDay.format(epoch(at)),
    dayParts: (at) => ({ weekday: part("weekday", at), day: part("day", at), month: part("month", at) }),
    weekdayTime: intl({ weekday: "short", ...clock }),
    dayTime,
    date,
  };
}

function epoch(at: Moment): EpochMs {
  return typeof at === "number" ? at : Date.parse(at);
}

const days = new Intl.NumberFormat(locale, { style: "unit", unit: "day", unitDisplay: "long" });
// What CLDR sets between a number and its unit: in German they stay on one line.
const beforeUnit = language === "de" ? "\u00A0" : " ";

/** 30 min, 1 h, 1 h 30 min, 2 days. */
export function formatMinutes(minutes: number): string {
  return minutes >= 2880 && minutes % 1440 === 0 ? days.format(minutes / 1440) : formatHours(minutes);
}

/** 30 min, 1 h 30 min, 60 h; never "2 days". */
export function formatHours(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    ...(hours > 0 ? [`${numberFormat(locale).format(hours)}${beforeUnit}h`] : []),
    ...(rest > 0 || hours === 0 ? [`${numberFormat(locale).format(rest)}${beforeUnit}min`] : []),
  ];
  return parts.join(beforeUnit);
}

/** $12.00: the currency's own digits, its narrow symbol. */
export function formatPrice(minor: number, currency: string): string {
  return formatMoney({ minor, currency }, locale, "narrowSymbol");
}

/** Minutes between two instants. */
export function minutesBetween(start: Moment, end: Moment): number {
  return (epoch(end) - epoch(start)) / 60_000;
}
