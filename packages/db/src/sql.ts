import type pg from "pg";
import type { EpochMs } from "@working-social/kernel";
import type { NumberedText, Values } from "./named-values.ts";
import { inOrder, numbered } from "./named-values.ts";

/**
 * Runs SQL in one organization's scope, in or out of a transaction. Rows come back as the caller declares them, which
 * `tooling/statements` holds against the database: bigint and timestamptz as numbers (see `types.ts`), JSON parsed.
 * Parameters are $1, $2, …, or by name, such as $bookingId, and never text in the statement.
 */
export interface Sql {
  query<Row extends object>(text: string, values?: Values): Promise<Row[]>;
}

/** The pg client as `Sql`. */
export function sqlOf(connection: Pick<pg.ClientBase, "query">): Sql {
  return {
    async query<Row extends object>(text: string, values: Values = []) {
      const statement = statementOf(text);
      const result = await connection.query<Row & pg.QueryResultRow>({
        ...statement.name,
        text: statement.text,
        values: inOrder(statement, values),
      });
      return result.rows;
    },
  };
}

/** More distinct texts than the code holds; beyond that somebody builds statements, which are then not kept. */
const MOST_STATEMENTS = 1000;
const statements = new Map<string, Statement>();

interface Statement extends NumberedText {
  readonly name: { name?: string };
}

/**
 * A statement with a name is planned once for each connection and not at every call: for the large ones of the booking
 * path, planning takes longer than running. Statements are constants, so there are only as many as the code has; each is
 * looked through for its parameters' names once.
 */
function statementOf(text: string): Statement {
  const known = statements.get(text);
  if (known) return known;
  if (statements.size >= MOST_STATEMENTS) return { ...numbered(text), name: {} };
  const statement = { ...numbered(text), name: { name: `s${statements.size}` } };
  statements.set(text, statement);
  return statement;
}

/** An instant as a parameter for a timestamptz. */
export function timestamp(instant: EpochMs): Date {
  return new Date(instant);
}
