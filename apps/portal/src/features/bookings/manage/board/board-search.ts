import type { BookingStatus } from "@working-social/booking/schema";
import { dateOf, flag } from "../../../../lib/search-text.ts";
import { textOf } from "../../../manage/form/edit-search.ts";

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
  day?: string | undefined;
  span?: BoardSpan | undefined;
  status?: BookingStatus | undefined;
  /** Part of the name or address of whose bookings. */
  who?: string | undefined;
  /** Whether the form to book for somebody is open. */
  book?: true | undefined;
  /** What that form begins with: a room or desk that somebody at the desk saw free. */
  room?: string | undefined;
}

/** Every key is there, since the router lays this over the raw link: one left out would let its nonsense through. */
export function readBoardSearch(search: Record<string, unknown>): BoardSearch {
  return {
    day: dateOf(search["day"]),
    span: boardSpans.find((known) => known === search["span"]),
    status: statuses.find((known) => known === search["status"]),
    who: textOf(search["who"])?.slice(0, 120),
    book: flag(search["book"]),
    room: textOf(search["room"]),
  };
}
