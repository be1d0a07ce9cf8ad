import type { Catalog, Type } from "./catalog.ts";

/** What `packages/db/src/types.ts` and pg make of PostgreSQL's types, in a row and inside of a JSON. */
export type ReadAs =
  | { kind: "string" | "number" | "boolean" | "Date" | "bytes" | "json" | "object" }
  | { kind: "list"; itemId: number };

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

export function readAs(catalog: Catalog, typeId: number, isInJson: boolean): ReadAs {
  const type: Type = catalog.type(typeId);
  if (type.elementId !== 0) {
    const isList = isInJson || LISTS.has(catalog.type(type.elementId).name);
    return isList ? { kind: "list", itemId: type.elementId } : { kind: "string" };
  }
  const kind = (isInJson ? IN_JSON : IN_ROWS)[type.name] ?? "string";
  return kind === "list" ? { kind: "string" } : { kind };
}
