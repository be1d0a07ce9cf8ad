import type { Sql } from "@working-social/db";
import { expectDefined } from "@working-social/kernel";
import { timestamp } from "@working-social/db";
import type { Interval, Scope } from "@working-social/kernel";
import type { ResourceView } from "../../resources/schema.ts";
import { LONGEST_CLAIM } from "../../situation/queries/situation-sql.ts";

/**
 * Whether the units of a resource look free for a span (buffers included) at this moment, one booking left out. Only for
 * answers that promise nothing, such as a quote: who books finds out from claims_never_overlap.
 */
export async function looksFree(
  sql: Sql,
  scope: Pick<Scope, "clock">,
  resource: Pick<ResourceView, "allocation" | "units">,
  span: Interval,
  exceptBookingId: string | null,
): Promise<boolean> {
  const unitIds = resource.units.map((unit) => unit.id);
  const [row] = await sql.query<{ taken: number }>(
    `SELECT count(*)::int AS taken FROM unnest($1::uuid[]) AS u (id) WHERE EXISTS (
       SELECT FROM claims c JOIN bookings b ON b.id = c.booking_id
       WHERE c.unit_id = u.id AND c.released_at IS NULL AND c.booking_id IS DISTINCT FROM $2::uuid
         AND c.starts_at < $4::timestamptz AND c.ends_at > $3::timestamptz AND c.starts_at > $3 - ${LONGEST_CLAIM}
         AND NOT (b.status = 'held' AND b.hold_expires_at <= $5::timestamptz))`,
    [unitIds, exceptBookingId, timestamp(span.start), timestamp(span.end), timestamp(scope.clock.now())],
  );
  const { taken } = expectDefined(row, "The count of taken units has no row.");
  return resource.allocation === "one_unit" ? taken < unitIds.length : taken === 0 && unitIds.length > 0;
}
