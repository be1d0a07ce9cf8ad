import type { Context, Sql } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import { bookingError } from "../../errors.ts";
import { areSameCredits } from "../../rules/credit-line.ts";
import { requireOwnerOrManager } from "../access.ts";
import { bookingView, isUnanswered, lockBooking } from "../booking-row.ts";
import type { CancellationPrice } from "../cancellation-price.ts";
import { cancellationPrice, requireCancellable } from "../cancellation-price.ts";
import { endBooking } from "../end-booking.ts";
import type { TellAct } from "../acts.ts";
import { tellNobody } from "../acts.ts";
import { costOf, lockPayment } from "../paid-booking.ts";
import type { BookingView, CancelBookingInput } from "../schema.ts";

/**
 * Cancels a booking: the record stays, the agreed policy decides what it keeps of money and credits, the rest comes back,
 * and the time is free at once. A request for approval can be cancelled at any time. Refuses with fee_changed when that is not what the person saw, wrong_state, not_found.
 */
export function cancelBooking(
  ctx: Context,
  input: CancelBookingInput,
  tell: TellAct = tellNobody,
): Promise<BookingView> {
  const request = { key: input.idempotencyKey, procedure: "bookings.cancel", input };
  return inTransaction(ctx, (tx) => once(tx, ctx, request, () => cancel(tx, ctx, input, tell)));
}

async function cancel(tx: Sql, ctx: Context, input: CancelBookingInput, tell: TellAct): Promise<BookingView> {
  const row = await lockBooking(tx, ctx, input.bookingId);
  const isForOther = requireOwnerOrManager(ctx, row);
  // Time was quicker: everything is back already.
  if (isUnanswered(row)) return bookingView(row, ctx);
  requireCancellable(row, ctx.clock.now());
  await lockPayment(tx, ctx, row);
  // After the locks: who waited over the end of the free period pays what is asked then.
  const now = ctx.clock.now();
  requireCancellable(row, now);
  const price = cancellationPrice(row, await costOf(tx, ctx, row), now);
  const { feeMinor, credits } = price;
  const currency = row.currency ?? row.locationCurrency;
  if (!isExpected(price, input)) throw bookingError({ code: "fee_changed", feeMinor, currency, credits });
  const kept = credits.flatMap(({ unit, kept: quantity }) => (quantity > 0 ? [{ unit, quantity }] : []));
  const fee = { feeMinor, credits: kept };
  const booking = await endBooking(tx, ctx, row, {
    status: "cancelled",
    because: "cancelled",
    action: "booking.cancel",
    reason: input.reason,
    fee,
  });
  await tell(tx, ctx, { kind: "cancelled", booking, before: null, isForOther });
  return booking;
}

function isExpected(
  { feeMinor, credits }: CancellationPrice,
  { expectedFeeMinor, expectedKept = [] }: CancelBookingInput,
) {
  const kept = credits.map(({ unit, kept: quantity }) => ({ unit, quantity }));
  return feeMinor === expectedFeeMinor && areSameCredits(kept, expectedKept);
}
