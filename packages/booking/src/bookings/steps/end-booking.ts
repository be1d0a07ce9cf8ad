import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { BookingEvent } from "../../events.ts";
import { emit } from "../../events.ts";
import type { BookingRow } from "../queries/booking-row.ts";
import { bookingView, readBooking } from "../queries/booking-row.ts";
import type { RefundReason, Keeping } from "./refund-booking.ts";
import { refundBooking } from "./refund-booking.ts";
import type { BookingView } from "../schema.ts";

type EndingEvent = Extract<
  BookingEvent["name"],
  `booking.${"cancelled" | "cancelled_by_house" | "declined" | "deleted" | "request_expired"}`
>;

export interface Ending {
  status: "cancelled" | "declined" | "deleted" | "expired";
  /** Why its price comes back, as the statement says it. */
  because: RefundReason;
  /** What is said to have happened. */
  event: EndingEvent;
  reason: string | null;
  /** What stays of its price; null: nothing, and no word of a fee. */
  fee: Keeping | null;
  /** Why nothing of it stays, where staff let the member off. */
  waivedBecause?: string | undefined;
}

/** Ends a locked booking and gives its price back, but for the fee; a trigger frees its units, whatever ended it. */
export async function endBooking(tx: Sql, ctx: Context, row: BookingRow, ending: Ending): Promise<BookingView> {
  const { status, because, event, reason, fee, waivedBecause = null } = ending;
  await refundBooking(tx, ctx, row, because, fee ?? undefined);
  await tx.query(
    `UPDATE bookings SET status = $3::booking_status, hold_expires_at = NULL, reason = $4, cancellation_fee_minor = $5::bigint, cancellation_fee_credits = $7::jsonb,
       fee_waived_because = $8,
       cancelled_at = CASE WHEN $3 = 'cancelled' THEN $6::timestamptz END, sequence = sequence + 1, changed_at = $6
     WHERE organization_id = $1 AND id = $2`,
    [
      ctx.organizationId,
      row.id,
      status,
      reason,
      fee?.feeMinor ?? null,
      timestamp(ctx.clock.now()),
      fee && fee.credits.length > 0 ? JSON.stringify(fee.credits) : null,
      waivedBecause,
    ],
  );
  const kept = fee && fee.credits.length > 0 ? { keptCredits: fee.credits } : {};
  const data = fee === null ? {} : { feeMinor: fee.feeMinor, currency: row.currency ?? row.locationCurrency, ...kept };
  await emit(tx, ctx, {
    name: event,
    subjectType: "booking",
    subjectId: row.id,
    reason,
    data: { personId: row.personId, from: row.status, ...data },
  });
  return bookingView(await readBooking(tx, ctx, row.id), ctx);
}
