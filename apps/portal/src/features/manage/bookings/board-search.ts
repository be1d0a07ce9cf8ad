import { dayInterval, addDays, formatInstant } from "@working-social/kernel";
import type { BookingStatus } from "@working-social/booking/schema";

export const boardSpans = ["day", "week", "month"] as const;
export type BoardSpan = (typeof boardSpans)[number];

const statuses: readonly BookingStatus[] = [
  "held",
  "pending_approval",
  "confirmed",
  "cancelled",
  "declined",
  "expired",
  "deleted",
];

/** What the board shows, all of it in the address. Without a day: today. */
export interface BoardSearch {
  day?: string;
  span?: BoardSpan;
  status?: BookingStatus;
  /** Whether the form to book for somebody is open. */
  book?: true;
}

export function readBoardSearch(search: Record<string, unknown>): BoardSearch {
  const read: BoardSearch = {};
  const day = search["day"];
  const span = boardSpans.find((known) => known === search["span"]);
  const status = statuses.find((known) => known === search["status"]);
  if (typeof day === "string" && isDate(day)) read.day = day;
  if (span) read.span = span;
  if (status) read.status = status;
  if (search["book"] === true) read.book = true;
  return read;
}

function isDate(text: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && formatInstant(at).startsWith(text);
}

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
