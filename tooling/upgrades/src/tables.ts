import type pg from "pg";

export type Connection = Pick<pg.ClientBase, "query">;

/** A table with rows of its own: not a view, and of a partitioned one its partitions. */
export interface Table {
  /** schema.name, as SQL says it. */
  name: string;
  /** What is stored, in the table's order: nothing that the database computes by itself. */
  columns: string[];
  /** The columns that tell its rows apart. */
  key: string[];
  /** Whether the app may neither change nor delete what it has written. */
  isHistory: boolean;
}

/** Prisma's own table says what was applied; it comes of applying. */
const TABLES = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name,
    ARRAY(SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum) AS columns,
    ARRAY(SELECT quote_ident(a.attname) FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
      WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY a.attnum) AS key,
    NOT has_any_column_privilege('working_social_app', c.oid, 'UPDATE') AND NOT has_table_privilege('working_social_app', c.oid, 'DELETE')
      AND has_any_column_privilege('working_social_app', c.oid, 'INSERT') AS "isHistory"
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' AND c.relname <> '_prisma_migrations'
  ORDER BY 1`;

export async function tablesOf(owner: Connection): Promise<Table[]> {
  return (await owner.query<Table>(TABLES)).rows;
}

export async function countRows(owner: Connection): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name } of await tablesOf(owner)) {
    const { rows } = await owner.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${name}`);
    counts[name] = rows[0]?.count ?? 0;
  }
  return counts;
}
