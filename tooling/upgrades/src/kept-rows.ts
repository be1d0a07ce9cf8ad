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

/** What migrations did on purpose, and what is therefore no fault. */
export interface Stated {
  /** Tables that have another name now: the old one and the new one. */
  renamed: ReadonlyMap<string, string>;
  /** Columns of history, as `table.column`, that say the same in other words, or in another place. */
  restated: ReadonlySet<string>;
}

/** Each entry says in a comment which migration, and why what the rows said is still true. */
export const STATED: Stated = { renamed: new Map(), restated: new Set() };

/** What is there before an upgrade, to be held against what is there after it. */
export async function rowsBefore(owner: Connection): Promise<Before> {
  const before = new Map<string, Rows>();
  for (const table of await tablesOf(owner))
    if (OURS.test(table.name)) before.set(table.name, { isHistory: table.isHistory, byKey: await load(owner, table) });
  return before;
}

/** A sentence for each table that lost rows, and each column of history that says something else; none, as it should be. */
export async function lostSince(owner: Connection, before: Before, stated: Stated = STATED): Promise<string[]> {
  const tables = new Map((await tablesOf(owner)).map((table) => [table.name, table]));
  const faults: string[] = [];
  for (const [name, { isHistory, byKey }] of before) {
    const table = tables.get(stated.renamed.get(name) ?? name);
    if (!table) {
      if (byKey.size > 0) faults.push(`${name} is gone, and its ${byKey.size} rows with it.`);
      continue;
    }
    const after = await load(owner, table);
    const lost = [...byKey.keys()].filter((key) => !after.has(key));
    if (lost.length > 0) faults.push(`${name} lost ${lost.length} of ${byKey.size} rows, such as ${lost[0]}.`);
    if (isHistory)
      faults.push(
        ...rewritten(name, byKey, after)
          .filter(({ column }) => !stated.restated.has(column))
          .map(sentence),
      );
  }
  return faults;
}

interface Rewritten {
  /** table.column */
  column: string;
  rows: number;
  isGone: boolean;
}

/** History is never changed: each column is still there, and says what it said. */
function rewritten(name: string, before: Rows["byKey"], after: Rows["byKey"]): Rewritten[] {
  const found = new Map<string, Rewritten>();
  for (const [key, row] of before)
    for (const [field, value] of Object.entries(row)) {
      const now = after.get(key);
      const isGone = now !== undefined && !(field in now);
      if (!now || (!isGone && JSON.stringify(value) === JSON.stringify(now[field]))) continue;
      const column = `${name}.${field}`;
      found.set(column, { column, isGone, rows: (found.get(column)?.rows ?? 0) + 1 });
    }
  return [...found.values()];
}

function sentence({ column, rows, isGone }: Rewritten): string {
  return isGone
    ? `${column} is history, and is gone.`
    : `${column} is history, and says something else in ${rows} rows.`;
}

async function load(owner: Connection, { name, key }: Table): Promise<Rows["byKey"]> {
  const keyOf = key.map((column) => `t.${column}`).join(", ");
  const { rows } = await owner.query<{ key: string; row: Record<string, unknown> }>(
    `SELECT jsonb_build_array(${keyOf})::text AS key, to_jsonb(t) AS row FROM ${name} t`,
  );
  return new Map(rows.map(({ key: rowKey, row }) => [rowKey, row]));
}
