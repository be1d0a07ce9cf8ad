import type { Context } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import { requireManager } from "../access.ts";
import { lockBooking } from "../booking-row.ts";
import { endBooking } from "../end-booking.ts";
import type { TellAct } from "../acts.ts";
import { tellNobody } from "../acts.ts";
import { wrongState } from "../refusals.ts";
import type { BookingReasonInput, BookingView } from "../schema.ts";

/**
 * Declines a booking that waits for approval; the member reads the reason, and the time is free again. For staff.
 * Refuses with not_allowed, not_found, wrong_state.
 */
export async function declineBooking(
  ctx: Context,
  input: BookingReasonInput,
  tell: TellAct = tellNobody,
): Promise<BookingView> {
  requireManager(ctx, "decline_booking");
  const request = { key: input.idempotencyKey, procedure: "bookings.decline", input };
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      const row = await lockBooking(tx, ctx, input.bookingId);
      if (row.status !== "pending_approval") throw wrongState(row.status, "decline");
      const booking = await endBooking(tx, ctx, row, {
        status: "declined",
        because: "declined",
        action: "booking.decline",
        reason: input.reason,
        fee: null,
      });
      await tell(tx, ctx, { kind: "declined", booking, before: null, isForOther: true });
      return booking;
    }),
  );
}
