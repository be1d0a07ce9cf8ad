import { expect, test } from "vitest";
import { conjunctsOf } from "./catalog.ts";

test.each([
  ["CHECK ((name IS NOT NULL))", ["name IS NOT NULL"]],
  [
    "CHECK (((hours IS NOT NULL) AND (cardinality(hours) <= 5) AND ((1 <= ALL (hours)) OR (a AND b))))",
    ["hours IS NOT NULL", "cardinality(hours) <= 5", "(1 <= ALL (hours)) OR (a AND b)"],
  ],
  [
    "CHECK (((unit = 'money'::credit_unit) = (currency IS NOT NULL)))",
    ["(unit = 'money'::credit_unit) = (currency IS NOT NULL)"],
  ],
  ["CHECK ((num_nulls(a, b) = 0))", ["num_nulls(a, b) = 0"]],
])("%s demands %j in any case", (check, demanded) => {
  expect(conjunctsOf(check)).toEqual(demanded);
});
