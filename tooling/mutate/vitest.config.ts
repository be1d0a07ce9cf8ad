import { defineConfig } from "vitest/config";

/** For mutated copies of a package: the tests of pure code alone, without a database and always with the same random inputs. */
export default defineConfig({
  test: {
    include: (process.env["MUTATED_TESTS"] ?? "src/**/*.test.ts").split(","),
    setupFiles: [`${import.meta.dirname}/src/same-inputs.ts`],
  },
});
