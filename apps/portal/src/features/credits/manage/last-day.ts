import { parseInstant, type EpochMs } from "@working-social/kernel";
import type { Format } from "../../../lib/format.ts";

/** The last day before an end: what ends at midnight ends with the day before. With its year when that is not this one. */
export function lastDayText(end: string, format: Format, now: EpochMs): string {
  return dayText(parseInstant(end) - 1, format, now);
}

/** "Mon 30 Nov", or "Tue 30 Nov 2027" when it is not of this year. */
export function dayText(at: EpochMs, format: Format, now: EpochMs): string {
  const year = format.date(at).slice(0, 4);
  return year === format.date(now).slice(0, 4) ? format.shortDay(at) : `${format.shortDay(at)} ${year}`;
}
