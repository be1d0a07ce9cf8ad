import { creditsOfLines } from "@working-social/booking/rules";
import type { BookingView } from "@working-social/booking/schema";
import type { Emitted, Sql } from "@working-social/db";
import type { BookingFacts, MailedPrice, Message } from "@working-social/notify";
import {
  bookedForYouMessage,
  bookingApprovedMessage,
  bookingDeclinedMessage,
  cancelledByHouseMessage,
  cancelledForYouMessage,
  changedForYouMessage,
  removedForYouMessage,
  requestExpiredMessage,
} from "@working-social/notify";
import type { EventNamed } from "../reactions/events.ts";
import type { After } from "../reactions/reaction.ts";
import { bookingAt, mailAbout, MEMBER, namedPlace } from "./booking-mail.ts";

type Told =
  EventNamed<`booking.${"created" | "changed" | "approved" | "declined" | "cancelled" | "cancelled_by_house" | "deleted" | "request_expired"}`>;

/** A member learns of what others, or time, did to a booking. Who acts for oneself knows it already. */
export const tellMember: After<Told> = {
  name: "tell-member",
  concerns: (event) => event.data.personId !== null && isNews(event),
  async run(tx, ctx, event, means) {
    const booking = await bookingAt(tx, ctx, event.subjectId, placeOf(event));
    const about = { booking, by: await nameOf(tx, event.actorPersonId), before: await beforeOf(tx, event) };
    await mailAbout(tx, means, booking, MEMBER, (facts) => messageOf(event, facts, about));
  },
};

function isNews(event: Emitted<Told>): boolean {
  const isByOther = event.actorPersonId !== event.data.personId;
  if (event.name === "booking.created" || event.name === "booking.changed" || event.name === "booking.cancelled")
    return isByOther;
  // What had ended otherwise before concerns nobody any more.
  if (event.name === "booking.deleted") return isByOther && ["confirmed", "pending_approval"].includes(event.data.from);
  return true;
}

function placeOf(event: Told) {
  if (event.name === "booking.created") return event.data;
  return event.name === "booking.changed" ? event.data.to : undefined;
}

async function beforeOf(tx: Sql, event: Told): Promise<About["before"]> {
  return event.name === "booking.changed" ? namedPlace(tx, event.data.from) : null;
}

async function nameOf(tx: Sql, personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const [person] = await tx.query<{ name: string }>("SELECT name FROM people WHERE id = $1", [personId]);
  return person?.name ?? null;
}

interface About {
  booking: BookingView;
  /** Who did it; null: the space itself, such as a job. */
  by: string | null;
  /** Of a change: what it was. */
  before: Pick<BookingView, "resourceName" | "startsAt" | "endsAt"> | null;
}

function messageOf({ name }: Told, facts: BookingFacts, { booking, by, before }: About): Message {
  const { reason, feeWaivedBecause: waivedBecause } = booking;
  const price = priceOf(booking);
  switch (name) {
    case "booking.created":
      return bookedForYouMessage({ ...facts, by, price });
    case "booking.changed":
      return changedForYouMessage({ ...facts, by, price, before: before ?? facts });
    case "booking.approved":
      return bookingApprovedMessage(facts);
    case "booking.declined":
      return bookingDeclinedMessage({ ...facts, reason });
    case "booking.cancelled":
      return cancelledForYouMessage({ ...facts, by, fee: feeOf(booking), waivedBecause, reason });
    case "booking.cancelled_by_house":
      return cancelledByHouseMessage({ ...facts, reason });
    case "booking.deleted":
      return removedForYouMessage({ ...facts, by, reason });
    case "booking.request_expired":
      return requestExpiredMessage(facts);
  }
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
