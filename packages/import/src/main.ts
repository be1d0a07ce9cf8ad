import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Context } from "@working-social/db";
import { openDatabase } from "@working-social/db";
import { foldText, mintOrganizationId, systemClock } from "@working-social/kernel";
import { toCsv } from "@working-social/kernel/csv";
import pg from "pg";
import type { ImportReport } from "./commands/import-bookings.ts";
import { importBookings } from "./commands/import-bookings.ts";
import { progressBar } from "./formats/progress-bar.ts";
import { ImportFileError } from "./formats/decode-file.ts";
import { readMapping, readRoomDetails, readRows } from "./formats/read-csv.ts";

const USAGE = `npm run import:bookings -- --file bookings.csv --mapping mapping.json --location "Old Harbour"
    [--organization slug] [--dry-run] [--report exceptions.csv] [--block-leftovers]

Takes the bookings of another system in. The mapping says which column is what (docs/importing-bookings.md).
Running it again adds only what is new. --dry-run tries everything and keeps nothing. A row that overlaps another booking is
kept out; what no booking takes of its time is shown as free, unless --block-leftovers blocks it.`;

// DATABASE_URL is set by npm run import:bookings: the given database, or the one that npm start uses.
try {
  await main();
} catch (error) {
  if (!(error instanceof ImportFileError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      file: { type: "string" },
      mapping: { type: "string" },
      location: { type: "string" },
      organization: { type: "string" },
      report: { type: "string" },
      "dry-run": { type: "boolean", default: false },
      "block-leftovers": { type: "boolean", default: false },
    },
  });
  const { file, mapping: mappingPath, location, organization, report: reportPath } = values;
  const url = process.env.DATABASE_URL;
  if (!file || !mappingPath || !location || !url) throw new ImportFileError(USAGE);
  const mapping = await readMapping(mappingPath);
  const [rows, roomDetails] = await Promise.all([readRows(file, mapping), readRoomDetails(mappingPath, mapping)]);
  const place = await findLocation(url, location, organization);
  // A whole history at once: what is a fault in a request is work here.
  const db = openDatabase(url, { statementSeconds: 300 });
  const ctx: Context = {
    db,
    organizationId: mintOrganizationId(place.organizationId),
    actor: { kind: "import", source: mapping.source },
    clock: systemClock,
  };
  try {
    const bar = progressBar(process.stderr, `${rows.length} rows`);
    const report = await importBookings(ctx, {
      locationId: place.id,
      mapping,
      rows,
      roomDetails,
      isDryRun: values["dry-run"],
      isBlocking: values["block-leftovers"],
      onProgress: bar,
    });
    if (!values["dry-run"]) await refreshStatistics(url);
    process.stdout.write(summary(report, values["dry-run"]));
    if (reportPath) await writeFile(reportPath, `\uFEFF${exceptionsAsCsv(report)}`); // spreadsheets know UTF-8 by its mark
    else
      process.stdout.write(
        report.exceptions
          .slice(0, 20)
          .map((row) => `  line ${row.line}: ${row.message}\n`)
          .join(""),
      );
  } finally {
    await db.close();
  }
}

/** By name, among all organizations or the one named: asked as the owner, who is running this on the server. */
async function findLocation(
  url: string,
  name: string,
  slug: string | undefined,
): Promise<{ id: string; organizationId: string }> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ id: string; organizationId: string; name: string; slug: string }>(
      `SELECT l.id, l.organization_id AS "organizationId", l.name, o.slug FROM locations l JOIN organizations o ON o.id = l.organization_id
       WHERE ($1::text IS NULL OR o.slug = $1) ORDER BY o.slug, l.name`,
      [slug ?? null],
    );
    const [found, another] = rows.filter((row) => foldText(row.name) === foldText(name));
    const all = rows.map((row) => `  ${row.name} (${row.slug})`).join("\n");
    if (!found) throw new ImportFileError(`There is no location "${name}". There is:\n${all}`);
    if (another)
      throw new ImportFileError(`Several organizations have a location "${name}": add --organization.\n${all}`);
    return found;
  } finally {
    await owner.end();
  }
}

/** The planner learns at once what the tables hold now, and not minutes later: the first look at the new space is quick. */
async function refreshStatistics(url: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    await owner.query("ANALYZE resources, units, resource_units, bookings, claims, imported_rows");
  } finally {
    await owner.end();
  }
}

function summary({ counts, resourcesCreated, leftover, exceptions }: ImportReport, isDryRun: boolean): string {
  const lines = [
    [counts.imported, "became bookings"],
    [counts.shared_slot, "share the slot of another row"],
    [counts.double_booking, "overlap another booking and were kept out"],
    [counts.invalid, "can't be bookings"],
    [counts.unchanged, "were here already"],
    [resourcesCreated, "rooms were made"],
  ] as const;
  const title = isDryRun ? "Dry run, nothing was kept:" : "Imported:";
  const counted = lines.map(([count, what]) => `  ${String(count).padStart(7)} ${what}\n`).join("");
  return `${title}\n${counted}${leftoverSentence(leftover)}${exceptions.length > 0 ? "\nExceptions:\n" : ""}`;
}

function leftoverSentence({ rows, minutes, isBlocked }: ImportReport["leftover"]): string {
  if (rows === 0) return "";
  const what = `\nOf ${rows === 1 ? "one row" : `${rows} rows`} that were kept out, ${minutes} minutes are taken by no booking: `;
  return isBlocked
    ? `${what}they are blocked.\n`
    : `${what}they are shown as free. Run it again with --block-leftovers to block them.\n`;
}

/** For whoever runs the command, which speaks English, and for their scripts: its columns are documented by these names. */
function exceptionsAsCsv({ exceptions }: ImportReport): string {
  const rows = exceptions.map((row) => [row.line, row.rowKey, row.outcome, row.message]);
  return toCsv([["line", "row", "outcome", "message"], ...rows]);
}
