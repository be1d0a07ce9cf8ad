import fc from "fast-check";
import { expect, it } from "vitest";
import { readBookSearch } from "../features/day/book-search.ts";
import { parseSearch, stringifySearch } from "./search-text.ts";

const text = fc.oneof(
  fc.string({ unit: "grapheme" }).filter((one) => one.isWellFormed()),
  fc.constantFrom("662E41", "true", "null", "007", "1.0", '["a"]', "{}", "a,b", "+1 555", "50%", "&", "=", "#", ""),
);
const key = fc.constantFrom("q", "edit", "person", "of");

it("any text comes back from its link, whatever it looks like", () => {
  fc.assert(
    fc.property(fc.dictionary(key, text, { noNullPrototype: true }), (search) => {
      expect(parseSearch(stringifySearch(search))).toEqual(search);
    }),
  );
});

it.each([
  ["?q=662E41", { q: "662E41" }],
  ["?q=true", { q: "true" }],
  ["?q=%5B1%5D", { q: "[1]" }],
  ["?features=screen&features=quiet", { features: ["screen", "quiet"] }],
  ["", {}],
])("%s", (link, search) => {
  expect(parseSearch(link)).toEqual(search);
});

it("what Book asks for comes back from its link, number by number and list by list", () => {
  const word = fc.constantFrom("screen", "1", "true", "[x]", "räder, rund", "a&b");
  const wish = fc.record(
    {
      people: fc.integer({ min: 1, max: 10_000 }),
      minutes: fc.integer({ min: 5, max: 44_640 }),
      second: fc.constant(true as const),
      features: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
      kinds: fc.constantFrom(["room" as const], ["room" as const, "booth" as const]),
      time: fc.constant("09:30"),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
  fc.assert(
    fc.property(wish, (search) => {
      expect(readBookSearch(parseSearch(stringifySearch(search)))).toMatchObject(search);
    }),
  );
});

it("links of earlier days open still", () => {
  const read = readBookSearch(
    parseSearch(`?people=6&second=true&features=${encodeURIComponent('["screen","quiet"]')}`),
  );
  expect(read).toMatchObject({ people: 6, second: true, features: ["screen", "quiet"] });
});
