import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, formatInstant } from "@working-social/kernel";
import { requireOwnerOrManager } from "../rules/access.ts";
import { readBooking } from "../queries/booking-row.ts";
import { cancellationPrice, requireCancellable } from "../rules/cancellation-price.ts";
import { costOf } from "../steps/paid-booking.ts";
import type { BookingIdInput, CancellationPreview } from "../schema.ts";

/** What cancelling would cost now: shown before the click. Refuses with wrong_state, not_found. */
export async function previewCancellation(ctx: Context, input: BookingIdInput): Promise<CancellationPreview> {
  authorize(ctx, ...previewCancellation.needs);
  const row = await readBooking(read(ctx), ctx, input.bookingId);
  requireOwnerOrManager(ctx, row);
  const now = ctx.clock.now();
  requireCancellable(row, now);
  const { feeMinor, feePercent, freeUntil, credits } = cancellationPrice(row, await costOf(read(ctx), ctx, row), now);
  return {
    feeMinor,
    feePercent,
    credits,
    currency: row.currency ?? row.locationCurrency,
    freeUntil: freeUntil === null ? null : formatInstant(freeUntil),
  };
}
previewCancellation.needs = ["useSpace"] as const;
