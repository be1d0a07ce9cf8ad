import type { Context, Sql } from "@working-social/db";
import { recordAudit, timestamp } from "@working-social/db";
import type { BookingRow } from "./booking-row.ts";
import { bookingView, readBooking } from "./booking-row.ts";
import type { BookingView } from "./schema.ts";

export interface Ending {
  status: "cancelled" | "declined" | "deleted";
  /** noun.verb for the audit trail. */
  action: string;
  reason: string | null;
  feeMinor: number | null;
}

/** Ends a locked booking; a trigger gives its units back, whatever ended it. */
export async function endBooking(tx: Sql, ctx: Context, row: BookingRow, ending: Ending): Promise<BookingView> {
  const { status, action, reason, feeMinor } = ending;
  await tx.query(
    `UPDATE bookings SET status = $3::booking_status, hold_expires_at = NULL, reason = $4, cancellation_fee_minor = $5::bigint,
       cancelled_at = CASE WHEN $3 = 'cancelled' THEN $6::timestamptz END, sequence = sequence + 1, changed_at = $6
     WHERE organization_id = $1 AND id = $2`,
    [ctx.organizationId, row.id, status, reason, feeMinor, timestamp(ctx.clock.now())],
  );
  const data = feeMinor === null ? {} : { feeMinor, currency: row.currency ?? row.locationCurrency };
  await recordAudit(tx, ctx, {
    action,
    subjectType: "booking",
    subjectId: row.id,
    reason,
    data: { ...data, from: row.status },
  });
  return bookingView(await readBooking(tx, ctx, row.id), ctx);
}
