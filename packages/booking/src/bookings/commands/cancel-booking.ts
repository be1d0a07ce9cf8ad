import type { Context, Sql } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import { authorize, notAllowed } from "@working-social/kernel";
import type { BookingEvent } from "../../events.ts";
import { emit } from "../../events.ts";
import { bookingError } from "../../errors.ts";
import { areSameCredits } from "../../rules/credit-line.ts";
import { requireOwnerOrManager } from "../rules/access.ts";
import { bookingView, lockBooking } from "../queries/booking-row.ts";
import { isUnanswered } from "../rules/request.ts";
import type { CancellationPrice } from "../rules/cancellation-price.ts";
import { cancellationPrice, requireCancellable } from "../rules/cancellation-price.ts";
import { endBooking } from "../steps/end-booking.ts";
import { costOf, lockPayment } from "../steps/paid-booking.ts";
import type { BookingView, CancelBookingInput } from "../schema.ts";

/**
 * Cancels a booking: the record stays, the agreed policy decides what it keeps of money and credits, the rest comes back,
 * and the time is free at once. A request for approval can be cancelled at any time. Refuses with fee_changed when that is not what the person saw, wrong_state, not_found, and
 * not_allowed for who would waive a fee of their own.
 */
export async function cancelBooking(ctx: Context, input: CancelBookingInput): Promise<BookingView> {
  authorize(ctx, ...cancelBooking.needs);
  const request = { key: input.idempotencyKey, procedure: "bookings.cancel", input };
  return inTransaction(ctx, (tx) => once(tx, ctx, request, () => cancel(tx, ctx, input)));
}
cancelBooking.needs = ["useSpace"] as const;

async function cancel(tx: Sql, ctx: Context, input: CancelBookingInput): Promise<BookingView> {
  const row = await lockBooking(tx, ctx, input.bookingId);
  const isForOther = requireOwnerOrManager(ctx, row);
  if (input.waiveFeeBecause !== undefined && !isForOther) throw notAllowed("waive_fee");
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
  const waivedBecause = input.waiveFeeBecause;
  const fee = waivedBecause === undefined ? { feeMinor, credits: kept } : { feeMinor: 0, credits: [] };
  if (waivedBecause !== undefined)
    await recordWaiver(tx, ctx, row.id, { reason: waivedBecause, waived: { feeMinor, currency, credits: kept } });
  return endBooking(tx, ctx, row, {
    status: "cancelled",
    because: "cancelled",
    event: "booking.cancelled",
    reason: input.reason,
    fee,
    waivedBecause,
  });
}

interface Waiver {
  reason: string;
  waived: Extract<BookingEvent, { name: "booking.fee_waived" }>["data"]["waived"];
}

/** What it would have been, and why it is not. */
function recordWaiver(tx: Sql, ctx: Context, bookingId: string, { reason, waived }: Waiver): Promise<void> {
  return emit(tx, ctx, {
    name: "booking.fee_waived",
    subjectType: "booking",
    subjectId: bookingId,
    reason,
    data: { waived },
  });
}

function isExpected(
  { feeMinor, credits }: CancellationPrice,
  { expectedFeeMinor, expectedKept = [] }: CancelBookingInput,
) {
  const kept = credits.map(({ unit, kept: quantity }) => ({ unit, quantity }));
  return feeMinor === expectedFeeMinor && areSameCredits(kept, expectedKept);
}
