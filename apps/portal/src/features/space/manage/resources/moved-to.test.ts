import { expect, it } from "vitest";
import { movedTo } from "./moved-to.ts";

it.each([
  ["a", "c", "bca"],
  ["c", "a", "cab"],
  ["b", "b", "abc"],
  ["x", "a", "abc"],
  ["a", "x", "abc"],
])("%s to the place of %s: %s", (id, target, order) => {
  expect(movedTo(["a", "b", "c"], id, target).join("")).toBe(order);
});
