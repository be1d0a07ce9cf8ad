import { isolatedTexts } from "@working-social/kernel";
import type { MailedPrice } from "../amounts.ts";
import { priceWords } from "../amounts.ts";
import type { Message } from "../message.ts";
import type { BookingFacts } from "./booking.ts";
import { bookingMessage, timeOf } from "./booking.ts";

// What the house did to a member's booking. Who acts for oneself knows it already and gets none of these.

interface ByTheHouse extends BookingFacts {
  /** Who did it; null: the space itself, such as a job. */
  by: string | null;
}

const whoOf = ({ by }: ByTheHouse) => by ?? "Your space";

/** null: a booking without a price, such as an imported one. */
type Priced = { price: MailedPrice | null };

export function bookedForYouMessage(given: ByTheHouse & Priced): Message {
  const facts = isolatedTexts(given);
  const title = `Booked for you: ${facts.resourceName}, ${timeOf(facts)}`;
  return bookingMessage(facts, title, [`${whoOf(facts)} has booked this for you.`], costOf(facts.price, "It costs"));
}

export function changedForYouMessage(
  given: ByTheHouse & Priced & { before: Pick<BookingFacts, "resourceName" | "startsAt" | "endsAt"> },
): Message {
  const facts = isolatedTexts(given);
  const title = `Changed: ${facts.resourceName}, ${timeOf(facts)}`;
  const before = { ...facts, ...facts.before };
  const isMoved = timeOf(before) !== timeOf(facts) || before.resourceName !== facts.resourceName;
  const said = isMoved
    ? [`${whoOf(facts)} has changed your booking.`, `It was: ${before.resourceName}, ${timeOf(before)}`, "It is now:"]
    : [`${whoOf(facts)} has changed the details of your booking; its time and place stay.`];
  return bookingMessage(facts, title, said, isMoved ? costOf(facts.price, "It now costs") : []);
}

/** `fee`: what stays to be paid or used of its price; the rest comes back. */
export function cancelledForYouMessage(
  given: ByTheHouse & { fee: MailedPrice | null; waivedBecause: string | null; reason: string | null },
): Message {
  const facts = isolatedTexts(given);
  const title = `Cancelled: ${facts.resourceName}, ${timeOf(facts)}`;
  const { fee, waivedBecause, reason } = facts;
  const kept = fee && priceWords(fee);
  return bookingMessage(
    facts,
    title,
    [`${whoOf(facts)} has cancelled your booking.`],
    [
      kept === null
        ? "There is no fee: whatever it had cost comes back to you."
        : `Of its price, ${kept} stays as the cancellation fee; the rest comes back to you.`,
      ...(waivedBecause === null ? [] : [`The fee was waived: ${waivedBecause}`]),
      ...(reason === null ? [] : [`Reason: ${reason}`]),
    ],
  );
}

/** A mistake that staff took away: it has no page any more. */
export function removedForYouMessage(given: ByTheHouse & { reason: string | null }): Message {
  const facts = isolatedTexts(given);
  const title = `Removed: ${facts.resourceName}, ${timeOf(facts)}`;
  return bookingMessage(
    facts,
    title,
    [`${whoOf(facts)} has removed your booking, as a mistake.`],
    ["Whatever it had cost comes back to you.", ...(facts.reason === null ? [] : [`Reason: ${facts.reason}`])],
  );
}

function costOf(price: MailedPrice | null, costs: string): string[] {
  if (price === null) return [];
  const words = priceWords(price);
  return [words === null ? `${costs} nothing.` : `${costs} ${words}.`];
}
