import { recordImportedBookings } from "@working-social/booking";
import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { EpochMs, Interval } from "@working-social/kernel";
import { durationMinutes, subtract } from "@working-social/kernel";
import type { ImportRequest } from "../commands/import-bookings.ts";
import type { RefusedRow } from "./import-rows.ts";
import { prepareImport, recordRows } from "./import-rows.ts";
import { clockTime, dayAndTime } from "../formats/local-words.ts";

/** What double bookings leave: time that somebody wanted and nobody has, and that is therefore shown as free. */
export interface LeftoverTime {
  rows: number;
  minutes: number;
  isBlocked: boolean;
}

/**
 * Finds the part of each refused row's time that no booking takes, says so in the row's message, and, where the request wants it,
 * blocks it by bookings of nobody under the row's title. To be asked when all rows are in: until then a later one may want it.
 */
export async function settleLeftovers(
  tx: Sql,
  ctx: Context,
  request: ImportRequest,
  zone: string,
  rows: readonly RefusedRow[],
): Promise<{ left: LeftoverTime; messages: Map<string, string> }> {
  const { locationId, mapping, isBlocking = false } = request;
  await prepareImport(tx);
  const leftovers = await leftoversOf(tx, rows);
  if (isBlocking) await block(tx, ctx, locationId, rows);
  const messages = new Map<string, string>();
  const results = rows.flatMap((row) => {
    const spans = leftovers.get(row.rowKey) ?? [];
    if (spans.length === 0) return [];
    const message = `${row.message} ${sentence(row.resourceName, spans, zone, isBlocking)}`;
    messages.set(row.rowKey, message);
    return [{ line: row.line, rowKey: row.rowKey, outcome: "double_booking" as const, bookingId: null, message }];
  });
  await recordRows(tx, ctx, { locationId, source: mapping.source }, results);
  const minutes = [...leftovers.values()].flat().reduce((sum, span) => sum + durationMinutes(span), 0);
  return { left: { rows: results.length, minutes, isBlocked: isBlocking }, messages };
}

function sentence(room: string, spans: readonly Interval[], zone: string, isBlocked: boolean): string {
  const when = spans
    .map(({ start, end }) => `from ${dayAndTime(start, zone)} to ${clockTime(end, zone)}`)
    .join(" and ");
  return isBlocked ? `${room} is blocked ${when}.` : `${room} is shown as free ${when}.`;
}

/** By row key; rows whose time is all taken are not in it. */
async function leftoversOf(tx: Sql, rows: readonly RefusedRow[]): Promise<Map<string, Interval[]>> {
  const taken = await tx.query<{ row_key: string; starts_at: EpochMs; ends_at: EpochMs }>(
    `SELECT w.row_key, c.starts_at, c.ends_at
     FROM unnest($1::text[], $2::uuid[], $3::timestamptz[], $4::timestamptz[]) AS w(row_key, unit_id, starts_at, ends_at)
     CROSS JOIN LATERAL (
       (SELECT starts_at, ends_at FROM claims WHERE unit_id = w.unit_id AND released_at IS NULL AND starts_at < w.starts_at ORDER BY starts_at DESC LIMIT 1)
       UNION ALL
       (SELECT starts_at, ends_at FROM claims WHERE unit_id = w.unit_id AND released_at IS NULL AND starts_at >= w.starts_at AND starts_at < w.ends_at)
     ) c`,
    [
      rows.map((row) => row.rowKey),
      rows.map((row) => row.unitIds[0]),
      rows.map((row) => timestamp(row.slot.start)),
      rows.map((row) => timestamp(row.slot.end)),
    ],
  );
  const takenOf = Map.groupBy(taken, (claim) => claim.row_key);
  const leftovers = rows.map((row): [string, Interval[]] => {
    const claims = (takenOf.get(row.rowKey) ?? []).map((claim) => ({ start: claim.starts_at, end: claim.ends_at }));
    return [row.rowKey, subtract([row.slot], claims)];
  });
  return new Map(leftovers.filter(([, spans]) => spans.length > 0));
}

/** Rows may want the same leftovers in part: what one has blocked is taken from what the others still leave, until nothing is. */
async function block(tx: Sql, ctx: Context, locationId: string, rows: readonly RefusedRow[]): Promise<void> {
  for (;;) {
    const leftovers = await leftoversOf(tx, rows);
    const wanted = rows.flatMap((row) =>
      (leftovers.get(row.rowKey) ?? []).map((slot, index) => ({
        ...row,
        rowKey: `${row.rowKey}#${index}`,
        slot,
        unitIds: row.unitIds.slice(0, 1),
        personId: null,
      })),
    );
    if (wanted.length === 0 || (await recordImportedBookings(tx, ctx, locationId, wanted)).size === 0) return;
  }
}
