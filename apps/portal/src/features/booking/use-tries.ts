import { useNavigate } from "@tanstack/react-router";
import type { BookingView } from "@working-social/booking/schema";
import type { BookingDetails } from "./book-form.tsx";
import { rememberDetails } from "./held-details.ts";
import { useBook, type WishedSlot } from "./use-book.ts";
import { useBookedToast } from "./use-booked-toast.ts";
import { useHold } from "./use-hold.ts";
import type { QuoteState } from "./use-quote.ts";

interface TriesOptions {
  wish: WishedSlot;
  details: BookingDetails;
  quote: QuoteState;
  /** After the toast has been shown. */
  onBooked: (booking: BookingView) => void;
}

/** The two things to do with a slot: have it, or hold it while asking around. */
export function useTries({ wish, details, quote, onBooked }: TriesOptions) {
  const showBooked = useBookedToast();
  const navigate = useNavigate();
  const hold = useHold((held) => {
    rememberDetails(held.id, details);
    void navigate({ to: "/bookings/$bookingId", params: { bookingId: held.id } });
  });
  const book = useBook(
    wish,
    (booking) => {
      showBooked(booking);
      onBooked(booking);
    },
    (refusal) => {
      if (refusal.code === "price_changed") quote.replace(refusal.quote);
    },
  );
  return { book, hold };
}
