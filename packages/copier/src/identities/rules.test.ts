import type { Usage } from "@working-social/kernel";
import { draw } from "@working-social/kernel";
import { expect, test } from "vitest";
import { WRONG_PINS } from "./rules.ts";

const DAY = 86_400_000;

/** Guesses by somebody who never rests, until `end`. */
function guessesUntil(end: number): number {
  let [count, now, usage] = [0, 0, null as Usage | null];
  while (now < end) {
    const drawn = draw(WRONG_PINS, usage, now);
    if (drawn.retryAfterMs === null) [count, usage] = [count + 1, drawn.usage];
    else now += drawn.retryAfterMs;
  }
  return count;
}

test.each([
  ["five minutes", 300_000, 15],
  ["a day", DAY, 79],
  ["a week", 7 * DAY, 246],
  ["thirty days", 30 * DAY, 399],
  ["sixty days", 60 * DAY, 599],
])("whoever guesses PINs without a rest gets this far in %s", (_name, end, guesses) => {
  expect(guessesUntil(end)).toBe(guesses);
});
