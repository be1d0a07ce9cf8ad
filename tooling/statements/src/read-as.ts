import type { Catalog, Type } from "./catalog.ts";

/** What `packages/db/src/types.ts` and pg make of PostgreSQL's types, in a row and inside of a JSON. */
export type ReadAs =
  | { kind: "string" | "number" | "boolean" | "Date" | "bytes" | "json" | "object" }
  | { kind: "list"; itemId: number };

/** Where a value is read: in a row, in a row of a connection without our `types.ts`, or inside of a JSON. */
export type Reading = "rows" | "bare rows" | "json";

const IN_ROWS: Record<string, ReadAs["kind"]> = {
  boolean: "boolean",
  smallint: "number",
  integer: "number",
  bigint: "number",
  oid: "number",
  real: "number",
  "double precision": "number",
  "timestamp with time zone": "number",
  "timestamp without time zone": "Date",
  date: "Date",
  bytea: "bytes",
  json: "json",
  jsonb: "json",
  interval: "object",
};

const IN_JSON: Record<string, ReadAs["kind"]> = {
  boolean: "boolean",
  smallint: "number",
  integer: "number",
  bigint: "number",
  real: "number",
  "double precision": "number",
  numeric: "number",
  json: "json",
  jsonb: "json",
};

const IN_BARE_ROWS = {
  ...IN_ROWS,
  bigint: "string",
  "timestamp with time zone": "Date",
} as const satisfies typeof IN_ROWS;

const KINDS: Record<Reading, Record<string, ReadAs["kind"]>> = {
  rows: IN_ROWS,
  "bare rows": IN_BARE_ROWS,
  json: IN_JSON,
};

/** Lists that pg takes apart; of others (an enum's) it gives the text "{a,b}". */
const LISTS = new Set([
  "text",
  "uuid",
  "integer",
  "smallint",
  "boolean",
  "character varying",
  "double precision",
  "real",
]);

export function readAs(catalog: Catalog, typeId: number, reading: Reading): ReadAs {
  const type: Type = catalog.type(typeId);
  if (type.elementId !== 0) {
    const isList = reading === "json" || LISTS.has(catalog.type(type.elementId).name);
    return isList ? { kind: "list", itemId: type.elementId } : { kind: "string" };
  }
  const kind = KINDS[reading][type.name] ?? "string";
  return kind === "list" ? { kind: "string" } : { kind };
}
