import { expect, test } from "vitest";
import { LONGEST_MINUTES } from "../../rules/bounds.ts";
import { LONGEST_CLAIM } from "./situation-sql.ts";

test("the longest claim has room for the longest booking and a day's buffer on both sides", () => {
  const hours = Number(/^interval '(\d+) hours'$/.exec(LONGEST_CLAIM)?.[1]);
  expect(hours).toBeGreaterThanOrEqual(LONGEST_MINUTES / 60 + 48);
});
