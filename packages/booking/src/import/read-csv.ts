import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { parse } from "csv-parse";
import { Mapping } from "./mapping.ts";
import type { SourceRow } from "./parse-row.ts";
import { storable } from "./parse-row.ts";
import type { RoomDetails } from "./place-rows.ts";

/** A file that can't be read as what it should be; the message is for the person who runs the import. */
export class ImportFileError extends Error {}

export async function readMapping(path: string): Promise<Mapping> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new ImportFileError(`There is no mapping file at ${path}.`);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ImportFileError(`${path} is not JSON.`);
  }
  const parsed = Mapping.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    (issue) => `  ${issue.path.join(".") || "the whole file"}: ${issue.message}`,
  );
  throw new ImportFileError(`${path} is not a mapping:\n${problems.join("\n")}`);
}

/** All rows of a CSV file with a header line. Throws when a column that the mapping needs is not there. */
export async function readRows(path: string, mapping: Mapping): Promise<SourceRow[]> {
  const { columns } = mapping;
  const needed = [
    columns.resource,
    columns.startsAt,
    columns.endsAt,
    ...columns.title,
    ...columns.rowKey,
    ...(columns.personEmail ? [columns.personEmail] : []),
  ];
  return readCsv(path, mapping.delimiter, needed);
}

/** The descriptions of rooms that the mapping names, beside the mapping file itself. */
export async function readRoomDetails(mappingPath: string, mapping: Mapping): Promise<RoomDetails> {
  const details = mapping.missingResources?.details;
  if (!details) return new Map();
  const path = resolve(dirname(mappingPath), details.file);
  const rows = await readCsv(path, mapping.delimiter, [
    details.resource,
    ...details.description,
    ...(details.floor ? [details.floor] : []),
  ]);
  return new Map(
    rows.map(({ cells }) => {
      const description = details.description.flatMap((column) => storable(cells[column] ?? "") || []).join(" · ");
      const floor = details.floor === null ? null : storable(cells[details.floor] ?? "") || null;
      return [storable(cells[details.resource] ?? ""), { floor, description: description || null }];
    }),
  );
}

async function readCsv(path: string, delimiter: string, needed: string[]): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  const parser = parse({
    columns: true,
    info: true,
    bom: true,
    delimiter,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
  });
  const stream = createReadStream(path).on("error", (error) => parser.destroy(error));
  try {
    for await (const { record, info } of stream.pipe(parser) as AsyncIterable<{
      record: SourceRow["cells"];
      info: { lines: number };
    }>) {
      rows.push({ line: info.lines, cells: record });
    }
  } catch (error) {
    throw new ImportFileError(
      `${path} can't be read as CSV: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const header = Object.keys(rows[0]?.cells ?? {});
  const absent = needed.filter((column) => !header.includes(column));
  if (rows.length === 0) throw new ImportFileError(`${path} has no rows.`);
  if (absent.length > 0)
    throw new ImportFileError(
      `${path} has no column ${absent.map((c) => `"${c}"`).join(", ")}; it has ${header.map((c) => `"${c}"`).join(", ")}.`,
    );
  return rows;
}
