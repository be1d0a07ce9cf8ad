import type { Context, Sql } from "@working-social/db";
import { inTransaction, once, timestamp } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireOwnerOrManager } from "../rules/access.ts";
import { bookingView, lockBooking, readBooking } from "../queries/booking-row.ts";
import { refundBooking } from "../steps/refund-booking.ts";
import { lockPayment } from "../steps/paid-booking.ts";
import { wrongState } from "../rules/refusals.ts";
import type { BookingActInput, BookingView } from "../schema.ts";

/** Gives a held slot back before its time. A hold that is over already stays so. Refuses with wrong_state, not_found. */
export async function releaseHold(ctx: Context, input: BookingActInput): Promise<BookingView> {
  authorize(ctx, ...releaseHold.needs);
  const request = { key: input.idempotencyKey, procedure: "bookings.releaseHold", input };
  return inTransaction(ctx, (tx) => once(tx, ctx, request, () => release(tx, ctx, input.bookingId)));
}
releaseHold.needs = ["useSpace"] as const;

async function release(tx: Sql, ctx: Context, bookingId: string): Promise<BookingView> {
  // Credits before the hold, as for whoever confirms it or ends it on the way: nobody waits in a circle.
  await lockPayment(tx, ctx, await readBooking(tx, ctx, bookingId));
  const hold = await lockBooking(tx, ctx, bookingId);
  requireOwnerOrManager(ctx, hold);
  if (hold.status === "expired") return bookingView(hold, ctx);
  if (hold.status !== "held") throw wrongState(hold.status, "release");
  await refundBooking(tx, ctx, hold, "released");
  await tx.query(
    "UPDATE bookings SET status = 'expired', hold_expires_at = NULL, changed_at = $3 WHERE organization_id = $1 AND id = $2",
    [ctx.organizationId, hold.id, timestamp(ctx.clock.now())],
  );
  await emit(tx, ctx, {
    name: "booking.released",
    subjectType: "booking",
    subjectId: hold.id,
    data: { personId: hold.personId },
  });
  return bookingView(await readBooking(tx, ctx, hold.id), ctx);
}
