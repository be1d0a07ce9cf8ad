import { lockOwners } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { Interval } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { readBooking } from "../queries/booking-row.ts";
import { refundBooking } from "./refund-booking.ts";

/**
 * A hold that is over counts as free at once, whether or not the job has come by: it is ended on the way. So do the credits
 * that it held; what it was promised of a later period has to be given back. $1 organization, $2 now.
 */
const OVER = `b.organization_id = $1 AND b.status = 'held' AND b.hold_expires_at <= $2`;
const DUE = `SELECT b.id, b.person_id AS "personId",
    EXISTS (SELECT FROM credit_schedules s WHERE s.organization_id = $1 AND s.cause_type = 'booking' AND s.cause_id = b.id::text)
      OR EXISTS (SELECT FROM charges c WHERE c.organization_id = $1 AND c.cause_type = 'booking' AND c.cause_id = b.id::text) AS "hasPromises"
  FROM bookings b WHERE ${OVER}`;

interface DueHold {
  id: string;
  personId: string | null;
  hasPromises: boolean;
}

/** Ends the holds over their time that keep units of a resource from a span. Returns how many. */
export async function expireHoldsInTheWay(tx: Sql, ctx: Context, resourceId: string, span: Interval): Promise<number> {
  const due = await tx.query<DueHold>(
    `${DUE} AND b.id IN (SELECT c.booking_id FROM resource_units ru JOIN claims c ON c.unit_id = ru.unit_id
       WHERE ru.resource_id = $3::uuid AND c.released_at IS NULL AND c.starts_at < $5 AND c.ends_at > $4)`,
    [ctx.organizationId, timestamp(ctx.clock.now()), resourceId, timestamp(span.start), timestamp(span.end)],
  );
  return expire(tx, ctx, due);
}

/** Ends all holds of the organization that are over their time. Returns how many. */
export async function expireAllHolds(tx: Sql, ctx: Context): Promise<number> {
  return expire(tx, ctx, await tx.query<DueHold>(DUE, [ctx.organizationId, timestamp(ctx.clock.now())]));
}

/** Credits before bookings, as everywhere: nobody waits in a circle. */
async function expire(tx: Sql, ctx: Context, due: readonly DueHold[]): Promise<number> {
  if (due.length === 0) return 0;
  const promised = due.filter((hold) => hold.hasPromises);
  if (promised.length > 0)
    await lockOwners(tx, ctx, [], [...new Set(promised.flatMap(({ personId }) => personId ?? []))]);
  const expired = await tx.query<{ id: string }>(
    `UPDATE bookings b SET status = 'expired', hold_expires_at = NULL, changed_at = $2 WHERE ${OVER} AND b.id = ANY($3::uuid[]) RETURNING id`,
    [ctx.organizationId, timestamp(ctx.clock.now()), due.map(({ id }) => id)],
  );
  // Time ended the hold, not whoever came by.
  const byTime: Context = { ...ctx, actor: { kind: "job", job: "expire_holds" } };
  for (const { id } of expired) {
    if (promised.some((hold) => hold.id === id))
      await refundBooking(tx, byTime, await readBooking(tx, ctx, id), "expired");
    await emit(tx, byTime, { name: "booking.expired", subjectType: "booking", subjectId: id, data: {} });
  }
  return expired.length;
}
