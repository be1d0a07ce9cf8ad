import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { Interval } from "@working-social/kernel";
import { newId } from "@working-social/kernel";

/** A booking that another system has made. */
export interface ForeignBooking {
  /** What the caller knows it by. */
  rowKey: string;
  resourceId: string;
  /** Of the resource, in the order in which they are tried. */
  unitIds: readonly string[];
  /** null: nobody's. */
  personId: string | null;
  slot: Interval;
  title: string;
}

// The claim goes first and decides; the booking follows only where the claim was free. The foreign key from claim to
// booking is checked when the statement ends, so both stand or neither.
const INSERT = `
  WITH wanted AS (
    SELECT * FROM unnest($rowKeys::text[], $bookingIds::uuid[], $claimIds::uuid[], $unitIds::uuid[], $resourceIds::uuid[],
      $personIds::uuid[], $startsAt::timestamptz[], $endsAt::timestamptz[], $titles::text[])
      WITH ORDINALITY AS w(row_key, booking_id, claim_id, unit_id, resource_id, person_id, starts_at, ends_at, title, position)
  ), claimed AS (
    INSERT INTO claims (id, organization_id, booking_id, unit_id, starts_at, ends_at)
    SELECT claim_id, $organizationId, booking_id, unit_id, starts_at, ends_at FROM wanted ORDER BY position
    ON CONFLICT DO NOTHING RETURNING booking_id
  ), booked AS (
    INSERT INTO bookings (id, organization_id, location_id, resource_id, person_id, status, starts_at, ends_at, title, created_at, changed_at)
    SELECT booking_id, $organizationId, $locationId, resource_id, person_id, 'confirmed', starts_at, ends_at, title, $now, $now
    FROM wanted WHERE booking_id IN (SELECT booking_id FROM claimed) RETURNING id
  )
  SELECT row_key, booking_id FROM wanted WHERE booking_id IN (SELECT id FROM booked)`;

/**
 * Takes bookings that were made elsewhere in, within the caller's transaction: no rule, no price, and no event for each;
 * `claims_never_overlap` decides. Each is on the first of its units that is free; returns the booking of each row that found one.
 */
export async function recordImportedBookings(
  tx: Sql,
  ctx: Context,
  locationId: string,
  rows: readonly ForeignBooking[],
): Promise<Map<string, string>> {
  const created = new Map<string, string>();
  const unitsAtMost = Math.max(0, ...rows.map((row) => row.unitIds.length));
  for (let index = 0; index < unitsAtMost; index++) {
    const left = rows.filter((row) => !created.has(row.rowKey) && row.unitIds[index] !== undefined);
    const inserted = await tx.query<{ row_key: string; booking_id: string }>(INSERT, {
      organizationId: ctx.organizationId,
      locationId,
      rowKeys: left.map((row) => row.rowKey),
      bookingIds: left.map(() => newId()),
      claimIds: left.map(() => newId()),
      unitIds: left.map((row) => row.unitIds[index]),
      resourceIds: left.map((row) => row.resourceId),
      personIds: left.map((row) => row.personId),
      startsAt: left.map((row) => timestamp(row.slot.start)),
      endsAt: left.map((row) => timestamp(row.slot.end)),
      titles: left.map((row) => row.title),
      now: timestamp(ctx.clock.now()),
    });
    for (const row of inserted) created.set(row.row_key, row.booking_id);
  }
  return created;
}
