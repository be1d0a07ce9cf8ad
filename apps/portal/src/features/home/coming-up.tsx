import { Link } from "@tanstack/react-router";
import type { BookingView } from "@working-social/booking/schema";
import { CardList, Section } from "@working-social/ui";
import { useTexts } from "../../lib/texts/catalog.ts";
import { besideHomeTexts } from "./beside-home-texts.ts";
import { BookingRow } from "../bookings/booking-row.tsx";

/** What comes after the next one. */
export function ComingUp({ bookings, placeZone }: { bookings: BookingView[]; placeZone: string }) {
  const texts = useTexts(besideHomeTexts);
  const zones = [placeZone, ...bookings.map(({ timeZone }) => timeZone)];
  const all = (
    <Link to="/bookings" className="text-sm font-semibold text-accent hover:underline">
      {texts.allBookings}
    </Link>
  );
  return (
    <Section title={texts.comingUp} action={all}>
      <CardList>
        {bookings.map((booking) => (
          <li key={booking.id}>
            <BookingRow booking={booking} otherZones={zones} />
          </li>
        ))}
      </CardList>
    </Section>
  );
}
