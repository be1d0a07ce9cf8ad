import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

// Real input that nobody here wrote lies beside the repository, never in it. Where it is, tests read it; where it isn't,
// they say so and skip that part.
const beside = resolve(import.meta.dirname, "../shared/data");
if (existsSync(beside)) process.env["SHARED_DATA_DIR"] ??= beside;

const database = {
  globalSetup: "./tooling/postgres/src/vitest-global-setup.ts",
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

function project(folder: string, test: Partial<typeof database & { setupFiles: string }> = {}) {
  const name = folder.slice(folder.indexOf("/") + 1);
  return {
    test: {
      name,
      include: [`${folder}/**/*.test.{ts,tsx}`],
      exclude: ["**/node_modules/**", "**/dist/**", "**/e2e/**"],
      ...test,
    },
  };
}

/** One project a folder: `vitest run --project booking`. Those with a database share one PostgreSQL a run. */
export default defineConfig({
  test: {
    // By itself vitest leaves one processor free, which is half of a machine with two.
    maxWorkers: availableParallelism(),
    // The files of a worker share what they import: no test changes what a module keeps. It saves a quarter of the whole.
    isolate: false,
    projects: [
      project("packages/kernel"),
      project("packages/ui"),
      project("packages/db", database),
      project("packages/notify", database),
      project("packages/documents", { testTimeout: 30_000 }),
      project("packages/billing", database),
      project("packages/directory", database),
      project("packages/credits", database),
      project("packages/charges", database),
      project("packages/booking", database),
      project("packages/copier", database),
      project("packages/feeds", database),
      project("packages/import", database),
      project("apps/api", database),
      project("apps/portal", { setupFiles: "./apps/portal/src/testing/british-reader.ts" }),
      project("apps/kiosk"),
      project("apps/print-agent", database),
      project("tooling/tidy", { testTimeout: 60_000 }),
      project("tooling/postgres", { testTimeout: 60_000 }),
      project("tooling/backup", { testTimeout: 60_000 }),
      project("tooling/demo", database),
      project("tooling/invariants", database),
      project("tooling/upgrades", database),
      project("tooling/run"),
      project("tooling/statements", database),
      project("tooling/bench"),
      project("tooling/contention", database),
    ],
  },
});
