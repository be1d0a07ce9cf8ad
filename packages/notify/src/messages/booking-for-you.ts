import type { Message } from "../message.ts";
import type { MailedPrice } from "./amounts.ts";
import { priceWords } from "./amounts.ts";
import type { BookingFacts } from "./booking.ts";
import { bookingMessage, slotOf } from "./booking.ts";

// What the house did to a member's booking. Who acts for oneself knows it already and gets none of these.

interface ByTheHouse extends BookingFacts {
  /** Who did it; null: the space itself, such as a job. */
  by: string | null;
}

/** null: a booking without a price, such as an imported one. */
type Priced = { price: MailedPrice | null };

export function bookedForYouMessage(given: ByTheHouse & Priced): Message {
  return bookingMessage(given, "booked", (texts, { by, price, reader }) => ({
    happened: [texts.booked(by)],
    follows: price ? [texts.costs(priceWords(reader, price))] : [],
  }));
}

export function changedForYouMessage(
  given: ByTheHouse & Priced & { before: Pick<BookingFacts, "resourceName" | "startsAt" | "endsAt"> },
): Message {
  return bookingMessage(given, "changed", (texts, facts) => {
    const { by, price, reader } = facts;
    const before = slotOf({ ...facts, ...facts.before });
    if (before === slotOf(facts)) return { happened: [texts.changedDetails(by)] };
    return {
      happened: [texts.changed(by), texts.before(before), texts.now],
      follows: price ? [texts.nowCosts(priceWords(reader, price))] : [],
    };
  });
}

/** `fee`: what stays to be paid or used of its price; the rest comes back. */
export function cancelledForYouMessage(
  given: ByTheHouse & { fee: MailedPrice | null; waivedBecause: string | null; reason: string | null },
): Message {
  return bookingMessage(given, "cancelled", (texts, { by, fee, waivedBecause, reason, reader }) => ({
    happened: [texts.cancelled(by)],
    follows: [
      texts.fee(fee && priceWords(reader, fee)),
      ...(waivedBecause === null ? [] : [texts.waived(waivedBecause)]),
      ...(reason === null ? [] : [texts.reason(reason)]),
    ],
  }));
}

/** A mistake that staff took away: it has no page any more. */
export function removedForYouMessage(given: ByTheHouse & { reason: string | null }): Message {
  return bookingMessage(given, "removed", (texts, { by, reason }) => ({
    happened: [texts.removed(by)],
    follows: [texts.givenBack, ...(reason === null ? [] : [texts.reason(reason)])],
  }));
}
