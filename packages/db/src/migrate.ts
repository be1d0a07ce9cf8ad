import pg from "pg";
import { guardDatabase } from "./guards.ts";
import { installJobTables } from "./job-tables.ts";
import { NO_FILTER, readMigrations, readSchema, withSchemaEngine } from "./schema-engine.ts";

/**
 * Brings a database to the state that this code needs, as its owner: applies the migrations that are missing, in order,
 * through Prisma's engine; then the tables of jobs, which are pg-boss's own, and what is taken from everybody. Safe to
 * repeat. Returns the names of the migrations just applied.
 */
export async function migrate(ownerUrl: string): Promise<{ applied: string[] }> {
  const migrationsList = await readMigrations();
  const output = await withSchemaEngine(ownerUrl, (engine) =>
    engine.applyMigrations({ migrationsList, filters: NO_FILTER }),
  );
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await installJobTables(ownerUrl, owner);
    await guardDatabase(owner);
  } finally {
    await owner.end();
  }
  return { applied: output.appliedMigrationNames };
}

/** The SQL that makes the tables of prisma/schema from nothing: what a first migration would hold. Needs any server. */
export async function schemaAsSql(anyDatabaseUrl: string): Promise<string> {
  const to = { tag: "schemaDatamodel" as const, ...(await readSchema()) };
  const request = { from: { tag: "empty" as const }, to, script: true, exitCode: null, filters: NO_FILTER };
  const result = await withSchemaEngine(anyDatabaseUrl, (engine) => engine.diff(request));
  return result.stdout ?? "";
}

/** The names of the migrations in this code that the database has not applied; for readiness. */
export async function unappliedMigrations(appliedNames: readonly string[]): Promise<string[]> {
  const { migrationDirectories } = await readMigrations();
  return migrationDirectories.map((migration) => migration.path).filter((name) => !appliedNames.includes(name));
}
