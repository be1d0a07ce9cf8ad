import type { Context } from "@working-social/db";
import { inTransaction, recordAudit, timestamp } from "@working-social/db";
import { requireOwnerOrManager } from "../access.ts";
import { bookingView, lockBooking, readBooking } from "../booking-row.ts";
import { giveBack } from "../give-back.ts";
import { lockPayment } from "../paid-booking.ts";
import { wrongState } from "../refusals.ts";
import type { BookingIdInput, BookingView } from "../schema.ts";

/** Gives a held slot back before its time. A hold that is over already stays so. Refuses with wrong_state, not_found. */
export function releaseHold(ctx: Context, input: BookingIdInput): Promise<BookingView> {
  return inTransaction(ctx, async (tx) => {
    // Credits before the hold, as for whoever confirms it or ends it on the way: nobody waits in a circle.
    await lockPayment(tx, ctx, await readBooking(tx, ctx, input.bookingId));
    const hold = await lockBooking(tx, ctx, input.bookingId);
    requireOwnerOrManager(ctx, hold);
    if (hold.status === "expired") return bookingView(hold, ctx);
    if (hold.status !== "held") throw wrongState(hold.status, "release");
    await giveBack(tx, ctx, hold, "released");
    await tx.query(
      "UPDATE bookings SET status = 'expired', hold_expires_at = NULL, changed_at = $3 WHERE organization_id = $1 AND id = $2",
      [ctx.organizationId, hold.id, timestamp(ctx.clock.now())],
    );
    await recordAudit(tx, ctx, { action: "booking.release", subjectType: "booking", subjectId: hold.id });
    return bookingView(await readBooking(tx, ctx, hold.id), ctx);
  });
}
