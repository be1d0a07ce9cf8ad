import type { BookingView } from "@working-social/booking/schema";
import { Callout } from "@working-social/ui";
import { formatPrice } from "../../lib/format.ts";
import { useTexts } from "../../texts/catalog.ts";
import { bookingStatusTexts } from "../../texts/booking-status.ts";
import { bookingsTexts } from "../../texts/bookings.ts";
import { HoldNotice } from "./hold-notice.tsx";

/** What the state of a booking means for the person, when it is not simply booked. */
export function StateNotice({ booking }: { booking: BookingView }) {
  const texts = useTexts(bookingsTexts);
  const statusTexts = useTexts(bookingStatusTexts);
  const reason = booking.reason ? texts.reason(booking.reason) : undefined;
  switch (booking.status) {
    case "held":
      return <HoldNotice booking={booking} />;
    case "pending_approval":
      return (
        <Callout tone="amber" title={texts.pendingTitle}>
          {texts.pendingText}
        </Callout>
      );
    case "declined":
      return (
        <Callout tone="red" title={texts.declinedTitle}>
          {reason}
        </Callout>
      );
    case "cancelled":
      return <Callout title={cancelledWords(booking, texts)}>{reason}</Callout>;
    case "expired":
      return <Callout>{texts.heldOver}</Callout>;
    case "deleted":
      return <Callout title={statusTexts.deleted}>{reason}</Callout>;
    case "confirmed":
      return null;
  }
}

function cancelledWords(booking: BookingView, texts: (typeof bookingsTexts)["en"]): string {
  const { cancellationFeeMinor: fee, quote } = booking;
  return fee && quote ? texts.cancelledFee(formatPrice(fee, quote.currency)) : texts.cancelledFree;
}
