import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { csvRecords } from "./csv-records.ts";
import { decodeFile, ImportFileError } from "./decode-file.ts";
import { Mapping } from "../schema.ts";
import type { SourceRow } from "./parse-row.ts";
import { storable } from "./parse-row.ts";
import type { RoomDetails } from "../steps/place-rows.ts";

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
  return readCsv(path, mapping, needed);
}

/** The descriptions of rooms that the mapping names, beside the mapping file itself. */
export async function readRoomDetails(mappingPath: string, mapping: Mapping): Promise<RoomDetails> {
  const details = mapping.missingResources?.details;
  if (!details) return new Map();
  const path = resolve(dirname(mappingPath), details.file);
  const rows = await readCsv(path, mapping, [
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

async function readCsv(path: string, { delimiter, encoding }: Mapping, needed: string[]): Promise<SourceRow[]> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new ImportFileError(`${path} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const [first, ...records] = csvRecords(decodeFile(path, bytes, encoding), delimiter);
  const header = first?.cells ?? [];
  if (first && first.spoiled !== null)
    throw new ImportFileError(`The header of ${path} can't be read: ${first.spoiled}`);
  if (records.length === 0) throw new ImportFileError(`${path} has no rows.`);
  const absent = needed.filter((column) => !header.includes(column));
  const quoted = (columns: string[]) => columns.map((column) => `"${column}"`).join(", ");
  if (absent.length > 0)
    throw new ImportFileError(`${path} has no column ${quoted(absent)}; it has ${quoted(header)}.`);
  return records.map(({ line, cells, spoiled }) => ({
    line,
    cells: Object.fromEntries(header.map((column, index) => [column, cells[index]])),
    spoiled,
  }));
}
