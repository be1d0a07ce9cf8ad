import type { MigrationList } from "@prisma/schema-engine-wasm";
import { NO_FILTER, readMigrations, withSchemaEngine } from "../schema-engine.ts";

type Migrations = MigrationList["migrationDirectories"];

/**
 * Applies some of the migrations of this code, or others beside them: what an earlier version had, or one that a test
 * plants. Through the engine that applies all of them. Returns the names of those just applied.
 */
export async function migrateWith(ownerUrl: string, choose: (all: Migrations) => Migrations): Promise<string[]> {
  const list = await readMigrations();
  const migrationsList = { ...list, migrationDirectories: choose(list.migrationDirectories) };
  const { appliedMigrationNames } = await withSchemaEngine(ownerUrl, (engine) =>
    engine.applyMigrations({ migrationsList, filters: NO_FILTER }),
  );
  return appliedMigrationNames;
}

/** A migration that no release has, in the shape that the engine takes. */
export function plantedMigration(path: string, sql: string): Migrations[number] {
  return { path, migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } } };
}
