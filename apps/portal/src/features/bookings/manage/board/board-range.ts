import { addDays, dayInterval, formatInstant } from "@working-social/kernel";
import type { BoardSpan } from "./board-search.ts";

// Apart from reading the link, which every page loads: zones are for the board alone.

const daysIn: Readonly<Record<BoardSpan, number>> = { day: 1, week: 7, month: 30 };

/** The instants from the first day's midnight to the end of the last day, in the location's zone. */
export function boardRange(day: string, span: BoardSpan, zone: string): { from: string; to: string } {
  const last = addDays(day, daysIn[span] - 1);
  return { from: formatInstant(dayInterval(day, zone).start), to: formatInstant(dayInterval(last, zone).end) };
}

/** The day to go on from, earlier or later. */
export function turnedDay(day: string, span: BoardSpan, direction: 1 | -1): string {
  return addDays(day, direction * daysIn[span]);
}
