import { formatIn } from "./format.ts";
import { hourCycle } from "./locale.ts";

const DAY_MINUTES = 1440;

/** 570 is "09:30"; minutes past midnight show the clock of the next day. */
export function clockText(minute: number): string {
  const inDay = minute % DAY_MINUTES;
  return `${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
}

/** The same for people to read, 09:30 or 9:30 am; the end of a day is 24:00 where hours are counted so far. */
export function clockWords(minute: number): string {
  return minute === DAY_MINUTES && hourCycle === "h23" ? "24:00" : formatIn("UTC").time(minute * 60_000);
}

/** "09:30" is 570; null for what is no time. */
export function minuteOf(clock: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}
