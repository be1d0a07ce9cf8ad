import type { Catalog, WordsLike } from "@working-social/kernel";
import { german } from "./booking-texts.de.ts";

const english = {
  /** What the mail is about, before the room and the time. */
  subjects: {
    approved: (what: string) => `Approved: ${what}`,
    declined: (what: string) => `Declined: ${what}`,
    pending: (what: string) => `To approve: ${what}`,
    reminder: (what: string) => `Still to approve: ${what}`,
    unanswered: (what: string) => `Not answered in time: ${what}`,
    cancelled: (what: string) => `Cancelled: ${what}`,
    booked: (what: string) => `Booked for you: ${what}`,
    changed: (what: string) => `Changed: ${what}`,
    removed: (what: string) => `Removed: ${what}`,
  },
  seeBooking: "See the booking",
  reason: (reason: string) => `Reason: ${reason}`,

  approved: "Your booking is approved.",
  declined: "Your booking was declined.",
  /** null: nobody knows the name. */
  pending: (requestedBy: string | null) => `${requestedBy ?? "Somebody"} asks for a booking that needs approval.`,
  reminder: (requestedBy: string | null) =>
    `${requestedBy ?? "Somebody"} still waits for your answer. Without one the request ends by itself when its time begins.`,
  expired:
    "We are sorry: nobody answered your request in time, so it has ended. It costs nothing, and the credits that were set aside for it are yours again.",
  missed: (requestedBy: string | null) =>
    requestedBy === null
      ? "Nobody answered a request before its time began, so it has ended. Everything was given back."
      : `Nobody answered the request of ${requestedBy} before its time began, so it has ended. Everything was given back.`,
  cancelledByHouse: "We had to cancel your booking. It costs nothing, and the credits that it used are yours again.",

  /** null: the space itself, such as a job. */
  booked: (by: string | null) => `${by ?? "Your space"} has booked this for you.`,
  costs: (price: string | null) => (price === null ? "It costs nothing." : `It costs ${price}.`),
  changed: (by: string | null) => `${by ?? "Your space"} has changed your booking.`,
  changedDetails: (by: string | null) =>
    `${by ?? "Your space"} has changed the details of your booking; its time and place stay.`,
  before: (what: string) => `It was: ${what}`,
  now: "It is now:",
  nowCosts: (price: string | null) => (price === null ? "It now costs nothing." : `It now costs ${price}.`),
  cancelled: (by: string | null) => `${by ?? "Your space"} has cancelled your booking.`,
  fee: (kept: string | null) =>
    kept === null
      ? "There is no fee: whatever it had cost comes back to you."
      : `Of its price, ${kept} stays as the cancellation fee; the rest comes back to you.`,
  waived: (because: string) => `The fee was waived: ${because}`,
  removed: (by: string | null) => `${by ?? "Your space"} has removed your booking, as a mistake.`,
  givenBack: "Whatever it had cost comes back to you.",
};

export type BookingTexts = WordsLike<typeof english>;
export const bookingTexts: Catalog<BookingTexts> = { en: english, de: german };
