import { readFileSync } from "node:fs";
import type { TestSpecification } from "vitest/node";
import { BaseSequencer } from "vitest/node";
import { defineConfig } from "vitest/config";

/** Examples before properties: a mutant is done at the first test that fails, and most fall to an example, in a moment. */
class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const hasProperties = ({ moduleId }: TestSpecification) => readFileSync(moduleId, "utf8").includes("fast-check");
    return files.toSorted((a, b) => Number(hasProperties(a)) - Number(hasProperties(b)));
  }
}

/** For mutated copies of a package: the tests of pure code alone, without a database and always with the same random inputs. */
export default defineConfig({
  test: {
    include: (process.env["MUTATED_TESTS"] ?? "src/**/*.test.ts").split(","),
    setupFiles: [`${import.meta.dirname}/src/same-inputs.ts`],
    sequence: { sequencer: QuickestFirst },
    // Pure tests leave nothing behind, and a process for each file would take most of the time.
    isolate: false,
  },
});
