import type { BookingStatus, BookingView } from "@working-social/booking/schema";
import { Badge, type Tone } from "@working-social/ui";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingStatusTexts } from "./booking-status-texts.ts";

const tones: Record<BookingStatus, Tone> = {
  held: "amber",
  pending_approval: "amber",
  confirmed: "accent",
  cancelled: "neutral",
  declined: "red",
  expired: "neutral",
  deleted: "neutral",
};

/** The state in a word; a confirmed booking is the normal case and needs none. */
export function StatusBadge({ booking }: { booking: BookingView }) {
  const texts = useTexts(bookingStatusTexts);
  if (booking.status === "confirmed") return null;
  const isUnanswered = booking.status === "expired" && booking.wasRequested;
  return <Badge tone={tones[booking.status]}>{texts[isUnanswered ? "unanswered" : booking.status]}</Badge>;
}
