import { describe, expect, test } from "vitest";
import { hiddenPin, pinHashOf, shownUser } from "./identity.ts";
import { wholeNumber } from "./print-record.ts";

describe("a user name that looks like a PIN", () => {
  const hash = "0123456789abcdef".repeat(4);

  test("is kept as its last two digits and its hash", () => {
    expect(hiddenPin("123478", hash)).toBe(`pin:78:${hash}`);
    expect(pinHashOf(hiddenPin("123478", hash))).toBe(hash);
  });

  test("is shown as its last two digits; any other name as it is", () => {
    expect(shownUser(hiddenPin("123478", hash))).toBe("••••78");
    expect(shownUser("ana")).toBe("ana");
  });

  test.each([
    `pin:7:${hash}`,
    `pin:789:${hash}`,
    `pin:78:${hash}0`,
    `pin:78:${hash.slice(1)}`,
    `xpin:78:${hash}`,
    "ana",
  ])("is not %s", (name) => {
    expect([pinHashOf(name), shownUser(name)]).toEqual([null, name]);
  });
});

test.each([
  ["0", 0],
  ["007", 7],
  ["100000", 100_000],
  ["100001", null],
  ["1234567890", null],
  ["0000000001", null],
  ["12a", null],
  ["a12", null],
  ["-1", null],
  ["1.5", null],
  ["", null],
  [undefined, null],
])("the whole number of %s is %s", (text, number) => {
  expect(wholeNumber(text)).toBe(number);
});

test("as large as it may be, and no larger", () => {
  expect([wholeNumber("9", 9), wholeNumber("10", 9)]).toEqual([9, null]);
});
