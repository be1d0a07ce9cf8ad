import type { PriceMode, TaxCategory } from "@working-social/kernel";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { someLines } from "../testing/tax-lines.ts";
import { taxInvoice, withoutDomesticTax } from "./tax.ts";

const line = (amountMinor: number, basisPoints = 1900, category: TaxCategory = "S") => ({
  id: String(amountMinor),
  amountMinor,
  basisPoints,
  category,
});

describe("the tax of an invoice", () => {
  test("of net prices comes once for all lines of a rate", () => {
    expect(taxInvoice([line(3), line(3), line(3)], "net")).toEqual({
      lineNets: Array.from({ length: 3 }, () => ({ id: "3", netMinor: 3 })),
      taxes: [{ category: "S", basisPoints: 1900, netMinor: 9, taxMinor: 2 }],
      netMinor: 9,
      taxMinor: 2,
      roundingMinor: 0,
      dueMinor: 11,
    });
  });

  test("of gross prices is due as it stands in the catalogue, and what doesn't come out is the rounding", () => {
    expect(taxInvoice([line(5000), line(2920)], "gross")).toEqual({
      lineNets: [
        { id: "5000", netMinor: 4202 },
        { id: "2920", netMinor: 2453 },
      ],
      taxes: [{ category: "S", basisPoints: 1900, netMinor: 6655, taxMinor: 1264 }],
      netMinor: 6655,
      taxMinor: 1264,
      roundingMinor: 1,
      dueMinor: 7920,
    });
  });

  test("stands apart for each category and rate, by category and then by rate", () => {
    const lines = [line(100, 1900), line(200, 0, "Z"), line(300, 700), line(400, 0, "AE"), line(500, 1900)];
    const { taxes } = taxInvoice(lines, "net");
    expect(
      taxes.map(({ category, basisPoints, netMinor, taxMinor }) => [category, basisPoints, netMinor, taxMinor]),
    ).toEqual([
      ["AE", 0, 400, 0],
      ["S", 700, 300, 21],
      ["S", 1900, 600, 114],
      ["Z", 0, 200, 0],
    ]);
  });

  test("keeps the running gross of each category and rate by itself", () => {
    const lines = [line(5), line(7, 700), line(4), line(-5), line(3, 0, "E")];
    expect(taxInvoice(lines, "gross").lineNets.map(({ netMinor }) => netMinor)).toEqual([4, 7, 4, -5, 3]);
  });

  test("of what comes back is the mirror image", () => {
    const { lineNets, ...totals } = taxInvoice([line(-5000), line(-2920)], "gross");
    expect(lineNets.map(({ netMinor }) => netMinor)).toEqual([-4202, -2453]);
    expect(totals).toMatchObject({ netMinor: -6655, taxMinor: -1264, roundingMinor: -1, dueMinor: -7920 });
  });

  test.each(["net", "gross"] as const)("of nothing is nothing, %s", (mode) => {
    expect(taxInvoice([], mode)).toEqual({
      lineNets: [],
      taxes: [],
      netMinor: 0,
      taxMinor: 0,
      roundingMinor: 0,
      dueMinor: 0,
    });
  });

  test.each(["net", "gross"] as const)("is refused for what is not exact, %s", (mode) => {
    expect(() => taxInvoice([line(100, -1)], mode)).toThrow("-1 is below zero.");
    expect(() => taxInvoice([line(0.5), line(0.5)], mode)).toThrow(RangeError);
    expect(() => taxInvoice([line(Number.MAX_SAFE_INTEGER), line(1)], mode)).toThrow(RangeError);
  });
});

describe("a gross price without domestic tax", () => {
  test.each([
    [11_900, 1900, 10_000],
    [7920, 1900, 6655],
    [-7920, 1900, -6655],
    [1, 10_000, 1],
    [100, 0, 100],
    [0, 1900, 0],
  ])("%i at %i is %i", (gross, basisPoints, net) => {
    expect(withoutDomesticTax(gross, basisPoints)).toBe(net);
  });

  test("is refused for what is no amount, and for a rate below zero", () => {
    expect(() => withoutDomesticTax(0.5, 1900)).toThrow(RangeError);
    expect(() => withoutDomesticTax(100, -1)).toThrow(RangeError);
  });
});

/** Halves away from zero, in exact fractions. */
function rounded(numerator: bigint, denominator: bigint): bigint {
  const size = (2n * (numerator < 0n ? -numerator : numerator) + denominator) / (2n * denominator);
  return numerator < 0n ? -size : size;
}

describe("whatever the lines", () => {
  const anyMode = fc.constantFrom<PriceMode[]>("net", "gross");

  test("nets, taxes and rounding add up to what is due", () => {
    fc.assert(
      fc.property(someLines(), anyMode, (lines, mode) => {
        const { lineNets, taxes, netMinor, taxMinor, roundingMinor, dueMinor } = taxInvoice(lines, mode);
        const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
        expect(dueMinor).toBe(netMinor + taxMinor + roundingMinor);
        expect([sum(lineNets.map((one) => one.netMinor)), sum(taxes.map((one) => one.netMinor))]).toEqual([
          netMinor,
          netMinor,
        ]);
        expect(sum(taxes.map((one) => one.taxMinor))).toBe(taxMinor);
        if (mode === "gross") expect(dueMinor).toBe(sum(lines.map((one) => one.amountMinor)));
        else expect(roundingMinor).toBe(0);
        // A net is off by half a unit at the most and its tax by another half and the net's share.
        expect(Math.abs(roundingMinor)).toBeLessThanOrEqual(taxes.length);
      }),
    );
  });

  test("each rate's net and tax are exact fractions, rounded once", () => {
    fc.assert(
      fc.property(someLines(), anyMode, (lines, mode) => {
        for (const { category, basisPoints, netMinor, taxMinor } of taxInvoice(lines, mode).taxes) {
          const own = lines.filter((one) => one.category === category && one.basisPoints === basisPoints);
          const sum = own.reduce((total, one) => total + BigInt(one.amountMinor), 0n);
          const net = mode === "net" ? sum : rounded(sum * 10_000n, BigInt(10_000 + basisPoints));
          expect([netMinor, taxMinor]).toEqual([Number(net), Number(rounded(net * BigInt(basisPoints), 10_000n))]);
        }
      }),
    );
  });
});
