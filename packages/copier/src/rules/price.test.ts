import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAnonymous, isPin, mailboxOf, userKeyOf } from "./identity.ts";
import { paperSizeOf } from "./paper-size.ts";
import { priceOf, sheetsOf, splitPrice } from "./price.ts";
import type { PriceRow, PrintWork } from "./price.ts";

const TABLE: PriceRow[] = [
  { colour: "mono", paperSize: "A4", isDuplex: false, priceMinor: 10, creditsPerSide: 1 },
  { colour: "mono", paperSize: "A4", isDuplex: true, priceMinor: 8, creditsPerSide: 1 },
  { colour: "mono", paperSize: "A3", isDuplex: false, priceMinor: 20, creditsPerSide: 2 },
  { colour: "mono", paperSize: "other", isDuplex: false, priceMinor: 30, creditsPerSide: 3 },
];
const work = (one: Partial<PrintWork>): PrintWork => ({
  colour: "mono",
  paperSize: "A4",
  isDuplex: false,
  sides: 1,
  copies: 1,
  ...one,
});

describe("the price of a job", () => {
  test.each([
    ["three sides", { sides: 3 }, 30, 3, 3],
    ["three sides on both sides of the paper: two share a sheet", { sides: 3, isDuplex: true }, 26, 3, 2],
    ["two copies of three: four share, two don't", { sides: 6, copies: 2, isDuplex: true }, 52, 6, 4],
    ["copies that don't divide the sides count as one long one", { sides: 5, copies: 2, isDuplex: true }, 42, 5, 3],
    ["A3 counts twice", { sides: 2, paperSize: "A3" as const }, 40, 4, 2],
    [
      "A3 on both sides has no row of its own: the single side's",
      { sides: 2, paperSize: "A3" as const, isDuplex: true },
      40,
      4,
      1,
    ],
    ["any other size", { paperSize: "Legal" as const }, 30, 3, 1],
  ])("%s", (_name, one, priceMinor, credits, sheets) => {
    expect(priceOf(work(one), TABLE)).toEqual({ unit: "mono_pages", priceMinor, credits, sheets });
  });
  test.each([
    ["the same size for a single side, before any other size", { paperSize: "A3" as const, isDuplex: true }, 2 * 20],
    ["an unknown size on both sides: the row of both sides", { paperSize: "Legal" as const, isDuplex: true }, 2 * 25],
    ["an unknown size on one side: the row of one side", { paperSize: "Legal" as const }, 2 * 30],
    ["a row of its own, before all others", { isDuplex: true }, 2 * 8],
  ])("a missing row falls back to %s", (_name, one, priceMinor) => {
    const both: PriceRow = { colour: "mono", paperSize: "other", isDuplex: true, priceMinor: 25, creditsPerSide: 3 };
    const colour: PriceRow = { ...both, colour: "colour", paperSize: "A3", priceMinor: 99 };
    for (const table of [
      [colour, both, ...TABLE],
      [...TABLE, both, colour],
    ])
      expect(priceOf(work({ sides: 2, ...one }), table)?.priceMinor).toBe(priceMinor);
  });
  test("colour takes colour pages; no copies and no sides are a job as well", () => {
    const colour: PriceRow = { colour: "colour", paperSize: "A4", isDuplex: false, priceMinor: 50, creditsPerSide: 1 };
    const table = [...TABLE, colour];
    expect(priceOf(work({ colour: "colour" }), table)).toMatchObject({ unit: "colour_pages", priceMinor: 50 });
    expect(priceOf(work({ sides: 0 }), TABLE)).toEqual({ unit: "mono_pages", credits: 0, priceMinor: 0, sheets: 0 });
    expect(priceOf(work({ sides: 3, copies: 0, isDuplex: true }), TABLE)?.sheets).toBe(2);
    expect(sheetsOf({ sides: 4, copies: 3, isDuplex: true })).toEqual({ shared: 4, alone: 0, sheets: 2 });
  });
  test("a table without ordinary sides has no price for a job that has one", () => {
    const both = TABLE.filter(({ isDuplex, paperSize }) => isDuplex && paperSize === "A4");
    expect(priceOf(work({ sides: 2, isDuplex: true }), both)?.priceMinor).toBe(16);
    expect(priceOf(work({ sides: 3, isDuplex: true }), both)).toBeNull();
  });
  test("what the table does not know has no price, not even for nothing", () => {
    expect(priceOf(work({ colour: "colour" }), TABLE)).toBeNull();
    expect(priceOf(work({ colour: "colour", sides: 0 }), TABLE)).toBeNull();
  });
  test("sheets hold all sides, and at most two each", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 20 }), fc.boolean(), (sides, copies, isDuplex) => {
        const { shared, alone, sheets } = sheetsOf({ sides, copies, isDuplex });
        expect(shared + alone).toBe(sides);
        expect(sheets).toBeGreaterThanOrEqual(sides / 2);
        expect(sheets).toBeLessThanOrEqual(sides);
      }),
    );
  });
  test("credits and money together pay for all of it; more credits never cost more money", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.nat(10_000_000),
        fc.nat(200_000),
        (credits, priceMinor, covered) => {
          const split = splitPrice({ credits, priceMinor }, covered);
          const better = splitPrice({ credits, priceMinor }, covered + 1);
          expect(split.moneyMinor).toBeGreaterThanOrEqual(better.moneyMinor);
          if (split.credits === credits) expect(split.moneyMinor).toBe(0);
          expect(splitPrice({ credits, priceMinor }, 0)).toEqual({ credits: 0, moneyMinor: priceMinor });
        },
      ),
    );
  });
  test("what takes no credits is paid in money", () => {
    expect(splitPrice({ credits: 0, priceMinor: 70 }, 5)).toEqual({ credits: 0, moneyMinor: 70 });
  });
});

describe("names of people and paper", () => {
  test.each([
    ["OFFICE\\Ana", "ana"],
    [" Ana ", "ana"],
    ["a\\b\\C", "c"],
    ["ANA@Example.org", "ana@example.org"],
    ["José", "josé"],
  ])("%s is %s", (reported, key) => {
    expect(userKeyOf(reported)).toBe(key);
  });
  test.each([
    ["ana+print@x.org", "ana@x.org"],
    ["ana@x.org", "ana@x.org"],
    ["a+b+c@x.org", "a@x.org"],
    ["+x@x.org", "+x@x.org"],
    ["ana", null],
    ["a@b@c", null],
  ])("the mailbox of %s is %s", (text, mailbox) => {
    expect(mailboxOf(text)).toBe(mailbox);
  });
  test("PINs and nobody", () => {
    expect(["1234", "123", "12345678901", "12a4"].map(isPin)).toEqual([true, false, false, false]);
    expect(["", "-", "anonymous", "ana"].map(isAnonymous)).toEqual([true, true, true, false]);
  });
  test.each([
    ["iso_a4_210x297mm", "A4"],
    ["A4.Borderless", "A4"],
    ["LETTER", "Letter"],
    ["na_letter_8.5x11in", "Letter"],
    ["A3", "A3"],
    ["na_ledger_11x17in", "Tabloid"],
    ["A4,Stationery", "A4"],
    ["A45", "other"],
    ["om_card_54x86mm", "other"],
    ["-", null],
    ["", null],
  ])("%s is %s", (name, size) => {
    expect(paperSizeOf(name)).toBe(size);
  });
});

test("both sides of a size that has no price cost what one side of any other size does", () => {
  const row = { colour: "mono", paperSize: "other", isDuplex: false, creditsPerSide: 1, priceMinor: 7 } as const;
  const both = { colour: "mono", paperSize: "A3", isDuplex: true, sides: 2, copies: 1 } as const;
  expect(priceOf(both, [row])).toMatchObject({ credits: 2, priceMinor: 14, sheets: 1 });
  expect(priceOf({ ...both, colour: "colour" }, [row])).toBe(null);
});
