import type { Context } from "@working-social/db";
import { inTransaction, recordAudit, timestamp } from "@working-social/db";
import { requireManager } from "../access.ts";
import { bookingView, isRequestOver, lockBooking, readBooking } from "../booking-row.ts";
import { wrongState } from "../refusals.ts";
import type { BookingIdInput, BookingView } from "../schema.ts";

/** Confirms a booking that waits for approval, before its time begins. For staff. Refuses with not_allowed, not_found, wrong_state. */
export async function approveBooking(ctx: Context, input: BookingIdInput): Promise<BookingView> {
  requireManager(ctx, "approve_booking");
  return inTransaction(ctx, async (tx) => {
    const row = await lockBooking(tx, ctx, input.bookingId);
    if (row.status !== "pending_approval") throw wrongState(row.status, "approve");
    if (isRequestOver(row, ctx.clock.now())) throw wrongState("expired", "approve");
    await tx.query(
      "UPDATE bookings SET status = 'confirmed', sequence = sequence + 1, changed_at = $3 WHERE organization_id = $1 AND id = $2",
      [ctx.organizationId, row.id, timestamp(ctx.clock.now())],
    );
    await recordAudit(tx, ctx, { action: "booking.approve", subjectType: "booking", subjectId: row.id });
    return bookingView(await readBooking(tx, ctx, row.id), ctx);
  });
}
