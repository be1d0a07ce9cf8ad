import type { Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import type { PlacedRow } from "../steps/import-rows.ts";
import { clockTime, dayAndTime } from "../formats/local-words.ts";

/** For each refused row, the booking in its way, in words. */
export async function conflictsOf(tx: Sql, rows: PlacedRow[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map();
  const found = await tx.query<{
    row_key: string;
    starts_at: EpochMs;
    ends_at: EpochMs;
    zone: string;
    title: string;
    source_row: string | null;
  }>(
    `SELECT DISTINCT ON (w.row_key) w.row_key, b.title, i.row_key AS source_row, b.starts_at, b.ends_at, l.time_zone AS zone
     FROM unnest($1::text[], $2::uuid[], $3::timestamptz[], $4::timestamptz[]) AS w(row_key, unit_id, starts_at, ends_at)
     JOIN LATERAL (
       (SELECT booking_id, ends_at FROM claims WHERE unit_id = w.unit_id AND released_at IS NULL AND starts_at < w.starts_at ORDER BY starts_at DESC LIMIT 1)
       UNION ALL
       (SELECT booking_id, ends_at FROM claims WHERE unit_id = w.unit_id AND released_at IS NULL AND starts_at >= w.starts_at AND starts_at < w.ends_at)
     ) c ON c.ends_at > w.starts_at
     JOIN bookings b ON b.id = c.booking_id JOIN locations l ON l.id = b.location_id
     LEFT JOIN imported_rows i ON i.organization_id = b.organization_id AND i.booking_id = b.id AND i.outcome = 'imported'
     ORDER BY w.row_key, b.starts_at`,
    [
      rows.map((row) => row.rowKey),
      rows.map((row) => row.unitIds[0]),
      rows.map((row) => timestamp(row.slot.start)),
      rows.map((row) => timestamp(row.slot.end)),
    ],
  );
  const words = (c: (typeof found)[number]) => {
    const when = `from ${dayAndTime(c.starts_at, c.zone)} to ${clockTime(c.ends_at, c.zone)}`;
    return `${c.title === "" ? "a booking" : `"${c.title}"`} ${when}${c.source_row === null ? "" : ` (row ${c.source_row})`}`;
  };
  return new Map(found.map((conflict) => [conflict.row_key, words(conflict)]));
}
