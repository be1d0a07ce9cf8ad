import { useQueryClient } from "@tanstack/react-query";
import type { BookingView, HoldInput } from "@working-social/booking/schema";
import { useAction } from "../../lib/action.ts";
import { useIntention } from "../../lib/idempotency.ts";
import { refreshBookings } from "../../lib/refresh.ts";
import { trpc } from "../../lib/trpc.ts";

type Wish = Omit<HoldInput, "idempotencyKey">;

/** Keeps a slot for some minutes while one asks around; it falls free by itself. */
export function useHold(onHeld: (booking: BookingView) => void) {
  const client = useQueryClient();
  const intention = useIntention();
  const action = useAction(trpc.bookings.hold.mutationOptions(), {
    onDone: (held) => {
      intention.done();
      refreshBookings(client);
      onHeld(held);
    },
  });
  return { ...action, run: (wish: Wish) => action.run({ ...wish, idempotencyKey: intention.keyFor(wish) }) };
}
