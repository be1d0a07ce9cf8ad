import type { Context, Sql } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import { bookingError } from "../../errors.ts";
import { requireOwnerOrManager } from "../access.ts";
import { lockBooking } from "../booking-row.ts";
import { cancellationPrice } from "../cancellation-price.ts";
import { endBooking } from "../end-booking.ts";
import type { BookingView, CancelBookingInput } from "../schema.ts";

/**
 * Cancels a booking: the record stays, the agreed policy decides the fee, and the time is free at once. Refuses with
 * fee_changed when the fee is not the one that the person saw, wrong_state, not_found.
 */
export function cancelBooking(ctx: Context, input: CancelBookingInput): Promise<BookingView> {
  const request = { key: input.idempotencyKey, procedure: "bookings.cancel", input };
  return inTransaction(ctx, (tx) => once(tx, ctx, request, () => cancel(tx, ctx, input)));
}

async function cancel(tx: Sql, ctx: Context, input: CancelBookingInput): Promise<BookingView> {
  const row = await lockBooking(tx, ctx, input.bookingId);
  requireOwnerOrManager(ctx, row);
  const { feeMinor } = cancellationPrice(row, ctx.clock.now());
  const currency = row.currency ?? row.locationCurrency;
  if (feeMinor !== input.expectedFeeMinor) throw bookingError({ code: "fee_changed", feeMinor, currency, credits: [] });
  return endBooking(tx, ctx, row, { status: "cancelled", action: "booking.cancel", reason: input.reason, feeMinor });
}
