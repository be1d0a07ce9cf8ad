import { recordImportedBookings } from "@working-social/booking";
import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { newId } from "@working-social/kernel";
import { conflictsOf } from "../queries/conflicts.ts";
import type { InvalidRow, ParsedRow } from "../formats/parse-row.ts";

/** What became of a row. unchanged: an earlier run had already taken it in. */
export type RowOutcome = "imported" | "shared_slot" | "double_booking" | "invalid" | "unchanged";

export interface RowResult {
  line: number;
  rowKey: string;
  outcome: RowOutcome;
  message: string | null;
}

/**
 * For the transaction: nobody's screen is told of each row, and no plan is kept from when the tables were smaller. A first import
 * fills tables of which the planner knew nothing. A foreign key's check that was planned then takes any index that begins with the
 * organization for as good as the one of its key, and reads all that were imported for each row.
 */
export async function prepareImport(tx: Sql): Promise<void> {
  await tx.query("SELECT set_config('app.quiet', 'on', true)");
  await tx.query("DISCARD PLANS");
}

/** What rows are taken in from, and where to. */
export interface ImportSource {
  locationId: string;
  source: string;
}

/** A parsed row whose room and person are known. */
export interface PlacedRow extends ParsedRow {
  resourceId: string;
  unitIds: string[];
  personId: string | null;
}

/** Rows of this source that an earlier run took in; invalid and double-booked ones get another chance. */
export async function rowsTakenBefore(tx: Sql, ctx: Context, source: string, rowKeys: string[]): Promise<Set<string>> {
  const rows = await tx.query<{ row_key: string }>(
    `SELECT k.row_key FROM unnest($3::text[]) AS k(row_key) CROSS JOIN LATERAL (
       SELECT FROM imported_rows i WHERE i.organization_id = $1 AND i.source = $2 AND i.row_key = k.row_key
         AND i.outcome IN ('imported', 'shared_slot') LIMIT 1) i`,
    [ctx.organizationId, source, rowKeys],
  );
  return new Set(rows.map((row) => row.row_key));
}

interface Slot {
  resourceId: string;
  start: EpochMs;
  end: EpochMs;
}

const slotKey = ({ resourceId, start, end }: Slot) => `${resourceId} ${start} ${end}`;

/**
 * Takes placed rows in, in their order. Several rows for the same room at exactly the same time are one booking that
 * they share; a row that overlaps another booking otherwise is kept out by claims_never_overlap and says by what.
 */
export async function importRows(
  tx: Sql,
  ctx: Context,
  { locationId, source }: ImportSource,
  rows: PlacedRow[],
): Promise<{ results: RowResult[]; refused: RefusedRow[] }> {
  const bySlot = Map.groupBy(rows, (row) => slotKey({ resourceId: row.resourceId, ...row.slot }));
  const known = await importedBookings(tx, ctx, source, rows);
  const fresh = [...bySlot].flatMap(([key, [first]]) => (known.has(key) || !first ? [] : [first]));
  const created = await recordImportedBookings(tx, ctx, locationId, fresh);
  const bookingOf = ([key, [first]]: [string, PlacedRow[]]) =>
    known.get(key) ?? (first && created.get(first.rowKey)) ?? null;
  const taken = [...bySlot].flatMap(([key, slotRows]) => {
    const bookingId = bookingOf([key, slotRows]);
    if (bookingId === null) return [];
    return slotRows.map((row) =>
      created.has(row.rowKey)
        ? result(row, "imported", bookingId, null)
        : result(row, "shared_slot", bookingId, SHARED),
    );
  });
  await recordRows(tx, ctx, { locationId, source }, taken); // before the conflicts, which name rows of this same batch
  const refused = [...bySlot].filter((slot) => bookingOf(slot) === null).flatMap(([, slotRows]) => slotRows);
  const conflicts = await conflictsOf(tx, refused);
  const doubles = refused.map((row) => {
    const message = `${row.resourceName} is taken then: ${conflicts.get(row.rowKey) ?? "by another booking"}.`;
    return { ...row, message };
  });
  const refusedResults = doubles.map((row) => result(row, "double_booking", null, row.message));
  await recordRows(tx, ctx, { locationId, source }, refusedResults);
  return { results: [...taken, ...refusedResults].map(({ bookingId: _, ...row }) => row), refused: doubles };
}

/** A row that was kept out as a double booking, and why. */
export interface RefusedRow extends PlacedRow {
  message: string;
}

const SHARED = "The same room at the same time as an earlier row: one booking.";

/** Notes the rows that can't be bookings, so that the record of the source is complete. */
export async function recordInvalid(
  tx: Sql,
  ctx: Context,
  { locationId, source }: ImportSource,
  rows: InvalidRow[],
): Promise<RowResult[]> {
  const results = rows.map((row) => result(row, "invalid", null, row.message));
  await recordRows(tx, ctx, { locationId, source }, results);
  return results.map(({ bookingId: _, ...row }) => row);
}

export type RecordedResult = RowResult & { bookingId: string | null };

function result(
  row: { line: number; rowKey: string },
  outcome: RowOutcome,
  bookingId: string | null,
  message: string | null,
): RecordedResult {
  return { line: row.line, rowKey: row.rowKey, outcome, bookingId, message };
}

/** Bookings of this source that stand at exactly these slots already, from earlier batches and runs. */
async function importedBookings(
  tx: Sql,
  ctx: Context,
  source: string,
  rows: PlacedRow[],
): Promise<Map<string, string>> {
  const found = await tx.query<{ id: string; resource_id: string; starts_at: EpochMs; ends_at: EpochMs }>(
    `SELECT DISTINCT b.id, b.resource_id, b.starts_at, b.ends_at
     FROM unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) AS wanted(resource_id, starts_at, ends_at)
     CROSS JOIN LATERAL (
       SELECT b.id, b.resource_id, b.starts_at, b.ends_at, b.organization_id FROM bookings b
       WHERE b.resource_id = wanted.resource_id AND b.starts_at = wanted.starts_at AND b.ends_at = wanted.ends_at AND b.status = 'confirmed'
       OFFSET 0) b
     CROSS JOIN LATERAL (
       SELECT FROM imported_rows i WHERE i.organization_id = b.organization_id AND i.booking_id = b.id AND i.source = $1 LIMIT 1) i`,
    [
      source,
      rows.map((row) => row.resourceId),
      rows.map((row) => timestamp(row.slot.start)),
      rows.map((row) => timestamp(row.slot.end)),
    ],
  );
  return new Map(found.map((b) => [slotKey({ resourceId: b.resource_id, start: b.starts_at, end: b.ends_at }), b.id]));
}

export async function recordRows(
  tx: Sql,
  ctx: Context,
  { locationId, source }: ImportSource,
  results: RecordedResult[],
): Promise<void> {
  if (results.length === 0) return;
  await tx.query(
    `INSERT INTO imported_rows (id, organization_id, location_id, source, row_key, outcome, message, booking_id, created_at)
     SELECT r.id, $organizationId, $locationId, $source, r.row_key, r.outcome::import_outcome, r.message, r.booking_id, $now
     FROM unnest($ids::uuid[], $rowKeys::text[], $outcomes::text[], $messages::text[], $bookingIds::uuid[]) AS r(id, row_key, outcome,
       message, booking_id)
     ON CONFLICT (organization_id, source, row_key) DO UPDATE
       SET outcome = excluded.outcome, message = excluded.message, booking_id = excluded.booking_id`,
    {
      organizationId: ctx.organizationId,
      locationId,
      source,
      ids: results.map(() => newId()),
      rowKeys: results.map((row) => row.rowKey),
      outcomes: results.map((row) => row.outcome),
      messages: results.map((row) => row.message),
      bookingIds: results.map((row) => row.bookingId),
      now: timestamp(ctx.clock.now()),
    },
  );
}
