import { CsvError, parse } from "csv-parse/sync";
import { expectDefined } from "@working-social/kernel";

/** A record of a CSV file and the line it begins on; spoiled: why it can't be read, and then it has no cells. */
export interface CsvRecord {
  line: number;
  cells: string[];
  spoiled: string | null;
}

/** A cell of more lines than this is a quote that nobody closed. */
const MOST_LINES = 200;

/**
 * The records of a CSV file (RFC 4180). A cell in quotes may go over several lines, and then its record must have as many cells
 * as the header; where it has not, or the quote is never closed, only the line with the stray quote is spoiled and
 * reading goes on after it. A quote inside an unquoted cell is itself. Blank lines are left out, blanks around cells too.
 */
export function csvRecords(text: string, delimiter: string): CsvRecord[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const records: CsvRecord[] = [];
  let width: number | null = null;
  for (let index = 0; index < lines.length;) {
    const { length, ...record } = recordAt(lines, index, delimiter, width);
    if (length > 0) records.push({ line: index + 1, ...record });
    width ??= record.cells.length || null;
    index += length || 1;
  }
  return records;
}

type Read = Omit<CsvRecord, "line"> & { length: number };

/** `length`: how many lines it takes; 0 for a blank one. */
function recordAt(lines: readonly string[], index: number, delimiter: string, width: number | null): Read {
  const line = expectDefined(lines[index], "A record begins after the last line.");
  if (line.trim() === "") return { cells: [], spoiled: null, length: 0 };
  if (!line.includes('"')) {
    return { cells: line.split(delimiter).map((cell) => cell.trim()), spoiled: null, length: 1 };
  }
  const alone = cellsOf(line, delimiter, { isLenient: true });
  if (alone !== "open") return { cells: alone, spoiled: null, length: 1 };
  return overSeveralLines(lines, index, delimiter, width) ?? { cells: [], spoiled: STRAY_QUOTE, length: 1 };
}

const STRAY_QUOTE = "A quote in it is opened and never closed.";

function overSeveralLines(lines: readonly string[], index: number, delimiter: string, width: number | null) {
  const end = Math.min(lines.length, index + MOST_LINES);
  for (let last = index + 1; last < end; last++) {
    if (!lines[last]?.includes('"')) continue;
    const text = lines.slice(index, last + 1).join("\n");
    const cells = cellsOf(text, delimiter, { isLenient: false });
    if (cells === "open") continue;
    return cells.length > 0 && (width === null || cells.length === width)
      ? { cells, spoiled: null, length: last - index + 1 }
      : null;
  }
  return null;
}

/** Empty: quotes stand where none may be. */
function cellsOf(text: string, delimiter: string, { isLenient }: { isLenient: boolean }): string[] | "open" {
  try {
    const [cells = []] = parse(text, { delimiter, trim: true, relax_quotes: isLenient, relax_column_count: true });
    return cells;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return error.code === "CSV_QUOTE_NOT_CLOSED" ? "open" : [];
  }
}
