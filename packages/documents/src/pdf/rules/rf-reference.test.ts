import fc from "fast-check";
import { expect, test } from "vitest";
import { inFours, isRfReference, rfReference } from "./rf-reference.ts";

test.each([
  ["RW-2026-0412", "RF17RW20260412"],
  ["539007547034", "RF18539007547034"], // the example of ISO 11649
  ["rw 1", "RF22RW1"],
])("%s becomes %s", (number, reference) => {
  expect(rfReference(number)).toBe(reference);
});

test.each(["", "–", "ABCDEFGHIJKLMNOPQRSTUV"])("“%s” is no number for a reference", (number) => {
  expect(() => rfReference(number)).toThrow(RangeError);
});

test.each(["RF18539007547034", "RF18 5390 0754 7034", "rf17rw20260412"])("%s is a reference", (text) => {
  expect(isRfReference(text)).toBe(true);
});

test.each(["RF19539007547034", "RF18539007547043", "RW20260412", "RF17", "RF17RW-2026-0412"])("%s is none", (text) => {
  expect(isRfReference(text)).toBe(false);
});

test("every reference checks itself, and sees a wrong figure for a figure, a wrong letter for a letter", () => {
  const number = fc.stringMatching(/^[A-Z0-9]{1,21}$/);
  const [figure, letter] = [fc.constantFrom(..."0123456789"), fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ")];
  fc.assert(
    fc.property(number, fc.nat(), figure, letter, (text, place, otherFigure, otherLetter) => {
      const reference = rfReference(text);
      expect(isRfReference(reference)).toBe(true);
      const at = 4 + (place % text.length);
      const other = /\d/.test(reference.charAt(at)) ? otherFigure : otherLetter;
      const wrong = reference.slice(0, at) + other + reference.slice(at + 1);
      expect(isRfReference(wrong)).toBe(wrong === reference);
    }),
  );
});

test("is printed in groups of four", () => {
  expect(inFours("RF17RW20260412")).toBe("RF17 RW20 2604 12");
  expect(inFours("RF18 5390 0754 7034")).toBe("RF18 5390 0754 7034");
});
