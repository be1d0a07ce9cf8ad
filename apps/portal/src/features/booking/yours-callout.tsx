import { Link } from "@tanstack/react-router";
import type { BookingView } from "@working-social/booking/schema";
import { buttonClass, Callout } from "@working-social/ui";
import type { Format } from "../../lib/format.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { ownThenTexts } from "./own-then-texts.ts";

/** The slot is taken, by oneself: in another tab, or the desk did it. */
export function YoursCallout({ booking, format }: { booking: BookingView; format: Format }) {
  const texts = useTexts(ownThenTexts);
  const open = (
    <Link to="/bookings/$bookingId" params={{ bookingId: booking.id }} className={buttonClass({ size: "small" })}>
      {texts.open}
    </Link>
  );
  return (
    <Callout tone="accent" isLive title={texts.yoursTitle} actions={open}>
      {texts.yoursText(booking.resourceName, format.span(booking.startsAt, booking.endsAt))}
    </Callout>
  );
}
