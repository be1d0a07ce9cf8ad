import { useQueryClient } from "@tanstack/react-query";
import type { BookingView, BookInput } from "@working-social/booking/schema";
import { useAction, type Action } from "../../lib/action.ts";
import { useIntention } from "../../lib/idempotency.ts";
import { refreshBookings } from "../../lib/live.ts";
import { trpc } from "../../lib/trpc.ts";
import type { AppRefusal } from "../../lib/refusals.ts";

type Wish = Omit<BookInput, "idempotencyKey">;

export interface Booker extends Omit<Action<BookInput, BookingView>, "run"> {
  run: (wish: Wish) => void;
}

/** Books; after a lost answer the next try carries the same key, so that it is booked once. */
export function useBook(onBooked: (booking: BookingView) => void, onRefused?: (refusal: AppRefusal) => void): Booker {
  const client = useQueryClient();
  const intention = useIntention();
  const action = useAction(trpc.bookings.book.mutationOptions(), {
    onDone: (booking) => {
      intention.done();
      void refreshBookings(client);
      onBooked(booking);
    },
    onRefused: (refusal) => {
      if (refusal.code === "cannot_book") void refreshBookings(client);
      onRefused?.(refusal);
    },
  });
  return { ...action, run: (wish) => action.run({ ...wish, idempotencyKey: intention.keyFor(wish) }) };
}
