import { stringify } from "csv-stringify/sync";

/** A cell of an export. A number stays a number in a spreadsheet, also a negative one; null is an empty cell. */
export type CsvCell = string | number | bigint | null;

export interface CsvOptions {
  delimiter?: "," | ";" | "\t";
}

/**
 * The one writer of CSV (RFC 4180; server only): lines end with CRLF, cells are quoted where they must be, and none of them
 * runs as a formula, whatever separator the spreadsheet that opens it believes in: a spreadsheet of a language that writes 0,5 cuts
 * at semicolons. https://owasp.org/www-community/attacks/CSV_Injection
 */
export function toCsv(rows: readonly (readonly CsvCell[])[], { delimiter = "," }: CsvOptions = {}): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === "string" ? textCell(cell) : cell))),
    { delimiter, record_delimiter: "windows", quoted_match: MUST_BE_QUOTED },
  );
}

/** Any separator, in any language, and a cell that is blank outside keeps its blanks. */
const MUST_BE_QUOTED = /[,;\t\r\n"]|^\s|\s$/;
/** -5 and 12.50 as text are numbers too, and run nothing. */
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;
/** What begins a formula, also in full width: at the start of a cell, or where one starts for another separator. */
const FORMULA = /(^|[,;\t\r\n"])([\s'"]*)([=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

/** Text with an apostrophe before what would begin a formula; spreadsheets take what follows it for text. */
function textCell(text: string): string {
  if (NUMBER.test(text)) return text;
  const harmless = text.replace(FORMULA, "$1$2'$3");
  return /^[\t\r]/.test(harmless) ? `'${harmless}` : harmless;
}
