import { dateFormat, isolatedTexts, parseInstant } from "@working-social/kernel";
import type { Reader } from "@working-social/kernel";
import type { Message } from "../message.ts";
import type { BookingTexts } from "./booking-texts.ts";
import { bookingTexts } from "./booking-texts.ts";
import type { Recipient } from "./letter.ts";
import { letter } from "./letter.ts";

/** What every mail about a booking says; instants are ISO, read in the location's zone. */
export interface BookingFacts extends Recipient {
  resourceName: string;
  locationName: string;
  timeZone: string;
  startsAt: string;
  endsAt: string;
  url: string;
}

export function bookingApprovedMessage(given: BookingFacts): Message {
  return bookingMessage(given, "approved", (texts) => ({ happened: [texts.approved] }));
}

export function bookingDeclinedMessage(given: BookingFacts & { reason: string | null }): Message {
  return bookingMessage(given, "declined", (texts, { reason }) => ({
    happened: [texts.declined],
    follows: reason ? [texts.reason(reason)] : [],
  }));
}

/** To staff: somebody's booking waits for their decision. requestedBy null: nobody knows the name. */
export function bookingPendingMessage(given: BookingFacts & { requestedBy: string | null }): Message {
  return bookingMessage(given, "pending", (texts, { requestedBy }) => ({ happened: [texts.pending(requestedBy)] }));
}

/** What a mail about a booking says beside where and when. */
export interface BookingNews {
  happened: readonly string[];
  follows?: readonly string[];
}

/** The frame of every mail about a booking: what happened, then where and when, then what follows from it. */
export function bookingMessage<Facts extends BookingFacts>(
  given: Facts,
  about: keyof BookingTexts["subjects"],
  news: (texts: BookingTexts, facts: Facts) => BookingNews,
): Message {
  const facts = isolatedTexts(given);
  const texts = bookingTexts[facts.reader.language];
  const { happened, follows = [] } = news(texts, facts);
  return letter(facts, {
    title: texts.subjects[about](slotOf(facts)),
    paragraphs: [...happened, `${facts.resourceName}, ${facts.locationName}`, timeOf(facts), ...follows],
    link: { url: facts.url, label: texts.seeBooking },
  });
}

/** Lantern, Thursday, 26 November 2026, 14:00–16:00 GMT. */
export function slotOf(facts: BookingFacts): string {
  return `${facts.resourceName}, ${timeOf(facts)}`;
}

/** Thursday, 26 November 2026, 14:00–16:00 GMT, by the clock on the wall of the location. */
export function timeOf({
  startsAt,
  endsAt,
  timeZone,
  reader: { locale, hourCycle },
}: Pick<BookingFacts, "startsAt" | "endsAt" | "timeZone"> & { reader: Reader }): string {
  const format = dateFormat(locale, {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: hourCycle === "h23" ? "2-digit" : "numeric",
    minute: "2-digit",
    hourCycle,
    timeZoneName: "short",
  });
  return format.formatRange(parseInstant(startsAt), parseInstant(endsAt));
}
