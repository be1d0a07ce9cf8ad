import type { BookingView } from "@working-social/booking/schema";
import { CardList, Section } from "@working-social/ui";
import { formatIn } from "../../../lib/format.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { todayTexts } from "./today-texts.ts";

/** Slots that somebody keeps while deciding; they fall free by themselves. */
export function HoldList({ bookings }: { bookings: readonly BookingView[] }) {
  const texts = useTexts(todayTexts);
  return (
    <Section title={texts.holds}>
      <CardList>
        {bookings.map((booking) => (
          <Hold key={booking.id} booking={booking} />
        ))}
      </CardList>
    </Section>
  );
}

function Hold({ booking }: { booking: BookingView }) {
  const texts = useTexts(todayTexts);
  const format = formatIn(booking.timeZone);
  const until = booking.holdExpiresAt ? format.time(booking.holdExpiresAt) : "";
  return (
    <li className="flex flex-wrap justify-between gap-x-4">
      <span className="font-medium">
        {booking.resourceName}{" "}
        <span className="figures font-normal text-second">{format.span(booking.startsAt, booking.endsAt)}</span>
      </span>
      <span className="text-second">{texts.heldBy(booking.personName ?? texts.someone, until)}</span>
    </li>
  );
}
