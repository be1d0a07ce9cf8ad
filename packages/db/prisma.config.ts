import { defineConfig } from "prisma/config";

// `prisma generate` insists on a schema engine, which it never runs, and would download one. Any program that exists
// satisfies it; this one fails if it were run after all, where a program that succeeds would fake a migration.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;

/** Only `prisma generate` reads this: migrations run through `src/migrate.ts` (see docs/decisions). */
export default defineConfig({ schema: "prisma/schema" });
