import type { Context, Sql } from "@working-social/db";
import { inTransaction, read, timestamp } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { emit } from "../../events.ts";

interface DueReminder {
  id: string;
  hoursBefore: number;
}

/**
 * Reminds the front desk of the requests of one organization that still wait, so many hours before their start as their
 * location says. Each reminder once; of several that are due at a time only the last; none that was due before the request
 * was made, since its own mail is as new. Returns how many were sent.
 */
export async function remindOfRequests(ctx: Context): Promise<number> {
  authorize(ctx, ...remindOfRequests.needs);
  const due = await read(ctx).query<DueReminder>(
    `SELECT b.id, min(h.hours)::int AS "hoursBefore"
     FROM bookings b JOIN locations l ON l.id = b.location_id CROSS JOIN LATERAL unnest(l.approval_reminder_hours) AS h(hours)
     WHERE b.organization_id = $1 AND b.status = 'pending_approval' AND b.starts_at > $2
       AND b.starts_at - h.hours * interval '1 hour' BETWEEN b.requested_at AND $2
     GROUP BY b.id HAVING b.reminded_hours_before IS NULL OR min(h.hours) < b.reminded_hours_before ORDER BY b.id`,
    [ctx.organizationId, timestamp(ctx.clock.now())],
  );
  let reminded = 0;
  for (const one of due) reminded += Number(await inTransaction(ctx, (tx) => remind(tx, ctx, one)));
  return reminded;
}
remindOfRequests.needs = ["lookAfterRequests"] as const;

async function remind(tx: Sql, ctx: Context, { id, hoursBefore }: DueReminder): Promise<boolean> {
  const noted = await tx.query<{ personId: string | null }>(
    `UPDATE bookings SET reminded_hours_before = $3 WHERE organization_id = $1 AND id = $2 AND status = 'pending_approval'
       AND (reminded_hours_before IS NULL OR reminded_hours_before > $3) RETURNING person_id AS "personId"`,
    [ctx.organizationId, id, hoursBefore],
  );
  const [row] = noted;
  if (!row) return false;
  await emit(tx, ctx, {
    name: "booking.request_reminded",
    subjectType: "booking",
    subjectId: id,
    data: { personId: row.personId, hoursBefore },
  });
  return true;
}
