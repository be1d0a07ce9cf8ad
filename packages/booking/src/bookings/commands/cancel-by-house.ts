import type { Context, Sql } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { lockBooking } from "../queries/booking-row.ts";
import { endBooking } from "../steps/end-booking.ts";
import { requireNoOwnFee } from "../steps/require-no-own-fee.ts";
import { wrongState } from "../rules/refusals.ts";
import type { BookingView, CancelByHouseInput } from "../schema.ts";

/**
 * Cancels somebody's booking since the house must: no fee whatever was agreed, everything back, also out of credits that have
 * ended meanwhile, and a mail with the reason. Of one that runs too; a hold is let go instead. For staff. Refuses with not_allowed (also for who would be let off a fee of their own), not_found,
 * wrong_state, idempotency_key_reused.
 */
export async function cancelByHouse(ctx: Context, input: CancelByHouseInput): Promise<BookingView> {
  authorize(ctx, ...cancelByHouse.needs);
  const request = { key: input.idempotencyKey, procedure: "bookings.cancelByHouse", input };
  return inTransaction(ctx, (tx) => once(tx, ctx, request, () => cancel(tx, ctx, input)));
}
cancelByHouse.needs = ["manageBookings"] as const;

async function cancel(tx: Sql, ctx: Context, input: CancelByHouseInput): Promise<BookingView> {
  const row = await lockBooking(tx, ctx, input.bookingId);
  const isCancellable = row.status === "confirmed" || row.status === "pending_approval";
  if (!isCancellable) throw wrongState(row.status, "cancel");
  if (row.endsAt <= ctx.clock.now()) throw wrongState("ended", "cancel");
  await requireNoOwnFee(tx, ctx, row);
  return endBooking(tx, ctx, row, {
    status: "cancelled",
    because: "cancelled_by_house",
    event: "booking.cancelled_by_house",
    reason: input.reason,
    fee: null,
  });
}
