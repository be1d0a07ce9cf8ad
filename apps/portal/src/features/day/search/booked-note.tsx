import { Link } from "@tanstack/react-router";
import type { BookingView } from "@working-social/booking/schema";
import { Button, buttonClass, Callout } from "@working-social/ui";
import { formatIn } from "../../../lib/format.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts } from "../book-texts.ts";

/** What was just booked stands in the panel until the next thing is chosen. */
export function BookedNote({ booking, onAnother }: { booking: BookingView; onAnother: () => void }) {
  const texts = useTexts(bookTexts);
  const format = formatIn(booking.timeZone);
  const isPending = booking.status === "pending_approval";
  return (
    <div className="flex flex-col gap-5">
      <Callout tone={isPending ? "amber" : "accent"} title={isPending ? texts.bookedPending : texts.bookedTitle}>
        {isPending && texts.bookedPendingText}
      </Callout>
      <div>
        <h2 className="text-xl font-semibold tracking-tight">{booking.title || booking.resourceName}</h2>
        <p className="figures mt-1">
          {format.day(booking.startsAt)}, {format.span(booking.startsAt, booking.endsAt)}
        </p>
        <p className="text-sm text-second">
          {[booking.resourceName, booking.floor, booking.locationName].filter(Boolean).join(" · ")}
        </p>
      </div>
      <div className="flex flex-col gap-2">
        <Link
          to="/bookings/$bookingId"
          params={{ bookingId: booking.id }}
          className={buttonClass({ className: "w-full" })}
        >
          {texts.seeBooking}
        </Link>
        <Button variant="quiet" className="w-full" onPress={onAnother}>
          {texts.bookAnother}
        </Button>
      </div>
    </div>
  );
}
