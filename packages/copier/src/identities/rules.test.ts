import { mostWithin } from "@working-social/kernel";
import { expect, test } from "vitest";
import { WRONG_PINS } from "./rules.ts";

const DAY = 86_400_000;

test.each([
  ["five minutes", 300_000, 15],
  ["a day", DAY, 79],
  ["a week", 7 * DAY, 246],
  ["thirty days", 30 * DAY, 399],
  ["sixty days", 60 * DAY, 599],
])("whoever guesses PINs without a rest gets this far in %s", (_name, end, guesses) => {
  expect(mostWithin(WRONG_PINS, end)).toBe(guesses);
});
