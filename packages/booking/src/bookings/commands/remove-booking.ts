import type { Context } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { requireOwnerOrManager } from "../rules/access.ts";
import { lockBooking } from "../queries/booking-row.ts";
import { endBooking } from "../steps/end-booking.ts";
import { requireNoOwnFee } from "../steps/require-no-own-fee.ts";
import { wrongState } from "../rules/refusals.ts";
import type { BookingReasonInput, BookingView } from "../schema.ts";

/**
 * Deletes a booking that was a mistake: no policy, no fee, and no trace in the member's list; the audit trail keeps it,
 * with the reason. For staff. Refuses with not_allowed, not_found, wrong_state.
 */
export async function removeBooking(ctx: Context, input: BookingReasonInput): Promise<BookingView> {
  authorize(ctx, ...removeBooking.needs);
  const request = { key: input.idempotencyKey, procedure: "bookings.remove", input };
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      const row = await lockBooking(tx, ctx, input.bookingId);
      requireOwnerOrManager(ctx, row);
      if (row.status === "deleted") throw wrongState(row.status, "delete");
      await requireNoOwnFee(tx, ctx, row);
      return endBooking(tx, ctx, row, {
        status: "deleted",
        because: "deleted",
        event: "booking.deleted",
        reason: input.reason,
        fee: null,
      });
    }),
  );
}
removeBooking.needs = ["manageBookings"] as const;
