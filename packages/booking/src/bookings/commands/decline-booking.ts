import type { Context } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { lockBooking } from "../queries/booking-row.ts";
import { endBooking } from "../steps/end-booking.ts";
import { wrongState } from "../rules/refusals.ts";
import type { BookingReasonInput, BookingView } from "../schema.ts";

/**
 * Declines a booking that waits for approval; the member reads the reason, and the time is free again. For staff.
 * Refuses with not_allowed, not_found, wrong_state.
 */
export async function declineBooking(ctx: Context, input: BookingReasonInput): Promise<BookingView> {
  authorize(ctx, ...declineBooking.needs);
  const request = { key: input.idempotencyKey, procedure: "bookings.decline", input };
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      const row = await lockBooking(tx, ctx, input.bookingId);
      if (row.status !== "pending_approval") throw wrongState(row.status, "decline");
      return endBooking(tx, ctx, row, {
        status: "declined",
        because: "declined",
        event: "booking.declined",
        reason: input.reason,
        fee: null,
      });
    }),
  );
}
declineBooking.needs = ["manageBookings"] as const;
