import { formatMoney, type EpochMs } from "@working-social/kernel";
import { clockStyle, locale, useClockStyle, type ClockStyle } from "./locale.ts";

export type Moment = string | EpochMs;

/** Times, dates and lengths as people read them, on the wall clock of one zone: the location's, never the browser's. */
export interface Format {
  readonly zone: string;
  /** 14:00 */
  time(at: Moment): string;
  /** 14:00 – 15:30; with the day at the end when it ends on another one. */
  span(start: Moment, end: Moment): string;
  /** Wednesday 25 November */
  day(at: Moment): string;
  /** Wed 25 Nov */
  shortDay(at: Moment): string;
  /** Wed 14:00 */
  weekdayTime(at: Moment): string;
  /** Wed 25 Nov, 14:00 */
  dayTime(at: Moment): string;
  /** 2026-11-25: the date on the wall. */
  date(at: Moment): string;
}

const caches = new Map<string, Format>();

/** The formats of a zone; made once for each. */
export function formatIn(zone: string, clock: ClockStyle = clockStyle()): Format {
  const key = `${zone} ${clock}`;
  const known = caches.get(key);
  if (known) return known;
  const made = makeFormat(zone, clock);
  caches.set(key, made);
  return made;
}

/** The formats of a zone, again when the person changes the clock. */
export function useFormat(zone: string): Format {
  return formatIn(zone, useClockStyle());
}

function makeFormat(zone: string, clock: ClockStyle): Format {
  const intl = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
    return (at: Moment) => format.format(epoch(at)).replaceAll(",", "");
  };
  const time = intl({ hour: clock === "24h" ? "2-digit" : "numeric", minute: "2-digit", hour12: clock === "12h" });
  const day = intl({ weekday: "long", day: "numeric", month: "long" });
  const shortDay = intl({ weekday: "short", day: "numeric", month: "short" });
  const weekday = intl({ weekday: "short" });
  const isoDate = new Intl.DateTimeFormat("sv-SE", { timeZone: zone });
  const date = (at: Moment) => isoDate.format(epoch(at));
  // A booking until midnight ends on its own day.
  const isOneDay = (start: Moment, end: Moment) => date(start) === date(epoch(end) - 1);
  const span = (start: Moment, end: Moment) =>
    isOneDay(start, end) ? `${time(start)} – ${time(end)}` : `${time(start)} – ${shortDay(end)} ${time(end)}`;
  return {
    zone,
    time,
    span,
    day,
    shortDay,
    weekdayTime: (at) => `${weekday(at)} ${time(at)}`,
    dayTime: (at) => `${shortDay(at)}, ${time(at)}`,
    date,
  };
}

function epoch(at: Moment): EpochMs {
  return typeof at === "number" ? at : Date.parse(at);
}

/** 30 min, 1 h, 1 h 30, 2 days. */
export function formatMinutes(minutes: number): string {
  if (minutes >= 2880 && minutes % 1440 === 0) return `${minutes / 1440} days`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, "0")}`;
}

/** $12.00: the currency's own digits, its narrow symbol. */
export function formatPrice(minor: number, currency: string): string {
  return formatMoney({ minor, currency }, locale, "narrowSymbol");
}

/** Minutes between two instants. */
export function minutesBetween(start: Moment, end: Moment): number {
  return (epoch(end) - epoch(start)) / 60_000;
}
