import { isolatedTexts, parseInstant } from "@working-social/kernel";
import { escapeHtml, mailDocument, mailLink, oneLine } from "../html.ts";
import type { Message } from "../message.ts";

/** What every mail about a booking says; instants are ISO, read in the location's zone. */
export interface BookingFacts {
  to: string;
  personName: string;
  resourceName: string;
  locationName: string;
  timeZone: string;
  startsAt: string;
  endsAt: string;
  url: string;
}

export function bookingApprovedMessage(given: BookingFacts): Message {
  const facts = isolatedTexts(given);
  return bookingMessage(facts, `Approved: ${facts.resourceName}, ${timeOf(facts)}`, ["Your booking is approved."]);
}

export function bookingDeclinedMessage(given: BookingFacts & { reason: string | null }): Message {
  const facts = isolatedTexts(given);
  return bookingMessage(
    facts,
    `Declined: ${facts.resourceName}, ${timeOf(facts)}`,
    ["Your booking was declined."],
    facts.reason ? [`Reason: ${facts.reason}`] : [],
  );
}

/** To staff: somebody's booking waits for their decision. */
export function bookingPendingMessage(given: BookingFacts & { requestedBy: string }): Message {
  const facts = isolatedTexts(given);
  const title = `To approve: ${facts.resourceName}, ${timeOf(facts)}`;
  return bookingMessage(facts, title, [`${facts.requestedBy} asks for a booking that needs approval.`]);
}

/** The frame of every mail about a booking: a greeting, what happened, then where and when, then what follows from it. */
export function bookingMessage(
  facts: BookingFacts,
  title: string,
  happened: readonly string[],
  follows: readonly string[] = [],
): Message {
  const subject = oneLine(title);
  const where = `${facts.resourceName}, ${facts.locationName}`;
  const lines = [`Hello ${facts.personName},`, ...happened, where, timeOf(facts), ...follows];
  return {
    to: facts.to,
    subject,
    text: [...lines, facts.url].join("\n\n"),
    html: mailDocument(subject, [...lines.map(escapeHtml), mailLink(facts.url, "See the booking")]),
  };
}

/** Thursday, 26 November 2026, 14:00 – 16:00 GMT, by the clock on the wall of the location. */
export function timeOf({ startsAt, endsAt, timeZone }: Pick<BookingFacts, "startsAt" | "endsAt" | "timeZone">): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });
  return format.formatRange(parseInstant(startsAt), parseInstant(endsAt));
}
