import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { couldCollide, documentNumber, isNumberPattern, numberExpressions } from "./number-pattern.ts";

test.each([
  ["{YYYY}-{NNNN}", true],
  ["A-CN-{YYYY}-{NNNN}", true],
  ["{N}", true],
  ["RE {YYYY}/{NNNNNN}", true],
  ["{NNNN}{YYYY}", true],
  ["{YYYY}", false],
  ["{NNNN}-{NN}", false],
  ["{YYYY}-{YYYY}-{N}", false],
  ["{YY}-{N}", false],
  ["{N", false],
  ["", false],
  ["№{N}", false],
  ["{NNNNNNNNNN}", false],
])("%j says how documents are numbered: %s", (pattern, is) => {
  expect(isNumberPattern(pattern)).toBe(is);
});

test("a number has at least the digits that are asked for, and more where it needs more", () => {
  expect(documentNumber("{YYYY}-{NNNN}", 2027, 7)).toBe("2027-0007");
  expect(documentNumber("{YYYY}-{NNNN}", 2027, 12_345)).toBe("2027-12345");
  expect(documentNumber("A/{N}.{YYYY}", 2027, 12)).toBe("A/12.2027");
});

describe("two series of one seller", () => {
  test.each([
    ["{YYYY}-{NNNN}", "CN-{YYYY}-{NNNN}", false],
    ["{YYYY}-{NNNN}", "{YYYY}-{NN}", true],
    ["{YYYY}-{NNNN}", "2027-{N}", true],
    ["{NNNN}", "{YYYY}{NN}", true],
    ["{YYYY}", "{N}", true],
    ["1{NN}", "2{NN}", false],
    ["1{NN}", "{NN}2", true],
    ["R{N}", "r{N}", false],
    ["{NNNN}-", "{NNNN}", false],
  ])("%s and %s could give the same number: %s", (one, other, could) => {
    expect([couldCollide(one, other), couldCollide(other, one)]).toEqual([could, could]);
  });
});

const pattern = fc
  .tuple(
    fc.constantFrom("", "A-", "1", "20", "x.2"),
    fc.constantFrom("", "{YYYY}", "{YYYY}-"),
    fc.constantFrom("", "0", "/7"),
    fc.integer({ min: 1, max: 5 }).map((digits) => `{${"N".repeat(digits)}}`),
    fc.constantFrom("", "0", "-A", "{YYYY}"),
  )
  .map((parts) => parts.join(""))
  .filter(isNumberPattern);
const year = fc.integer({ min: 2020, max: 2040 });
const sequence = fc.integer({ min: 1, max: 120_000 });

test("what a pattern makes, its expressions read again, and nothing that it does not make", () => {
  fc.assert(
    fc.property(pattern, year, sequence, pattern, (one, inYear, number, other) => {
      const text = documentNumber(one, inYear, number);
      const read = numberExpressions(one);
      expect(Number(new RegExp(read.number).exec(text)?.[1])).toBe(number);
      if (read.year !== null) expect(Number(new RegExp(read.year).exec(text)?.[1])).toBe(inYear);
      const others = new RegExp(numberExpressions(other).number).exec(text);
      if (others === null) return;
      const otherYear = Number(new RegExp(numberExpressions(other).year ?? "^(.)").exec(text)?.[1]);
      expect(documentNumber(other, otherYear, Number(others[1]))).toBe(text);
      expect(couldCollide(one, other)).toBe(true);
    }),
  );
});
