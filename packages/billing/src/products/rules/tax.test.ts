import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TaxRateView } from "../schema.ts";
import { SetTaxRateInput, TAX_CLASSES } from "../schema.ts";
import { exemptionTexts } from "../texts/exemption-texts.ts";
import { taxForBuyer } from "./tax-for-buyer.ts";
import type { LocationTaxes } from "./tax-on.ts";
import { rateChangesWithin, taxOn } from "./tax-on.ts";

const NO_REASON = { exemptionReason: null, exemptionCode: null };
const rate = (validFrom: string, basisPoints: number, more: Partial<TaxRateView> = {}): TaxRateView => ({
  taxClass: "standard",
  validFrom,
  category: "S",
  basisPoints,
  ...NO_REASON,
  ...more,
});
const place = (...rates: TaxRateView[]): LocationTaxes => ({
  locationId: "here",
  own: { category: "S", basisPoints: 1900 },
  rates,
});
/** The standard rate of Germany in 2020, which was lowered for half a year. */
const GERMANY = place(
  rate("2021-01-01", 1900),
  rate("2020-07-01", 1600),
  rate("2020-07-01", 500, { taxClass: "reduced" }),
);

describe("domestic tax", () => {
  test.each([
    ["2020-06-30", 1900],
    ["2020-07-01", 1600],
    ["2020-12-31", 1600],
    ["2021-01-01", 1900],
  ])("of the standard class on %s is %i basis points", (day, basisPoints) => {
    expect(taxOn(GERMANY, "standard", day)).toEqual({ category: "S", basisPoints, ...NO_REASON });
  });

  test("of another class is what that says by itself, and nothing where it says nothing", () => {
    const own = { ...place(), own: { category: "O" as const, basisPoints: 0 } };
    expect(TAX_CLASSES.map((taxClass) => taxOn(own, taxClass, "2027-01-01")?.category ?? null)).toEqual([
      "O",
      null,
      "Z",
      "E",
      "O",
    ]);
    expect(taxOn(GERMANY, "reduced", "2020-06-30")).toBe(null);
    expect(taxOn(GERMANY, "reduced", "2020-07-01")).toMatchObject({ basisPoints: 500 });
  });

  test("is that of the latest day that has begun, in whatever order the rates come", () => {
    const days = fc.uniqueArray(fc.integer({ min: 10, max: 28 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(days, fc.integer({ min: 9, max: 28 }), (from, today) => {
        const rates = from.map((day) => rate(`2027-01-${day}`, day));
        const begun = from.filter((day) => day <= today);
        const day = `2027-01-${String(today).padStart(2, "0")}`;
        expect(taxOn(place(...rates), "standard", day)?.basisPoints).toBe(begun.length > 0 ? Math.max(...begun) : 1900);
      }),
    );
  });

  test("cuts a span of service on the days on which its class changes, and on no other", () => {
    const span = { from: "2020-07-01", until: "2021-01-02" };
    expect(rateChangesWithin(GERMANY, "standard", span)).toEqual(["2021-01-01"]);
    expect(rateChangesWithin(GERMANY, "standard", { ...span, until: "2021-01-01" })).toEqual([]);
    expect(rateChangesWithin(GERMANY, "standard", { from: "2020-01-01", until: "2022-01-01" })).toEqual([
      "2020-07-01",
      "2021-01-01",
    ]);
    expect(rateChangesWithin(GERMANY, "zero", span)).toEqual([]);
  });
});

describe("of a buyer", () => {
  const standard = { category: "S" as const, basisPoints: 1900, ...NO_REASON };
  const buyer = { exemptionReason: "A mission", exemptionCode: "VATEX-EU-151" };
  test.each([
    ["domestic", "S", 1900, null, null],
    ["reverse_charge", "AE", 0, null, "VATEX-EU-AE"],
    ["intra_community", "K", 0, null, "VATEX-EU-IC"],
    ["exempt", "E", 0, "A mission", "VATEX-EU-151"],
    ["export", "G", 0, null, "VATEX-EU-G"],
  ] as const)("who is taxed as %s it is %s", (taxTreatment, category, basisPoints, exemptionReason, exemptionCode) => {
    expect(taxForBuyer({ ...buyer, taxTreatment }, standard)).toEqual({
      category,
      basisPoints,
      exemptionReason,
      exemptionCode,
    });
  });

  test("what is outside of tax stays outside", () => {
    const outside = { category: "O" as const, basisPoints: 0, ...NO_REASON };
    for (const taxTreatment of ["reverse_charge", "exempt", "export"] as const)
      expect(taxForBuyer({ ...buyer, taxTreatment }, outside)).toBe(outside);
  });

  test("has the words that the law asks for, in each language", () => {
    expect(exemptionTexts.en.AE).toMatch(/^Reverse charge/);
    expect(exemptionTexts.de.AE).toMatch(/^Steuerschuldnerschaft des Leistungsempfängers/);
  });
});

test.each([
  ["a standard rate of nothing", { category: "S", basisPoints: 0 }],
  ["an exempt rate of something", { category: "E", basisPoints: 700, exemptionReason: "Schools" }],
  ["an exempt rate without a reason", { category: "E", basisPoints: 0 }],
  ["a reason why a tax is taken", { category: "S", basisPoints: 700, exemptionReason: "Schools" }],
  ["a rate of reverse charge", { category: "AE", basisPoints: 0 }],
  ["more than everything", { category: "S", basisPoints: 10_001 }],
  ["half a basis point", { category: "S", basisPoints: 1900.5 }],
  ["a class outside of tax", { taxClass: "outside", category: "O", basisPoints: 0 }],
  ["a day that is none", { category: "S", basisPoints: 1900, validFrom: "2027-02-30" }],
  ["a code that is none", { category: "E", basisPoints: 0, exemptionCode: "VATEX-EU-XX" }],
])("%s is no rate", (_, more) => {
  const whole = { locationId: crypto.randomUUID(), taxClass: "standard", validFrom: "2027-01-01", ...NO_REASON };
  expect(SetTaxRateInput.safeParse({ ...whole, category: "S", basisPoints: 1900 }).success).toBe(true);
  expect(SetTaxRateInput.safeParse({ ...whole, ...more }).success).toBe(false);
});
