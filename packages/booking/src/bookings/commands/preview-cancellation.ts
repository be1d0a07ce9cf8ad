import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import { formatInstant } from "@working-social/kernel";
import { requireOwnerOrManager } from "../access.ts";
import { readBooking } from "../booking-row.ts";
import { cancellationPrice } from "../cancellation-price.ts";
import type { BookingIdInput, CancellationPreview } from "../schema.ts";

/** What cancelling would cost now: shown before the click. Refuses with wrong_state, not_found. */
export async function previewCancellation(ctx: Context, input: BookingIdInput): Promise<CancellationPreview> {
  const row = await readBooking(read(ctx), ctx, input.bookingId);
  requireOwnerOrManager(ctx, row);
  const { feeMinor, feePercent, freeUntil } = cancellationPrice(row, ctx.clock.now());
  return {
    feeMinor,
    feePercent,
    credits: [],
    currency: row.currency ?? row.locationCurrency,
    freeUntil: freeUntil === null ? null : formatInstant(freeUntil),
  };
}
