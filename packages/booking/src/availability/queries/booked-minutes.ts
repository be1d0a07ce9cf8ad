import type { EpochMs } from "@working-social/kernel";
import type { Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { MonthDates } from "../rules/month.ts";

// A booking is cut at midnight only where it crosses one: width_bucket finds the days it touches without comparing it to
// every day. The two branches are those of the day view: the claim that reaches in, and those that start within.
const BOOKED_MINUTES = `
  WITH held AS (
    SELECT c.booking_id, c.starts_at, c.ends_at
    FROM resources r
    JOIN resource_units ru ON ru.resource_id = r.id
    CROSS JOIN LATERAL (
      (SELECT booking_id, starts_at, ends_at FROM claims
        WHERE unit_id = ru.unit_id AND released_at IS NULL AND starts_at < ($3::timestamptz[])[1] ORDER BY starts_at DESC LIMIT 1)
      UNION ALL
      (SELECT booking_id, starts_at, ends_at FROM claims
        WHERE unit_id = ru.unit_id AND released_at IS NULL AND starts_at >= ($3::timestamptz[])[1] AND starts_at < $4)
    ) c
    WHERE r.location_id = $1 AND r.archived_at IS NULL AND ($2::uuid IS NULL OR r.id = $2) AND c.ends_at > ($3::timestamptz[])[1]
  )
  SELECT day AS index, round(sum(extract(epoch FROM least(b.ends_at, coalesce(($3::timestamptz[])[day + 1], $4))
      - greatest(b.starts_at, ($3::timestamptz[])[day])) / 60))::int AS minutes
  FROM held h JOIN bookings b ON b.id = h.booking_id AND (b.status <> 'held' OR b.hold_expires_at > $5)
    AND b.starts_at < $4 AND b.ends_at > ($3::timestamptz[])[1]
  CROSS JOIN LATERAL generate_series(
    greatest(width_bucket(b.starts_at, $3::timestamptz[]), 1), width_bucket(b.ends_at - interval '1 microsecond', $3::timestamptz[])) AS day
  GROUP BY day`;

/** Booked minutes of each day, summed over units; neither buffers nor holds over their time count as booked. */
export async function bookedMinutes(
  sql: Sql,
  { locationId, resourceId }: { locationId: string; resourceId: string | null },
  days: MonthDates[],
  now: EpochMs,
): Promise<Map<number, number>> {
  const starts = days.map(({ day }) => timestamp(day.start));
  const end = days.at(-1);
  if (!end) return new Map();
  const rows = await sql.query<{ index: number; minutes: number }>(BOOKED_MINUTES, [
    locationId,
    resourceId,
    starts,
    timestamp(end.day.end),
    timestamp(now),
  ]);
  return new Map(rows.map((row) => [row.index - 1, row.minutes]));
}
