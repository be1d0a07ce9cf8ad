import type { Context, Sql } from "@working-social/db";
import { inTransaction, read, timestamp } from "@working-social/db";
import { bookingView, readBooking } from "../booking-row.ts";
import type { TellOfBooking } from "../tell-of-booking.ts";

interface DueReminder {
  id: string;
  hoursBefore: number;
}

/**
 * Reminds the front desk of the requests of one organization that still wait, so many hours before their start as their
 * location says. Each reminder once; of several that are due at a time only the last; none that was due before the request
 * was made, since its own mail is as new. Returns how many were sent.
 */
export async function remindOfRequests(ctx: Context, tell: TellOfBooking): Promise<number> {
  const due = await read(ctx).query<DueReminder>(
    `SELECT b.id, min(h.hours)::int AS "hoursBefore"
     FROM bookings b JOIN locations l ON l.id = b.location_id CROSS JOIN LATERAL unnest(l.approval_reminder_hours) AS h(hours)
     WHERE b.organization_id = $1 AND b.status = 'pending_approval' AND b.starts_at > $2
       AND b.starts_at - h.hours * interval '1 hour' BETWEEN b.requested_at AND $2
     GROUP BY b.id HAVING b.reminded_hours_before IS NULL OR min(h.hours) < b.reminded_hours_before ORDER BY b.id`,
    [ctx.organizationId, timestamp(ctx.clock.now())],
  );
  let reminded = 0;
  for (const one of due) reminded += Number(await inTransaction(ctx, (tx) => remind(tx, ctx, one, tell)));
  return reminded;
}

async function remind(tx: Sql, ctx: Context, { id, hoursBefore }: DueReminder, tell: TellOfBooking): Promise<boolean> {
  const noted = await tx.query(
    `UPDATE bookings SET reminded_hours_before = $3 WHERE organization_id = $1 AND id = $2 AND status = 'pending_approval'
       AND (reminded_hours_before IS NULL OR reminded_hours_before > $3) RETURNING id`,
    [ctx.organizationId, id, hoursBefore],
  );
  if (noted.length === 0) return false;
  await tell(tx, ctx, bookingView(await readBooking(tx, ctx, id), ctx), "request_reminder");
  return true;
}
