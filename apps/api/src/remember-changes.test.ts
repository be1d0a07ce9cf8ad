import { expect, test } from "vitest";
import { rememberChanges } from "./remember-changes.ts";

const MINUTE_MS = 60_000;

function heardAt(start: number) {
  let now = start;
  const heard = rememberChanges(() => now);
  return { ...heard, pass: (ms: number) => (now += ms) };
}

test("what a page loaded before this process listened may have missed something", () => {
  const heard = heardAt(MINUTE_MS);
  expect(heard.isMissed("a", MINUTE_MS)).toBe(true);
  heard.listening();
  expect(heard.isMissed("a", MINUTE_MS)).toBe(true);
  heard.pass(5_000);
  expect(heard.isMissed("a", MINUTE_MS + 5_000)).toBe(false);
});

test("a change since, or within the clocks' margin before, is missed; one of another place is not", () => {
  const heard = heardAt(0);
  heard.listening();
  heard.pass(MINUTE_MS);
  heard.changed("a");
  heard.pass(10_000);
  expect(heard.isMissed("a", MINUTE_MS - 5_000)).toBe(true);
  expect(heard.isMissed("a", MINUTE_MS + 2_000)).toBe(true);
  expect(heard.isMissed("a", MINUTE_MS + 4_000)).toBe(false);
  expect(heard.isMissed("b", MINUTE_MS - 5_000)).toBe(false);
});

test("after the listener was away, and beyond what is kept, everything may be missed", () => {
  const heard = heardAt(0);
  heard.listening();
  heard.pass(MINUTE_MS);
  heard.listening();
  heard.pass(MINUTE_MS);
  expect([heard.isMissed("a", MINUTE_MS), heard.isMissed("a", 2 * MINUTE_MS)]).toEqual([true, false]);
  heard.pass(20 * MINUTE_MS);
  expect(heard.isMissed("a", 2 * MINUTE_MS)).toBe(true);
});
