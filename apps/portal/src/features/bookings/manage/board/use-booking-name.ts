import type { BookingView } from "@working-social/booking/schema";
import { formatIn } from "../../../../lib/format.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageBookingsTexts } from "../manage-bookings-texts.ts";

/** "Lantern, Thu 26 Nov 14:00 – 15:30": what one calls a booking in a question or an answer. */
export function useBookingName({ resourceName, startsAt, endsAt, timeZone }: BookingView): string {
  const { actions: texts } = useTexts(manageBookingsTexts);
  const format = formatIn(timeZone);
  return texts.of(resourceName, format.shortDay(startsAt), format.span(startsAt, endsAt));
}
