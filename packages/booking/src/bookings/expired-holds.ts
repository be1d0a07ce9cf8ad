import type { Sql } from "@working-social/db";
import { recordAudit, timestamp } from "@working-social/db";
import type { Interval, Scope } from "@working-social/kernel";

/** A hold that is over counts as free at once, whether or not the job has come by: it is ended on the way. */
const EXPIRE = `
  UPDATE bookings SET status = 'expired', hold_expires_at = NULL, changed_at = $2
  WHERE organization_id = $1 AND status = 'held' AND hold_expires_at <= $2`;

/** Ends the holds over their time that keep units of a resource from a span. Returns how many. */
export async function expireHoldsInTheWay(tx: Sql, scope: Scope, resourceId: string, span: Interval): Promise<number> {
  const expired = await tx.query<{ id: string }>(
    `${EXPIRE} AND id IN (SELECT c.booking_id FROM resource_units ru JOIN claims c ON c.unit_id = ru.unit_id
       WHERE ru.resource_id = $3::uuid AND c.released_at IS NULL AND c.starts_at < $5 AND c.ends_at > $4) RETURNING id`,
    [scope.organizationId, timestamp(scope.clock.now()), resourceId, timestamp(span.start), timestamp(span.end)],
  );
  return recordExpiry(tx, scope, expired);
}

/** Ends all holds of the organization that are over their time. Returns how many. */
export async function expireAllHolds(tx: Sql, scope: Scope): Promise<number> {
  const expired = await tx.query<{ id: string }>(`${EXPIRE} RETURNING id`, [
    scope.organizationId,
    timestamp(scope.clock.now()),
  ]);
  return recordExpiry(tx, scope, expired);
}

/** Time ended the hold, not whoever came by. */
async function recordExpiry(tx: Sql, scope: Scope, expired: { id: string }[]): Promise<number> {
  const byTime: Scope = { ...scope, actor: { kind: "system", name: "holds" } };
  for (const { id } of expired)
    await recordAudit(tx, byTime, { action: "booking.expire", subjectType: "booking", subjectId: id });
  return expired.length;
}
