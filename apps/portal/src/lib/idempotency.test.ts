import { expect, test } from "vitest";
import { makeIntention } from "./idempotency.ts";

test("a retry has the same key; other input, or the same after a success, has another", () => {
  const intention = makeIntention();
  const first = intention.keyFor({ slot: 1 });
  expect(intention.keyFor({ slot: 1 })).toBe(first);
  const other = intention.keyFor({ slot: 2 });
  expect(other).not.toBe(first);
  intention.done();
  expect(intention.keyFor({ slot: 2 })).not.toBe(other);
});
