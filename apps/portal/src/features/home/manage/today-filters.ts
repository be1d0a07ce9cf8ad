import type { LocationView } from "@working-social/booking/schema";
import { addDays, dayInterval, formatInstant } from "@working-social/kernel";
import { boardRange } from "../../bookings/manage/board/board-range.ts";
import type { BookingFilter } from "../../bookings/manage/board/booking-pages.ts";

/** As far ahead as anybody can book. */
const furthestDays = 732;

/** Everything that touches a day, whatever became of it. */
export function todayFilter({ id, timeZone }: LocationView, date: string): BookingFilter {
  return { locationId: id, ...boardRange(date, "day", timeZone), status: null, who: "" };
}

/** Everything that waits for an approval from a day on. */
export function pendingFilter({ id, timeZone }: LocationView, date: string): BookingFilter {
  const from = formatInstant(dayInterval(date, timeZone).start);
  const to = formatInstant(dayInterval(addDays(date, furthestDays), timeZone).end);
  return { locationId: id, from, to, status: "pending_approval", who: "" };
}
