import type { BookingView } from "@working-social/booking/schema";
import { useKeyedAction } from "../../lib/keyed-action.ts";
import { trpc } from "../../lib/trpc.ts";

/** Keeps a slot for some minutes while one asks around; it falls free by itself. */
export function useHold(onHeld: (booking: BookingView) => void) {
  return useKeyedAction(trpc.bookings.hold.mutationOptions(), { onDone: onHeld });
}
