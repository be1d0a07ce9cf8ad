import type { BookingView } from "@working-social/booking/schema";

/** A hold comes first, the one that ends soonest before the others: it is the one thing that is lost by waiting. */
export function inOrder(bookings: readonly BookingView[]): BookingView[] {
  const endOf = ({ status, holdExpiresAt }: BookingView) =>
    status === "held" && holdExpiresAt !== null ? Date.parse(holdExpiresAt) : Infinity;
  return [...bookings].sort((a, b) => {
    const [first, second] = [endOf(a), endOf(b)];
    return first === second ? 0 : first - second;
  });
}
