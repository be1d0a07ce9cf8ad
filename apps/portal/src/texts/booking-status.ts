import type { BookingStatus } from "@working-social/booking/schema";
import { catalog } from "./catalog.ts";

/** The state of a booking in a word or two. */
const en: Record<BookingStatus, string> = {
  held: "Held",
  pending_approval: "Waiting for approval",
  confirmed: "Booked",
  cancelled: "Cancelled",
  declined: "Declined",
  expired: "No longer held",
  deleted: "Deleted",
};

export const bookingStatusTexts = catalog({ en });
