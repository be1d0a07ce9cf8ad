import { expect, test } from "vitest";
import { expectDefined } from "./expect-defined.ts";

test("what is there is given back, also what is empty", () => {
  expect([expectDefined(0, "No number."), expectDefined("", "No text."), expectDefined(false, "No answer.")]).toEqual([
    0,
    "",
    false,
  ]);
});

test("what can't be absent and is says what is broken", () => {
  expect(() => expectDefined(null, "The count has no row.")).toThrow("The count has no row.");
  expect(() => expectDefined([].at(0), "The list is empty.")).toThrow("The list is empty.");
});
