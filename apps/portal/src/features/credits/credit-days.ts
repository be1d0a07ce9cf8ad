import type { LotView } from "@working-social/credits/schema";
import { toLocal, type EpochMs } from "@working-social/kernel";
import { locale } from "../../lib/locale.ts";

// Credits end with a day: at midnight, which is the first moment after it. So the day before is the one to say.

const formats = new Map<string, Intl.DateTimeFormat>();

function written(at: EpochMs, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${timeZone} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
  formats.set(key, format);
  return format.format(at);
}

/** 30 November, and 30 November 2027 when that is another year than now's. */
export function dayName(at: EpochMs, timeZone: string, now: EpochMs): string {
  const isThisYear = yearOf(at, timeZone) === yearOf(now, timeZone);
  return written(at, timeZone, { day: "numeric", month: "long", ...(isThisYear ? {} : { year: "numeric" }) });
}

/** 30 Nov */
export function shortDayName(at: EpochMs, timeZone: string): string {
  return written(at, timeZone, { day: "numeric", month: "short" });
}

/** The last day on which something that ends at this instant can be used. */
export function lastDay(expiresAt: string, timeZone: string, now: EpochMs): string {
  return dayName(Date.parse(expiresAt) - 1, timeZone, now);
}

/** The month that a lot of a plan is for: "November"; null for a lot without one. */
export function monthOfLot({ startsAt }: Pick<LotView, "startsAt">, timeZone: string, now: EpochMs): string | null {
  if (startsAt === null) return null;
  const at = Date.parse(startsAt);
  const isThisYear = yearOf(at, timeZone) === yearOf(now, timeZone);
  return written(at, timeZone, { month: "long", ...(isThisYear ? {} : { year: "numeric" }) });
}

/** The month that ends at this instant: "November" for the first moment of December. */
export function monthBefore(expiresAt: string, timeZone: string, now: EpochMs): string {
  const at = Date.parse(expiresAt) - 1;
  const isThisYear = yearOf(at, timeZone) === yearOf(now, timeZone);
  return written(at, timeZone, { month: "long", ...(isThisYear ? {} : { year: "numeric" }) });
}

function yearOf(at: EpochMs, timeZone: string): string {
  return toLocal(at, timeZone).date.slice(0, 4);
}
