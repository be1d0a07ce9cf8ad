import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, holdsSame, isSameJson } from "./canonical-json.ts";

test("fields in another order, however deep, are the same text; lists in another order are not", () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: "x" })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
  expect(canonicalJson({ a: "x", b: [{ c: null, d: 1 }] })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
  expect(canonicalJson([2, 1])).toBe("[2,1]");
});

test("it is JSON that says the same", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("two values are the same by what they say, and two lists by what they hold", () => {
  expect(isSameJson({ unit: "hour", scope: { rooms: [] } }, { scope: { rooms: [] }, unit: "hour" })).toBe(true);
  expect(isSameJson({ unit: "hour" }, { unit: "hour", cap: 0 })).toBe(false);
  expect(isSameJson([1, 2], [2, 1])).toBe(false);
  expect(holdsSame([{ a: 1, b: 2 }, { a: 3 }], [{ a: 3 }, { b: 2, a: 1 }])).toBe(true);
  expect(holdsSame([{ a: 1 }], [])).toBe(false);
  expect(holdsSame([{ a: 1 }], [{ a: 1 }, { a: 1 }])).toBe(false);
  expect(holdsSame([{ a: { b: [1] } }], [{ a: { b: [2] } }])).toBe(false);
});
