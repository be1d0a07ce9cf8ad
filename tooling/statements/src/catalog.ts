import type pg from "pg";
import type { Given } from "./given.ts";

export interface Type {
  readonly id: number;
  readonly name: string;
  /** Of an array: the type of its elements; else 0. */
  readonly elementId: number;
  /** Of an enum, in its order; of a domain and all others: none. */
  readonly labels: readonly string[];
}

/** What NOT NULL and the CHECKs of its table say of a column. */
type Column = Pick<Given, "isNullable" | "labels" | "items">;

export interface Routine {
  readonly name: string;
  readonly isStrict: boolean;
  readonly isBuiltIn: boolean;
  /** Of ours, in SQL: what it is given, what it returns, and the statement that it is. */
  readonly arguments: string;
  readonly result: string;
  readonly body: string | null;
}

/** What the migrated database says of its types, columns and functions. */
export interface Catalog {
  type(id: number): Type;
  /** The type of arrays of a type. */
  arrayOf(id: number): number;
  column(tableId: number, number: number): Column | undefined;
  routine(id: number): Routine;
}

const TYPES = `
  SELECT t.oid::int AS id, format_type(t.oid, NULL) AS name, CASE WHEN t.typcategory = 'A' THEN t.typelem::int ELSE 0 END AS "elementId",
    ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) AS labels
  FROM pg_type t`;

const COLUMNS = `
  SELECT a.attrelid::int AS "tableId", a.attnum::int AS number, a.attname::text AS name, a.attnotnull AS "isNeverNull",
    ARRAY(SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k
      WHERE k.conrelid = a.attrelid AND k.contype = 'c' AND a.attnum = ANY (k.conkey)) AS checks
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v', 'p')`;

interface ColumnRow {
  tableId: number;
  number: number;
  name: string;
  isNeverNull: boolean;
  checks: string[];
}

const ROUTINES = `
  SELECT p.oid::int AS id, proname::text AS name, proisstrict AS "isStrict", p.oid < 16384 AS "isBuiltIn",
    CASE WHEN p.oid < 16384 THEN '' ELSE pg_get_function_arguments(p.oid) END AS arguments,
    CASE WHEN p.oid < 16384 THEN '' ELSE coalesce(pg_get_function_result(p.oid), '') END AS result,
    CASE WHEN p.oid >= 16384 AND l.lanname = 'sql' THEN prosrc END AS body
  FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang`;

/** Reads the catalog once; as any user, since PostgreSQL's own tables are open to all. */
export async function readCatalog(client: Pick<pg.ClientBase, "query">): Promise<Catalog> {
  const types = (await client.query<Type>(TYPES)).rows;
  const columns = (await client.query<ColumnRow>(COLUMNS)).rows;
  const routines = (await client.query<Routine & { id: number }>(ROUTINES)).rows;
  const typeById = new Map(types.map((type) => [type.id, type]));
  const columnByKey = new Map(columns.map((row) => [`${row.tableId}.${row.number}`, columnOf(row)]));
  const routineById = new Map(routines.map((routine) => [routine.id, routine]));
  return {
    type: (id) => found(typeById.get(id), `type ${id}`),
    arrayOf: (id) => found(types.find(({ elementId }) => elementId === id)?.id, `array of type ${id}`),
    column: (tableId, number) => columnByKey.get(`${tableId}.${number}`),
    routine: (id) => found(routineById.get(id), `function ${id}`),
  };
}

/** CHECKs say what Prisma's schema can't: lists that are never null and hold no null, and the texts that may stand in a column. */
function columnOf({ name, isNeverNull, checks }: ColumnRow): Column {
  const certain = checks.flatMap(conjunctsOf);
  const isFilled = certain.some(
    (one) => one === `${name} IS NOT NULL` || /^num_nulls\((.*)\) = 0$/.exec(one)?.[1]?.split(", ").includes(name),
  );
  const labels = labelsIn(certain, `${name} = ANY (ARRAY[`);
  const items = labelsIn(certain, `${name} <@ ARRAY[`);
  // No null is in a list of constants.
  const isFull = certain.some(
    (one) =>
      new RegExp(`^array_position\\(${name}, NULL.*\\) IS NULL$`).test(one) || one.startsWith(`${name} <@ ARRAY[`),
  );
  return {
    isNullable: !isNeverNull && !isFilled,
    ...(labels ? { labels } : {}),
    ...(isFull ? { items: { isNullable: false, ...(items ? { labels: items } : {}) } } : {}),
  };
}

/** What a CHECK demands in any case: the parts of its outermost AND, without their parentheses. */
export function conjunctsOf(check: string): string[] {
  const whole = unwrapped(check.replace(/^CHECK /, ""));
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < whole.length; at++) {
    if (whole[at] === "(") depth++;
    if (whole[at] === ")") depth--;
    if (depth > 0 || !whole.startsWith(" AND ", at)) continue;
    parts.push(whole.slice(from, at));
    from = at + " AND ".length;
  }
  return [...parts, whole.slice(from)].map(unwrapped);
}

/** Without the parentheses that are around all of it. */
function unwrapped(text: string): string {
  if (!text.startsWith("(")) return text;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") depth++;
    if (text[at] === ")") depth--;
    if (depth === 0) return at === text.length - 1 ? unwrapped(text.slice(1, -1)) : text;
  }
  return text;
}

function labelsIn(certain: readonly string[], start: string): string[] | undefined {
  const list = certain.find((one) => one.startsWith(start));
  const labels = [...(list ?? "").matchAll(/'([^']*)'::/g)].map(([, label = ""]) => label);
  return labels.length > 0 ? labels : undefined;
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The catalog has no ${what}.`);
  return value;
}
