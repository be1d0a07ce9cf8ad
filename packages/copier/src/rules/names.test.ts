import { describe, expect, test } from "vitest";
import { colourModeOf } from "./colour-mode.ts";
import { isAnonymous, isPin, mailboxOf, userKeyOf } from "./identity.ts";
import { paperSizeOf } from "./paper-size.ts";

test.each([
  ["monochrome", "mono"],
  ["process-monochrome", "mono"],
  ["process-bi-level", "mono"],
  ["Gray", "mono"],
  ["GREY_8", "mono"],
  ["K", "mono"],
  ["Black", "mono"],
  ["CMYK", "colour"],
  ["KCMY", "colour"],
  ["color", "colour"],
  ["gri", "colour"],
  ["auto", null],
  ["-", null],
  ["", null],
  [null, null],
  [undefined, null],
])("a driver's %s is %s", (name, mode) => {
  expect(colourModeOf(name)).toBe(mode);
});

test.each([
  ["A4", "A4"],
  [" iso_a4_210x297mm ", "A4"],
  ["A4.Borderless", "A4"],
  ["iso_a3_297x420mm", "A3"],
  ["A5", "A5"],
  ["A41", "other"],
  ["na_letter_8.5x11in", "Letter"],
  ["US Letter", "Letter"],
  ["USLegal", "Legal"],
  ["11x17,tray-2", "Tabloid"],
  ["Ledger", "Tabloid"],
  ["na_number-10", "other"],
  ["my a4", "other"],
  ["none", null],
  ["-", null],
  ["", null],
  [null, null],
])("paper that is called %s is %s", (name, size) => {
  expect(paperSizeOf(name)).toBe(size);
});

describe("who prints", () => {
  test.each([
    ["  OFFICE\\Ana ", "ana"],
    ["a\\b\\C", "c"],
    ["Cafe\u0301", "café"],
    [`${"x".repeat(300)}`, "x".repeat(254)],
  ])("%s is compared as %s", (reported, key) => expect(userKeyOf(reported)).toBe(key));

  test.each([
    [" Ana+Print@Example.org\n", "ana@example.org"],
    ["ana@example.org", "ana@example.org"],
    ["ana+a+b@example.org", "ana@example.org"],
    ["+ana@example.org", "+ana@example.org"],
    ["ana", null],
    ["ana@b@example.org", null],
    ["an a@example.org", null],
    ["@example.org", null],
    ["ana@", null],
  ])("the mailbox of %s is %s", (text, mailbox) => expect(mailboxOf(text)).toBe(mailbox));

  test("a code has four to ten digits and nothing else", () => {
    expect(["1234", "1234567890"].map(isPin)).toEqual([true, true]);
    expect(["123", "12345678901", "12a4", " 1234", "1234 "].map(isPin)).toEqual(Array(5).fill(false));
  });

  test("print systems have four words for nobody", () => {
    expect(["", "-", "anonymous", "unknown"].map(isAnonymous)).toEqual(Array(4).fill(true));
    expect(["ana", "anonymous2", "--"].map(isAnonymous)).toEqual(Array(3).fill(false));
  });
});
