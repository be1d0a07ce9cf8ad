import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { EpochMs, Interval } from "@working-social/kernel";
import { expectDefined, formatInstant } from "@working-social/kernel";
import type { BookingRefusal } from "../../rules/refusals.ts";
import { cannotBook } from "../rules/refusals.ts";

/** A hold costs nothing, so that one person could keep a house for nothing: so many at a time are enough to decide between. */
export const MOST_OPEN_HOLDS = 3;
/** Who let a time go, or let its hold run out, leaves it to others for so long; booking it is possible at once. */
export const PAUSE_MINUTES = 15;

const MINUTE_MS = 60_000;

/** $1 organization, $2 person, $3 now, $4 resource, $5 and $6 slot, $7 since when a hold that ended matters. */
const HOLDS = `
  SELECT count(*) FILTER (WHERE b.status = 'held' AND b.hold_expires_at > $3::timestamptz)::int AS open,
    max(CASE b.status WHEN 'held' THEN b.hold_expires_at ELSE b.changed_at END)
      FILTER (WHERE b.resource_id = $4::uuid AND b.starts_at < $6::timestamptz AND b.ends_at > $5::timestamptz
        AND (b.status = 'expired' OR b.hold_expires_at <= $3)) AS "endedAt"
  FROM bookings b
  WHERE b.organization_id = $1 AND b.person_id = $2::uuid AND b.ends_at > $7::timestamptz
    AND (b.status = 'held' OR (b.status = 'expired' AND b.requested_at IS NULL AND b.changed_at > $7))`;

/**
 * Refuses with cannot_book and too_many_holds, or held_before, what would keep a time from others for nothing, over and over.
 * Whoever holds for the same person waits here, before the limits of rules are locked and the clock is read.
 */
export async function requireMayHold(
  tx: Sql,
  ctx: Context,
  { resourceId, personId, slot }: { resourceId: string; personId: string; slot: Interval },
): Promise<void> {
  await tx.query("SELECT id FROM people WHERE id = $1 FOR NO KEY UPDATE", [personId]);
  const now = ctx.clock.now();
  const [row] = await tx.query<{ open: number; endedAt: EpochMs | null }>(HOLDS, [
    ctx.organizationId,
    personId,
    timestamp(now),
    resourceId,
    timestamp(slot.start),
    timestamp(slot.end),
    timestamp(now - PAUSE_MINUTES * MINUTE_MS),
  ]);
  const found = expectDefined(row, "The count of holds has no row.");
  const refusals: BookingRefusal[] = [];
  const againAt = (found.endedAt ?? -Infinity) + PAUSE_MINUTES * MINUTE_MS;
  if (found.open >= MOST_OPEN_HOLDS) refusals.push({ code: "too_many_holds", max: MOST_OPEN_HOLDS });
  // Of a hold that ended in the future, by a clock that was ahead, nobody knows how long ago that was.
  if (againAt > now && againAt - now <= PAUSE_MINUTES * MINUTE_MS)
    refusals.push({ code: "held_before", againAt: formatInstant(againAt) });
  if (refusals.length > 0) throw cannotBook(refusals);
}
