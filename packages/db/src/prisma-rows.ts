import { exactNumber } from "./types.ts";

/** Rows of Prisma's raw queries as `types.ts` reads them of pg: bigint as safe number, instants as EpochMs. */
export function asPgReads<Row extends object>(rows: readonly object[]): Row[] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, read(value)])) as Row);
}

function read(value: unknown): unknown {
  if (typeof value === "bigint") return exactNumber(value);
  if (value instanceof Date) return value.getTime();
  return Array.isArray(value) ? value.map(read) : value;
}
