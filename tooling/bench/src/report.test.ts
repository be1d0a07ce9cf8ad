import { expect, test } from "vitest";
import type { Line } from "./report.ts";
import { isMet, tableOf } from "./report.ts";

const timing = { count: 10, ratePerSecond: 50, p50Ms: 1, p95Ms: 2, p99Ms: 3 };
const line = (change: Partial<Line>): Line => ({
  what: "booking",
  timing,
  floor: { what: "pg", timing: { ...timing, ratePerSecond: 100 } },
  figure: { value: 0.5, unit: "ratio" },
  goal: { atLeast: 0.5 },
  ...change,
});

test("a goal is met at its very value, and missed beyond", () => {
  expect(isMet(line({}))).toBe(true);
  expect(isMet(line({ goal: { atLeast: 0.51 } }))).toBe(false);
  expect(isMet(line({ figure: { value: 25, unit: "ms" }, goal: { atMost: 25 } }))).toBe(true);
  expect(isMet(line({ figure: { value: Number.NaN, unit: "ms" }, goal: { atMost: 25 } }))).toBe(false);
});

test("the table has the floor below its measurement", () => {
  const rows = tableOf([line({})]).split("\n");
  expect(rows[2]).toMatch(/booking .* 50 .*50 % .*≥ 50 % .*met/);
  expect(rows[3]).toMatch(/floor: pg .*100/);
});
