import type { EpochMs } from "@working-social/kernel";
import { fromLocal } from "@working-social/kernel";
import { csvCells } from "./csv-line.ts";
import { paperSizeOf } from "./paper-size.ts";
import type { LineProblemCode, LogLine, PrintLogReader, PrintRecord, ReadStep } from "./print-record.ts";
import { MAX_LINE_LENGTH, MAX_SIDES, wholeNumber } from "./print-record.ts";

export interface PapercutState {
  /** Column names in lower case, once the header has come by. */
  header: string[] | null;
  /** A row whose quote is still open: its title has a line break. */
  open: LogLine | null;
}

type Cells = (column: string) => string;

/** A row begins with its time; a title that continues on the next line does not. */
const ROW_START = /^"?\d{4}-\d\d-\d\d[ T]/;
const MOST_LINES_LENGTH = MAX_LINE_LENGTH;

/**
 * Reads the CSV of PaperCut Print Logger (after its line of advertising), and the job log that PaperCut NG imports and
 * exports. Both write wall-clock times without a zone: `timeZone` is the print server's. Neither has a job id, so a row
 * that is the same to the letter is the same job.
 */
export function papercutReader(timeZone: string): PrintLogReader<PapercutState> {
  return {
    start: { header: null, open: null },
    read(state, line) {
      if (state.open === null) return readRow(state, line, timeZone);
      if (!ROW_START.test(line.text)) {
        return readRow(
          { ...state, open: null },
          { offset: state.open.offset, text: `${state.open.text}\n${line.text}` },
          timeZone,
        );
      }
      const torn = problem(state.open, "torn_line");
      const next = readRow({ ...state, open: null }, line, timeZone);
      return { ...next, problems: [torn, ...next.problems] };
    },
    withHead(state, head) {
      if (state.header) return state;
      const headers = head.map(({ text }) => headerOf(csvCells(text) ?? []));
      return { ...state, header: headers.find((header) => header !== null) ?? null };
    },
  };
}

function problem({ offset, text }: LogLine, code: LineProblemCode) {
  return { offset, code, text: text.slice(0, 500) };
}

function readRow(state: PapercutState, line: LogLine, timeZone: string): ReadStep<PapercutState> {
  const nothing = { state, records: [], problems: [] };
  if (line.text.trim() === "") return nothing;
  if (line.text.length > MOST_LINES_LENGTH) return { ...nothing, problems: [problem(line, "too_long")] };
  const cells = csvCells(line.text);
  if (!cells) return { ...nothing, state: { ...state, open: line } };
  const header = headerOf(cells);
  if (header) return { ...nothing, state: { ...state, header } };
  if (!state.header) return isPreface(cells) ? nothing : { ...nothing, problems: [problem(line, "no_header")] };
  const { header: names } = state;
  const record = recordOf((column) => cells[names.indexOf(column)]?.trim() ?? "", line.text, timeZone);
  if (typeof record === "string") return { ...nothing, problems: [problem(line, record)] };
  return { ...nothing, records: [record] };
}

function headerOf(cells: string[]): string[] | null {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  return names.includes("user") && names.includes("time") && names.includes("printer") ? names : null;
}

function isPreface(cells: string[]): boolean {
  return cells.length === 1 && /papercut/i.test(cells[0] ?? "");
}

/** Print Logger counts the pages of one copy; the job log counts them all in "total-pages". */
function recordOf(cell: Cells, text: string, timeZone: string): PrintRecord | LineProblemCode {
  const [user, printer] = [cell("user"), cell("printer")];
  const at = timeOf(cell("time"), timeZone);
  if (user === "" || printer === "") return "torn_line";
  if (at === null) return "bad_time";
  const copies = cell("copies") === "" ? 1 : wholeNumber(cell("copies"), 9_999);
  const pages = wholeNumber(cell("pages"));
  const sides =
    cell("total-pages") === "" ? (pages ?? Number.NaN) * (copies ?? Number.NaN) : wholeNumber(cell("total-pages"));
  if (sides === null || !(sides <= MAX_SIDES)) return "bad_number";
  const title = cell("document name") || cell("document-name") || null;
  return {
    key: `${printer}@${at}#${hashOf(text)}`,
    printer,
    jobId: null,
    user,
    title,
    at,
    sides,
    copies,
    host: cell("client") || cell("client-machine") || null,
    billing: cell("shared-account") || null,
    colour: colourOf(cell("grayscale")),
    paperSize: paperSizeOf(cell("paper size") || cell("paper-size-name") || null),
    isDuplex: duplexOf(cell("duplex")),
  };
}

function colourOf(text: string): PrintRecord["colour"] {
  if (text === "") return null;
  return /^(grayscale|y|yes|true|1)$/i.test(text) ? "mono" : "colour";
}

function duplexOf(text: string): boolean | null {
  return text === "" ? null : /^(duplex|y|yes|true|1)$/i.test(text);
}

function timeOf(text: string, timeZone: string): EpochMs | null {
  const found = /^(\d{4}-\d\d-\d\d)[ T](\d\d):(\d\d):(\d\d)$/.exec(text);
  if (!found) return null;
  const [hour, minute, second] = [Number(found[2]), Number(found[3]), Number(found[4])];
  if (hour > 23 || minute > 59 || second > 59) return null;
  try {
    return fromLocal(text.slice(0, "2026-11-26".length), hour * 60 + minute, timeZone) + second * 1000;
  } catch {
    return null;
  }
}

/** FNV-1a over two lanes: enough to tell apart the rows of one printer in one second, which is all the key leaves to it. */
function hashOf(text: string): string {
  let [low, high] = [0x811c9dc5, 0x050c5d1f];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ (unit + index), 0x01000193);
  }
  return [low, high].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
}
