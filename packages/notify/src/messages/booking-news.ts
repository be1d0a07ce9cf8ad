import type { Message } from "../message.ts";
import type { BookingFacts } from "./booking.ts";
import { bookingMessage } from "./booking.ts";

/** To staff: a request that they have been told of still waits, and its time comes near. */
export function requestReminderMessage(given: BookingFacts & { requestedBy: string | null }): Message {
  return bookingMessage(given, "reminder", (texts, { requestedBy }) => ({ happened: [texts.reminder(requestedBy)] }));
}

/** To the member: nobody has answered in time. */
export function requestExpiredMessage(given: BookingFacts): Message {
  return bookingMessage(given, "unanswered", (texts) => ({ happened: [texts.expired] }));
}

/** To staff: the same. */
export function requestMissedMessage(given: BookingFacts & { requestedBy: string | null }): Message {
  return bookingMessage(given, "unanswered", (texts, { requestedBy }) => ({ happened: [texts.missed(requestedBy)] }));
}

/** To the member: the house had to cancel. */
export function cancelledByHouseMessage(given: BookingFacts & { reason: string | null }): Message {
  return bookingMessage(given, "cancelled", (texts, { reason }) => ({
    happened: [texts.cancelledByHouse],
    follows: reason ? [texts.reason(reason)] : [],
  }));
}
