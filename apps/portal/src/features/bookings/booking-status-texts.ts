import type { WordsLike } from "@working-social/kernel";
import type { BookingStatus } from "@working-social/booking/schema";
import { catalog } from "../../lib/texts/catalog.ts";

/** The state of a booking in a word or two. */
const en: Record<BookingStatus | "unanswered", string> = {
  held: "Held",
  pending_approval: "Waiting for approval",
  confirmed: "Booked",
  cancelled: "Cancelled",
  declined: "Declined",
  expired: "No longer held",
  /** A request that ended by itself: expired too. */
  unanswered: "Not answered in time",
  deleted: "Deleted",
};

export type BookingStatusTexts = WordsLike<typeof en>;
export const bookingStatusTexts = catalog<BookingStatusTexts>({ en, de: () => import("./booking-status-texts.de.ts") });
