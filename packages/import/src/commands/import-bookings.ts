import type { Context, Sql } from "@working-social/db";
import { inTransaction, read } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import { emit } from "../events.ts";
import type { RefusedRow, RowOutcome, RowResult } from "../steps/import-rows.ts";
import { importRows, prepareImport, recordInvalid, rowsTakenBefore } from "../steps/import-rows.ts";
import type { LeftoverTime } from "../steps/settle-leftovers.ts";
import { settleLeftovers } from "../steps/settle-leftovers.ts";
import type { Mapping } from "../schema.ts";
import type { InvalidRow, ParsedRow, SourceRow } from "../formats/parse-row.ts";
import { parseRow } from "../formats/parse-row.ts";
import type { RoomDetails } from "../steps/place-rows.ts";
import { createMissingResources, placeRows } from "../steps/place-rows.ts";

export interface ImportRequest {
  locationId: string;
  mapping: Mapping;
  rows: SourceRow[];
  /** Descriptions of rooms that may have to be made, by name. */
  roomDetails: RoomDetails;
  /** Tries everything, for exact results, and keeps nothing. */
  isDryRun: boolean;
  /** Whether time that double bookings leave is blocked; otherwise it is shown as free. */
  isBlocking?: boolean;
  onProgress?: (done: number, total: number) => void;
}

export interface ImportReport {
  counts: Record<RowOutcome, number>;
  resourcesCreated: number;
  /** Time of rows that were kept out as double bookings, which no booking takes. */
  leftover: LeftoverTime;
  /** Every row that did not simply become a booking, in the order of the file. */
  exceptions: RowResult[];
}

interface Batch {
  results: RowResult[];
  refused: RefusedRow[];
  resourcesCreated: number;
}

/** Rows in one transaction: a killed import has lost none of the batches before, and a second run goes on from there. */
const BATCH = 1_000;

/** Ends the transaction of a dry run with all that it did. */
class DryRunEnds extends Error {}

/**
 * Takes the booking history of another system in as a location's past (or future). No rule applies, since the bookings
 * were made under others; only the database's own constraint keeps overlaps out. A row that can't be taken in is
 * reported and stops nothing. Refuses with not_found for a location that isn't there.
 */
export async function importBookings(ctx: Context, request: ImportRequest): Promise<ImportReport> {
  authorize(ctx, ...importBookings.needs);
  const zone = await zoneOf(ctx, request.locationId);
  const rows = withoutRepeatedKeys(request.rows.map((row) => parseRow(row, request.mapping, zone)));
  const report = emptyReport(request);
  const refused: RefusedRow[] = [];
  const run = async (inBatch: <T>(work: (tx: Sql) => Promise<T>) => Promise<T>) => {
    for (let done = 0; done < rows.length; done += BATCH) {
      const batch = rows.slice(done, done + BATCH);
      const taken = await inBatch((tx) => importAndTell(tx, ctx, request, batch));
      addTo(report, taken);
      refused.push(...taken.refused);
      request.onProgress?.(Math.min(rows.length, done + BATCH), rows.length);
    }
    for (let done = 0; done < refused.length; done += BATCH) {
      const batch = refused.slice(done, done + BATCH);
      addLeftovers(report, await inBatch((tx) => settleLeftovers(tx, ctx, request, zone, batch)));
    }
  };
  if (request.isDryRun) await rolledBack(ctx, (tx) => run((work) => work(tx)));
  else await run((work) => inTransaction(ctx, work));
  report.exceptions.sort((a, b) => a.line - b.line);
  return report;
}
importBookings.needs = ["importBookings"] as const;

/** Each batch says what it did in its own transaction: an import that is killed has told of all that it leaves. */
async function importAndTell(
  tx: Sql,
  ctx: Context,
  request: ImportRequest,
  rows: (ParsedRow | InvalidRow)[],
): Promise<Batch> {
  const batch = await importBatch(tx, ctx, request, rows);
  const counts = { ...NONE };
  for (const { outcome } of batch.results) counts[outcome]++;
  if (counts.unchanged < rows.length)
    await emit(tx, ctx, {
      name: "bookings.imported",
      subjectType: "location",
      subjectId: request.locationId,
      data: { source: request.mapping.source, counts },
    });
  return batch;
}

async function importBatch(
  tx: Sql,
  ctx: Context,
  request: ImportRequest,
  batch: (ParsedRow | InvalidRow)[],
): Promise<Batch> {
  const { locationId, mapping } = request;
  await prepareImport(tx);
  const taken = await rowsTakenBefore(
    tx,
    ctx,
    mapping.source,
    batch.map((row) => row.rowKey),
  );
  const left = batch.filter((row) => !taken.has(row.rowKey));
  const parsed = left.filter((row): row is ParsedRow => "slot" in row);
  const resourcesCreated = await createMissingResources(tx, ctx, request, parsed);
  const { placed, unplaced } = await placeRows(tx, locationId, parsed);
  const invalid = [...left.filter((row): row is InvalidRow => "message" in row), ...unplaced];
  const unchanged = batch
    .filter((row) => taken.has(row.rowKey))
    .map((row): RowResult => ({ line: row.line, rowKey: row.rowKey, outcome: "unchanged", message: null }));
  const from = { locationId, source: mapping.source };
  const recorded = await recordInvalid(tx, ctx, from, invalid);
  const { results, refused } = await importRows(tx, ctx, from, placed);
  return { resourcesCreated, refused, results: [...unchanged, ...recorded, ...results] };
}

async function zoneOf(ctx: Context, locationId: string): Promise<string> {
  const [location] = await read(ctx).query<{ time_zone: string }>("SELECT time_zone FROM locations WHERE id = $1", [
    locationId,
  ]);
  if (!location) throw notFound("location");
  return location.time_zone;
}

/** Two rows with one key can't both be remembered: the later ones are errors of the file. */
function withoutRepeatedKeys(rows: (ParsedRow | InvalidRow)[]): (ParsedRow | InvalidRow)[] {
  const firstLine = new Map<string, number>();
  return rows.map((row) => {
    const first = firstLine.get(row.rowKey);
    firstLine.set(row.rowKey, first ?? row.line);
    if (first === undefined) return row;
    return {
      line: row.line,
      rowKey: `${row.rowKey} (line ${row.line})`,
      message: `Line ${first} has the same key, "${row.rowKey}".`,
    };
  });
}

async function rolledBack(ctx: Context, work: (tx: Sql) => Promise<void>): Promise<void> {
  try {
    await inTransaction(ctx, async (tx) => {
      await work(tx);
      throw new DryRunEnds();
    });
  } catch (error) {
    if (!(error instanceof DryRunEnds)) throw error;
  }
}

const NONE: Readonly<Record<RowOutcome, number>> = {
  imported: 0,
  shared_slot: 0,
  double_booking: 0,
  invalid: 0,
  unchanged: 0,
};

function emptyReport({ isBlocking = false }: ImportRequest): ImportReport {
  return {
    counts: { ...NONE },
    resourcesCreated: 0,
    leftover: { rows: 0, minutes: 0, isBlocked: isBlocking },
    exceptions: [],
  };
}

function addTo(report: ImportReport, { results, resourcesCreated }: Batch): void {
  report.resourcesCreated += resourcesCreated;
  for (const row of results) report.counts[row.outcome]++;
  report.exceptions.push(...results.filter((row) => row.outcome !== "imported" && row.outcome !== "unchanged"));
}

function addLeftovers(report: ImportReport, { left, messages }: Awaited<ReturnType<typeof settleLeftovers>>): void {
  report.leftover.rows += left.rows;
  report.leftover.minutes += left.minutes;
  report.exceptions = report.exceptions.map((row) => ({ ...row, message: messages.get(row.rowKey) ?? row.message }));
}
