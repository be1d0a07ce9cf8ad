import { getConstructionPlans } from "pg-boss";
import type { Connection, Table } from "./tables.ts";
import { tablesOf } from "./tables.ts";

/** The schema of the jobs, which no migration makes: as the pg-boss of that day makes it. */
const JOBS_SCHEMA = "jobs";

/** What pg-boss counts for its own screens has tables of single days, and is nobody's. */
const MEASURED = /^jobs\.queue_stats/;

/** Literals mean the same on every server. */
const SETTINGS =
  "SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres'; SET bytea_output = 'hex'";

/**
 * All rows of a database as plain SQL, for another that stands at the same migration. The order of rows is that of their
 * keys. Triggers and foreign keys look away while it is loaded (`session_replication_role`), since they agreed once and would
 * act a second time; what constrains a row by itself does not.
 */
export async function dumpRows(owner: Connection): Promise<string> {
  await owner.query(SETTINGS);
  await owner.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    const parts: string[] = [];
    for (const table of await tablesOf(owner))
      if (!MEASURED.test(table.name)) parts.push(...(await rowsOf(owner, table)));
    parts.push(...(await sequencesOf(owner)));
    return [
      getConstructionPlans(JOBS_SCHEMA).trim(),
      "BEGIN;",
      "SET LOCAL session_replication_role = replica;",
      ...parts,
      "COMMIT;\n",
    ].join("\n");
  } finally {
    await owner.query("COMMIT");
  }
}

/** What making the tables put into them goes first. Nothing for a table without rows. */
async function rowsOf(owner: Connection, { name, columns, key }: Table): Promise<string[]> {
  const values = columns.map((column) => `quote_nullable(${column}::text)`).join(", ");
  const order = key.length > 0 ? key.join(", ") : "1";
  const { rows } = await owner.query<{ row: string }>(
    `SELECT '(' || concat_ws(', ', ${values}) || ')' AS row FROM ${name} ORDER BY ${order}`,
  );
  if (rows.length === 0) return [];
  const all = rows.map(({ row }) => row).join(",\n");
  const insert = `INSERT INTO ${name} (${columns.join(", ")}) OVERRIDING SYSTEM VALUE VALUES\n${all};`;
  return [`DELETE FROM ${name};`, insert];
}

async function sequencesOf(owner: Connection): Promise<string[]> {
  const { rows } = await owner.query<{ sql: string }>(
    `SELECT format('SELECT setval(%L, %s, %L);', format('%I.%I', schemaname, sequencename), coalesce(last_value, start_value), last_value IS NOT NULL) AS sql
     FROM pg_sequences WHERE schemaname NOT LIKE 'pg\\_%' ORDER BY 1`,
  );
  return rows.map(({ sql }) => sql);
}
