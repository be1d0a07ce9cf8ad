import type { BookingView } from "@working-social/booking/schema";
import { formatList } from "@working-social/kernel";
import { Callout } from "@working-social/ui";
import { formatPrice } from "../../lib/format.ts";
import { locale } from "../../lib/locale.ts";
import { textsOf, useTexts } from "../../lib/texts/catalog.ts";
import { bookingStatusTexts } from "./booking-status-texts.ts";
import { bookingsTexts, type BookingsTexts } from "./bookings-texts.ts";
import { creditUnitTexts } from "../../lib/texts/credit-units.ts";
import type { Whose } from "../../lib/texts/whose.ts";
import { useOwnerOf } from "../../lib/for-whom.ts";
import { HoldNotice } from "./hold-notice.tsx";

/** What the state of a booking means for the person, when it is not simply booked. */
export function StateNotice({ booking }: { booking: BookingView }) {
  const texts = useTexts(bookingsTexts);
  const statusTexts = useTexts(bookingStatusTexts);
  const whose = useOwnerOf(booking);
  const reason = booking.reason ? texts.reason(booking.reason) : undefined;
  switch (booking.status) {
    case "held":
      return <HoldNotice booking={booking} />;
    case "pending_approval":
      return (
        <Callout tone="amber" title={texts.pendingTitle}>
          {texts.pendingText(whose)}
        </Callout>
      );
    case "declined":
      return (
        <Callout tone="red" title={texts.declinedTitle}>
          {reason}
        </Callout>
      );
    case "cancelled":
      return (
        <Callout title={cancelledWords(booking, texts, whose)}>
          {booking.feeWaivedBecause !== null && <p>{texts.feeWaived(booking.feeWaivedBecause)}</p>}
          {reason}
        </Callout>
      );
    case "expired":
      return booking.wasRequested ? (
        <Callout title={texts.unansweredTitle}>{texts.unansweredText}</Callout>
      ) : (
        <Callout>{texts.heldOver}</Callout>
      );
    case "deleted":
      return <Callout title={statusTexts.deleted}>{reason}</Callout>;
    case "confirmed":
      return null;
  }
}

function cancelledWords(booking: BookingView, texts: BookingsTexts, whose: Whose): string {
  const { cancellationFeeMinor: fee, cancellationFeeCredits: credits, quote } = booking;
  const units = textsOf(creditUnitTexts);
  const money = fee && quote ? formatPrice(fee, quote.currency) : "";
  if (credits.length === 0) return money ? texts.cancelledFee(money) : texts.cancelledFree;
  const kept = credits.map(({ unit, quantity }) => units.quantity(unit, null, quantity));
  return texts.cancelledKept(formatList(locale, kept), money, whose);
}
