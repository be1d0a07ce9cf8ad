import { toCsv } from "@working-social/kernel/csv";
import type { BalanceExplanation } from "../../schema.ts";

/** The columns of a statement; the client names them. */
const STATEMENT_COLUMNS = [
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

/** A statement for a spreadsheet: opening, each movement, closing. */
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
  return toCsv(rows);
}
