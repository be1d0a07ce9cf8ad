import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { keptOfLines } from "@working-social/booking/rules";
import type { BookingView, ChangeBookingInput } from "@working-social/booking/schema";
import { useAction } from "../../../lib/action.ts";
import { useIntention } from "../../../lib/idempotency.ts";
import { trpc } from "../../../lib/trpc.ts";

/** Where a booking would go. */
export interface Target {
  resourceId: string;
  startsAt: string;
  endsAt: string;
}

/** Moving one's own booking: what it is now, what the new place would cost, and doing it. */
export function useMove(bookingId: string, target: Target, onMoved: (booking: BookingView) => void) {
  const intention = useIntention();
  const { data: booking, error } = useQuery(trpc.bookings.get.queryOptions({ bookingId }));
  const isElsewhere = booking !== undefined && !isSamePlace(booking, target);
  const quote = useQuery(
    trpc.bookings.quoteChange.queryOptions(
      { bookingId, ...target },
      { enabled: isElsewhere, placeholderData: keepPreviousData },
    ),
  );
  const action = useAction(trpc.bookings.change.mutationOptions(), {
    onDone: (moved) => {
      intention.done();
      onMoved(moved);
    },
  });
  const answer = isElsewhere ? quote.data : undefined;

  function move() {
    if (!booking || !answer?.isBookable) return;
    const { sequence } = booking;
    const wish: Omit<ChangeBookingInput, "idempotencyKey"> = {
      ...target,
      bookingId,
      sequence,
      expectedTotalMinor: answer.quote.totalMinor,
      expectedKept: keptOfLines(answer.quote.lines),
    };
    action.run({ ...wish, idempotencyKey: intention.keyFor(wish) });
  }
  return { booking, error, answer, isElsewhere, isStale: quote.isPlaceholderData || quote.isPending, move, action };
}

function isSamePlace(booking: BookingView, target: Target): boolean {
  const isSameTime =
    Date.parse(booking.startsAt) === Date.parse(target.startsAt) &&
    Date.parse(booking.endsAt) === Date.parse(target.endsAt);
  return booking.resourceId === target.resourceId && isSameTime;
}
