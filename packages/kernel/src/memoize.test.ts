import { expect, test } from "vitest";
import { memoize } from "./memoize.ts";

test("asks once for the same arguments, and forgets when full", () => {
  const asked: string[] = [];
  const greet = memoize(2, (name: string, times: number) => {
    asked.push(`${name}${times}`);
    return name.repeat(times);
  });
  expect([greet("a", 1), greet("a", 1), greet("b", 2), greet("a", 1)]).toEqual(["a", "a", "bb", "a"]);
  expect(asked).toEqual(["a1", "b2"]);
  greet("c", 1);
  greet("a", 1);
  expect(asked).toEqual(["a1", "b2", "c1", "a1"]);
});

test("takes no two lists of arguments for one another", () => {
  const join = memoize(9, (name: string, times: number) => `${name}×${times}`);
  expect([join("a1", 1), join("a", 11), join("a", 1)]).toEqual(["a1×1", "a×11", "a×1"]);
});

test("keeps nothing of what throws", () => {
  let tries = 0;
  const fail = memoize(2, (at: number) => {
    tries += 1;
    throw new RangeError(String(at));
  });
  expect(() => fail(1)).toThrow(RangeError);
  expect(() => fail(1)).toThrow(RangeError);
  expect(tries).toBe(2);
});
