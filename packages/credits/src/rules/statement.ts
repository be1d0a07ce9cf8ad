import type { BalanceExplanation } from "../schema.ts";

/** The columns of a statement; the client names them. */
export const STATEMENT_COLUMNS = [
  "at",
  "kind",
  "cause_type",
  "cause",
  "reason",
  "own",
  "team",
  "carried",
  "quantity",
  "balance",
] as const;

/** A statement as CSV (RFC 4180): opening, each movement, closing. Cells that a spreadsheet would run as a formula are text. */
export function statementAsCsv({ from, to, opening, movements, closing }: BalanceExplanation): string {
  const rows: (string | number)[][] = [
    [...STATEMENT_COLUMNS],
    [from, "opening", "", "", "", "", "", "", "", opening],
    ...movements.map((one) => [
      one.at,
      one.kind,
      one.cause?.type ?? "",
      one.cause?.label ?? "",
      one.reason ?? "",
      one.own,
      one.team,
      one.carried,
      one.quantity,
      one.balanceAfter,
    ]),
    [to, "closing", "", "", "", "", "", "", "", closing],
  ];
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** https://owasp.org/www-community/attacks/CSV_Injection: numbers stay numbers, text never begins like a formula. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
