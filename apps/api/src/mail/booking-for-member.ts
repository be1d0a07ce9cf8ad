import type { BookingAct } from "@working-social/booking";
import { creditsOfLines } from "@working-social/booking/rules";
import type { BookingView } from "@working-social/booking/schema";
import { formatInstant } from "@working-social/kernel";
import type { BookingFacts, MailedPrice, Message } from "@working-social/notify";
import {
  bookedForYouMessage,
  cancelledForYouMessage,
  changedForYouMessage,
  removedForYouMessage,
} from "@working-social/notify";

/** What a member reads when somebody else has acted for them; `by`: who it was. */
export function messageForMember(news: BookingAct, by: string | null): ((facts: BookingFacts) => Message) | null {
  const { kind, booking, before } = news;
  const { reason } = booking;
  const price = priceOf(booking);
  if (kind === "booked") return (facts) => bookedForYouMessage({ ...facts, by, price });
  if (kind === "changed" && before !== null) {
    const was = { ...before, startsAt: formatInstant(before.startsAt), endsAt: formatInstant(before.endsAt) };
    return (facts) => changedForYouMessage({ ...facts, by, price, before: was });
  }
  if (kind === "cancelled")
    return (facts) =>
      cancelledForYouMessage({ ...facts, by, fee: feeOf(booking), waivedBecause: booking.feeWaivedBecause, reason });
  // What had ended otherwise before concerns nobody any more.
  const wasTheirs = before?.status === "confirmed" || before?.status === "pending_approval";
  return kind === "removed" && wasTheirs ? (facts) => removedForYouMessage({ ...facts, by, reason }) : null;
}

/** null for an imported booking. */
function priceOf({ quote }: BookingView): MailedPrice | null {
  if (quote === null) return null;
  return { amountMinor: quote.totalMinor, currency: quote.currency, credits: creditsOfLines(quote.lines) };
}

/** Without a price there is no fee. */
function feeOf({ quote, cancellationFeeMinor, cancellationFeeCredits }: BookingView): MailedPrice | null {
  if (quote === null) return null;
  return { amountMinor: cancellationFeeMinor ?? 0, currency: quote.currency, credits: cancellationFeeCredits };
}
