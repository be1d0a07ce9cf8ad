import { NO_FILTER, readMigrations, readSchema, withSchemaEngine } from "./schema-engine.ts";

/** Applies what is missing, in order, through Prisma's engine. Returns the names of the migrations just applied. */
export async function migrate(ownerUrl: string): Promise<{ applied: string[] }> {
  const migrationsList = await readMigrations();
  const output = await withSchemaEngine(ownerUrl, (engine) =>
    engine.applyMigrations({ migrationsList, filters: NO_FILTER }),
  );
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

if (import.meta.main) {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL names the database to migrate.");
  const { applied } = await migrate(url);
  process.stdout.write(applied.length === 0 ? "Up to date.\n" : `Applied ${applied.join(", ")}.\n`);
}
