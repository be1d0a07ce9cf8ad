import type { Connection } from "./tables.ts";
import { tablesOf } from "./tables.ts";

/** The rows of a table by their keys; of history what they say, too. */
interface Rows {
  isHistory: boolean;
  key: readonly string[];
  byKey: ReadonlyMap<string, Record<string, unknown>>;
}
export type Before = ReadonlyMap<string, Rows>;

/** Where people's and the house's own things lie; the tables of limits and jobs are forgotten by themselves. */
const OURS = /^public\./;

/** What migrations did on purpose, and what is therefore no fault. */
export interface Stated {
  /** Tables that have another name now: the old one and the new one. */
  renamed: ReadonlyMap<string, string>;
  /** Columns of a key that have another name now, as `table.column`: the old one and the new one, by which rows are found. */
  renamedColumns: ReadonlyMap<string, string>;
  /** Columns of history, as `table.column`, that say the same in other words, or in another place. */
  restated: ReadonlySet<string>;
}

/** Each entry says in a comment which migration, and why what the rows said is still true. */
export const STATED: Stated = {
  // events_are_the_audit_trail: the trail is the table of all events.
  renamed: new Map([["public.audit_events", "public.events"]]),
  // keys_of_retries_belong_to_actors: a key is an actor's; those of before are people's, by the same id.
  renamedColumns: new Map([["public.idempotency_keys.person_id", "actor_id"]]),
  restated: new Set([
    // The same, in the past tense, as `name`.
    "public.audit_events.action",
    // In event_personal_data, as `reason`; names, addresses and titles in `data` likewise.
    "public.audit_events.reason",
    "public.audit_events.data",
    // charges_carry_their_tax: as a code with its data, which the reader's language makes a sentence of; and where it was sold is
    // said of every line, not only of those that credits may pay late.
    "public.charge_lines.label",
    "public.charge_lines.location_id",
  ]),
};

/** What is there before an upgrade, to be held against what is there after it. */
export async function rowsBefore(owner: Connection): Promise<Before> {
  const before = new Map<string, Rows>();
  for (const table of await tablesOf(owner))
    if (OURS.test(table.name)) {
      const { isHistory, key } = table;
      before.set(table.name, { isHistory, key, byKey: await load(owner, table.name, key) });
    }
  return before;
}

/** A sentence for each table that lost rows, and each column of history that says something else; none, as it should be. */
export async function lostSince(owner: Connection, before: Before, stated: Stated = STATED): Promise<string[]> {
  const tables = new Map((await tablesOf(owner)).map((table) => [table.name, table]));
  const faults: string[] = [];
  for (const [name, { isHistory, key, byKey }] of before) {
    const table = tables.get(stated.renamed.get(name) ?? name);
    if (!table) {
      if (byKey.size > 0) faults.push(`${name} is gone, and its ${byKey.size} rows with it.`);
      continue;
    }
    const keyNow = key.map((column) => stated.renamedColumns.get(`${name}.${column}`) ?? column);
    const after = await load(owner, table.name, keyNow);
    const lost = [...byKey.keys()].filter((one) => !after.has(one));
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

/** By the key of before, whatever tells rows apart since then. */
async function load(owner: Connection, name: string, key: readonly string[]): Promise<Rows["byKey"]> {
  const keyOf = key.map((column) => `t.${column}`).join(", ");
  const { rows } = await owner.query<{ key: string; row: Record<string, unknown> }>(
    `SELECT jsonb_build_array(${keyOf})::text AS key, to_jsonb(t) AS row FROM ${name} t`,
  );
  return new Map(rows.map(({ key: rowKey, row }) => [rowKey, row]));
}
