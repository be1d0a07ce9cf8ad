import type pg from "pg";
import type { EpochMs } from "@working-social/kernel";

/**
 * Runs SQL in one organization's scope, in or out of a transaction. Rows come back typed by the caller: bigint and
 * timestamptz as numbers (see `types.ts`), JSON parsed. Parameters are $1, $2, … and never text in the statement.
 */
export interface Sql {
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** The pg client as `Sql`. */
export function sqlOf(connection: Pick<pg.ClientBase, "query">): Sql {
  return {
    async query<Row extends object>(text: string, values: readonly unknown[] = []) {
      const result = await connection.query<Row & pg.QueryResultRow>({
        ...statementName(text),
        text,
        values: [...values],
      });
      return result.rows;
    },
  };
}

/** More distinct texts than the code holds; beyond that somebody builds statements, which are then not kept. */
const MOST_STATEMENTS = 1000;
const names = new Map<string, string>();

/**
 * A statement with a name is planned once for each connection and not at every call: for the large ones of the booking
 * path, planning takes longer than running. Statements are constants, so there are only as many as the code has.
 */
function statementName(text: string): { name?: string } {
  const known = names.get(text);
  if (known) return { name: known };
  if (names.size >= MOST_STATEMENTS) return {};
  const name = `s${names.size}`;
  names.set(text, name);
  return { name };
}

/** An instant as a parameter for a timestamptz. */
export function timestamp(instant: EpochMs): Date {
  return new Date(instant);
}
