import type pg from "pg";
import type { EpochMs } from "@working-social/kernel";

/**
 * Runs SQL in one organization's scope, in or out of a transaction. Rows come back typed by the caller: bigint and
 * timestamptz as numbers (see `types.ts`), JSON parsed. Parameters are $1, $2, … and never text in the statement.
 */
export interface Sql {
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** The pg client or pool as `Sql`. */
export function sqlOf(connection: Pick<pg.ClientBase, "query">): Sql {
  return {
    async query<Row extends object>(text: string, values: readonly unknown[] = []) {
      const result = await connection.query<Row & pg.QueryResultRow>({ text, values: [...values] });
      return result.rows;
    },
  };
}

/** An instant as a parameter for a timestamptz. */
export function timestamp(instant: EpochMs): Date {
  return new Date(instant);
}
