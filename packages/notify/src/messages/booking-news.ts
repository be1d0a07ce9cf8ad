import { isolatedTexts } from "@working-social/kernel";
import type { Message } from "../message.ts";
import type { BookingFacts } from "./booking.ts";
import { bookingMessage, timeOf } from "./booking.ts";

/** To staff: a request that they have been told of still waits, and its time comes near. */
export function requestReminderMessage(given: BookingFacts & { requestedBy: string }): Message {
  const facts = isolatedTexts(given);
  const sentence = `${facts.requestedBy} still waits for your answer. Without one the request ends by itself when its time begins.`;
  return bookingMessage(facts, `Still to approve: ${facts.resourceName}, ${timeOf(facts)}`, [sentence]);
}

/** To the member: nobody has answered in time. */
export function requestExpiredMessage(given: BookingFacts): Message {
  const facts = isolatedTexts(given);
  const sentence =
    "We are sorry: nobody answered your request in time, so it has ended. It costs nothing, and the credits that were set aside for it are yours again.";
  return bookingMessage(facts, `Not answered in time: ${facts.resourceName}, ${timeOf(facts)}`, [sentence]);
}

/** To staff: the same. */
export function requestMissedMessage(given: BookingFacts & { requestedBy: string }): Message {
  const facts = isolatedTexts(given);
  const sentence = `Nobody answered the request of ${facts.requestedBy} before its time began, so it has ended. Everything was given back.`;
  return bookingMessage(facts, `Not answered in time: ${facts.resourceName}, ${timeOf(facts)}`, [sentence]);
}

/** To the member: the house had to cancel. */
export function cancelledByHouseMessage(given: BookingFacts & { reason: string | null }): Message {
  const facts = isolatedTexts(given);
  const sentence = "We had to cancel your booking. It costs nothing, and the credits that it used are yours again.";
  return bookingMessage(
    facts,
    `Cancelled: ${facts.resourceName}, ${timeOf(facts)}`,
    [sentence],
    facts.reason ? [`Reason: ${facts.reason}`] : [],
  );
}
