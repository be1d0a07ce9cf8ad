import { expect, test } from "vitest";
import { inOrder, numbered } from "./named-values.ts";

test("names become numbers in the order in which they come, each the same wherever it stands", () => {
  const { text, names } = numbered("SELECT $b::uuid, $a, $b FROM t WHERE x = ANY($all::text[]) AND y->>'$.a' <> $a2");
  expect(text).toBe("SELECT $1::uuid, $2, $1 FROM t WHERE x = ANY($3::text[]) AND y->>'$.a' <> $4");
  expect(names).toEqual(["b", "a", "all", "a2"]);
});

test.each(["SELECT $1::uuid, $2", "DO $$ BEGIN END $$", "SELECT a$b, '10$'", "SELECT $1$2"])(
  "%s has no names and stays as it is",
  (text) => {
    expect(numbered(text)).toEqual({ text, names: [] });
  },
);

test("values come in the order of the numbers, and a list stays as it is", () => {
  const statement = numbered("SELECT $second, $first");
  expect(inOrder(statement, { first: 1, second: null })).toEqual([null, 1]);
  expect(inOrder(numbered("SELECT $1, $2"), [1, 2])).toEqual([1, 2]);
});

test("a name without a value is refused with the name, since null would be a value", () => {
  expect(() => inOrder(numbered("SELECT $here, $missing"), { here: 1 })).toThrow("names $missing, which is not given");
});
