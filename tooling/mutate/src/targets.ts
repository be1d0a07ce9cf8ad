/** A part of the code whose decisions are pure, so that thousands of mistakes can be tried in it within minutes. */
export interface Target {
  readonly name: string;
  /** From the root. */
  readonly package: string;
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
  /** Where more has to be found than elsewhere. */
  readonly leastKilledPercent?: number;
}

const RULES = {
  mutate: ["src/rules/**/*.ts", "!src/rules/**/*.test.ts", "!src/rules/index.ts"],
  tests: ["src/rules/**/*.test.ts"],
};

export const TARGETS: readonly Target[] = [
  {
    name: "kernel",
    package: "packages/kernel",
    mutate: ["src/*.ts", "!src/*.test.ts", "!src/index.ts"],
    tests: ["src/*.test.ts"],
  },
  { name: "booking", package: "packages/booking", ...RULES, mutate: [...RULES.mutate, "!src/rules/builders.ts"] },
  { name: "credits", package: "packages/credits", ...RULES },
  { name: "copier", package: "packages/copier", ...RULES },
  { name: "billing", package: "packages/billing", ...RULES, leastKilledPercent: 95 },
];

/** Of each hundred mistakes, how many the tests have to find, where a target asks no more. */
export const LEAST_KILLED_PERCENT = 92;
