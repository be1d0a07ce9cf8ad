import { Link } from "@tanstack/react-router";
import type { MonthView as MonthAnswer } from "@working-social/booking/schema";
import { Section } from "@working-social/ui";
import { formatIn } from "../../../lib/format.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts } from "../book-texts.ts";

/** One's own bookings of the month, each the way to its page. */
export function MyMonth({ view }: { view: MonthAnswer }) {
  const texts = useTexts(bookTexts);
  const format = formatIn(view.timeZone);
  const mine = view.days.flatMap((day) => day.mine);
  return (
    <Section title={texts.myMonth}>
      {mine.length === 0 ? (
        <p className="text-second">{texts.noBookingsThisMonth}</p>
      ) : (
        <ul className="divide-y rounded-lg border bg-surface">
          {mine.map((booking) => (
            <li key={`${booking.id} ${booking.startsAt}`}>
              <Link
                to="/bookings/$bookingId"
                params={{ bookingId: booking.id }}
                className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 px-4 py-2.5 hover:bg-sunk"
              >
                <span className="font-medium">{booking.title || booking.resourceName}</span>
                <span className="text-sm text-second figures">
                  {booking.title ? `${booking.resourceName} · ` : ""}
                  {format.shortDay(booking.startsAt)}, {format.span(booking.startsAt, booking.endsAt)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
