import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { requireManager } from "../access.ts";
import { lockBooking } from "../booking-row.ts";
import { endBooking } from "../end-booking.ts";
import { wrongState } from "../refusals.ts";
import type { BookingReasonInput, BookingView } from "../schema.ts";

/**
 * Deletes a booking that was a mistake: no policy, no fee, and no trace in the member's list; the audit trail keeps it,
 * with the reason. For staff. Refuses with not_allowed, not_found, wrong_state.
 */
export async function removeBooking(ctx: Context, input: BookingReasonInput): Promise<BookingView> {
  requireManager(ctx, "delete_booking");
  return inTransaction(ctx, async (tx) => {
    const row = await lockBooking(tx, ctx, input.bookingId);
    if (row.status === "deleted") throw wrongState(row.status, "delete");
    return endBooking(tx, ctx, row, {
      status: "deleted",
      because: "deleted",
      action: "booking.delete",
      reason: input.reason,
      fee: null,
    });
  });
}
