import type { Connection, Table } from "./tables.ts";
import { tablesOf } from "./tables.ts";

/** The rows of a table by their keys; of history what they say, too. */
interface Rows {
  isHistory: boolean;
  byKey: ReadonlyMap<string, Record<string, unknown>>;
}
export type Before = ReadonlyMap<string, Rows>;

/** Where people's and the house's own things lie; the tables of limits and jobs are forgotten by themselves. */
const OURS = /^public\./;

/**
 * Tables that a migration gave another name: the old one and the new one. Each with the migration, and why.
 */
export const RENAMED: ReadonlyMap<string, string> = new Map();

/**
 * Columns of history that a migration stated anew, as `table.column`: what the row said stays true in other words. Each with
 * the migration, and why.
 */
export const RESTATED: ReadonlySet<string> = new Set();

/** What is there before an upgrade, to be held against what is there after it. */
export async function rowsBefore(owner: Connection): Promise<Before> {
  const before = new Map<string, Rows>();
  for (const table of await tablesOf(owner))
    if (OURS.test(table.name)) before.set(table.name, { isHistory: table.isHistory, byKey: await load(owner, table) });
  return before;
}

/** A sentence for each table that lost rows, and each column of history that says something else; none, as it should be. */
export async function lostSince(owner: Connection, before: Before): Promise<string[]> {
  const tables = new Map((await tablesOf(owner)).map((table) => [table.name, table]));
  const faults: string[] = [];
  for (const [name, { isHistory, byKey }] of before) {
    const table = tables.get(RENAMED.get(name) ?? name);
    if (!table) {
      if (byKey.size > 0) faults.push(`${name} is gone, and its ${byKey.size} rows with it.`);
      continue;
    }
    const after = await load(owner, table);
    const lost = [...byKey.keys()].filter((key) => !after.has(key));
    if (lost.length > 0) faults.push(`${name} lost ${lost.length} of ${byKey.size} rows, such as ${lost[0]}.`);
    if (isHistory) faults.push(...restated(name, byKey, after));
  }
  return faults;
}

/** History is never changed: the columns that are still there say what they said. */
function restated(name: string, before: Rows["byKey"], after: Rows["byKey"]): string[] {
  const changed = new Map<string, number>();
  for (const [key, row] of before)
    for (const [column, value] of Object.entries(after.get(key) ?? {}))
      if (column in row && !RESTATED.has(`${name}.${column}`) && JSON.stringify(row[column]) !== JSON.stringify(value))
        changed.set(column, (changed.get(column) ?? 0) + 1);
  return [...changed].map(
    ([column, count]) => `${name}.${column} is history, and says something else in ${count} rows.`,
  );
}

async function load(owner: Connection, { name, key }: Table): Promise<Rows["byKey"]> {
  const keyOf = key.map((column) => `t.${column}`).join(", ");
  const { rows } = await owner.query<{ key: string; row: Record<string, unknown> }>(
    `SELECT jsonb_build_array(${keyOf})::text AS key, to_jsonb(t) AS row FROM ${name} t`,
  );
  return new Map(rows.map(({ key: rowKey, row }) => [rowKey, row]));
}
