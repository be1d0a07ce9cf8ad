import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clampNumber, parseNumber, readNumber, stepNumber, writeNumber } from "./number-text.ts";

describe("a number as typed", () => {
  test.each([
    ["24,50", "en-GB", 24.5],
    ["24.50", "de-AT", 24.5],
    ["0,12", "en-GB", 0.12],
    ["0,125", "en-GB", 0.125],
    ["1,5", "en-GB", 1.5],
    ["1,234", "en-GB", 1234],
    ["1.234", "en-GB", 1.234],
    ["1.234", "de-AT", 1234],
    ["1,234", "de-AT", 1.234],
    ["12345,678", "en-GB", 12345.678],
    ["1,234.5", "en-GB", 1234.5],
    ["1.234,5", "en-GB", 1234.5],
    ["1.234,5", "de-AT", 1234.5],
    ["1 234,5", "fr-FR", 1234.5],
    ["1\u202f234,5", "en-GB", 1234.5],
    ["1’234.5", "de-CH", 1234.5],
    ["1.234.567,8", "de-DE", 1234567.8],
    ["1.234.567", "en-GB", 1234567],
    ["−3", "en-GB", -3],
    ["\u200e−3", "ar-EG", -3],
    ["２４，５", "en-GB", 24.5],
    [".5", "en-GB", 0.5],
    [",5", "en-GB", 0.5],
    ["2.", "en-GB", 2],
    ["2,", "en-GB", 2],
    ["-0", "en-GB", 0],
  ])("%j in %s is %j", (text, locale, expected) => {
    expect(parseNumber(text, locale)).toBe(expected);
  });

  test.each([
    "",
    " ",
    "six",
    "1e3",
    "1e5",
    "12abc",
    "0x1f",
    "--2",
    "-",
    ".",
    ",",
    "1 2",
    "1,23,45",
    "1.2.3",
    "1,234,5",
    "1.5.",
    "1..5",
    "1,2.3,4",
    "12 345 67",
    "Infinity",
    "NaN",
    "5%",
    "$5",
    "5-",
  ])("%j is none", (text) => {
    for (const locale of ["en-GB", "de-AT", "fr-FR", "de-CH"]) expect(parseNumber(text, locale)).toBeNull();
  });

  test("is read as a whole or not at all: never its beginning", () => {
    const junk = fc
      .stringMatching(/^[^\d.,'’\s\u2028\u2029][^]{0,3}$/u)
      .filter((text) => !/^[\p{Nd}\p{Cf}]/u.test(text.normalize("NFKC")));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), junk, (amount, rest) => {
        expect(parseNumber(`${amount}${rest}`, "en-GB")).toBeNull();
      }),
    );
  });

  test("in anything typed, each digit counts", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?[\d., ]{1,12}$/), fc.constantFrom(...locales), (text, locale) => {
        const value = parseNumber(text, locale);
        if (value === null) return;
        const digits = (one: string) => one.replace(/\D/g, "").replace(/^0+|0+$/g, "");
        expect(digits(writeNumber(value, "en-GB", 12))).toBe(digits(text));
      }),
    );
  });
});

const locales = (
  "en-GB en-US en-IN en-ZA es-ES es-MX fr-FR fr-CH de-DE de-AT de-CH it-IT pt-BR pt-PT nl-NL sv-SE nb-NO fi-FI da-DK is-IS " +
  "pl-PL cs-CZ sk-SK hu-HU sl-SI hr-HR ro-RO bg-BG el-GR tr-TR ru-RU uk-UA et-EE lv-LV lt-LT ar-EG ar-MA fa-IR he-IL ur-PK " +
  "hi-IN bn-BD ta-IN mr-IN ne-NP my-MM th-TH vi-VN id-ID ms-MY ja-JP ko-KR zh-CN zh-TW sw-KE am-ET ka-GE hy-AM az-AZ kk-KZ mn-MN"
).split(" ");

describe("money, in every currency and language", () => {
  const currencies = Intl.supportedValuesOf("currency");
  const exponents = [...new Set(currencies.map(exponentOf))];
  const decimalSigns = [".", ","];

  test.each(exponents)("with %d decimals is read as it is written, to the last unit", (exponent) => {
    const minors = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 });
    fc.assert(
      fc.property(minors, fc.constantFrom(...locales), (minor, locale) => {
        const text = writeNumber(minor / 10 ** exponent, locale, exponent);
        const read = readNumber(text, locale, { precision: exponent });
        expect({ text, minor: Math.round((read.value ?? Number.NaN) * 10 ** exponent) }).toEqual({ text, minor });
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(exponents.filter((exponent) => exponent !== 3))(
    "with %d decimals either decimal sign says the same",
    (exponent) => {
      const amounts = fc.integer({ min: 0, max: 99_999_999 });
      fc.assert(
        fc.property(amounts, fc.constantFrom(...decimalSigns), fc.constantFrom(...locales), (minor, sign, locale) => {
          const text = (minor / 10 ** exponent).toFixed(exponent).replace(".", sign);
          expect(readNumber(text, locale, { precision: exponent })).toEqual({ value: minor / 10 ** exponent });
        }),
      );
    },
  );

  test("the languages above write both signs", () => {
    const signs = new Set(locales.map((locale) => writeNumber(0.5, locale).replace(/\d/g, "")));
    expect([...signs].sort()).toEqual(expect.arrayContaining([",", "."]));
    expect(exponents).toEqual(expect.arrayContaining([0, 2, 3]));
  });
});

function exponentOf(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

describe("what a field keeps of it", () => {
  const price = { minimum: 0, maximum: 1_000_000, precision: 2 };
  test.each([
    ["", { value: null }],
    ["24,50", { value: 24.5 }],
    ["1,234.50", { value: 1234.5 }],
    ["-5", { problem: "tooSmall" }],
    ["1.234", { problem: "tooPrecise" }],
    ["0,125", { problem: "tooPrecise" }],
    ["1e3", { problem: "unreadable" }],
    ["12abc", { problem: "unreadable" }],
    ["1000001", { problem: "tooLarge" }],
    ["99999999999999999", { problem: "tooLong" }],
    ["0000000000000000001", { value: 1 }],
  ])("of the price %j: %j", (text, expected) => {
    expect(readNumber(text, "en-GB", price)).toEqual(expected);
  });

  test("half a page is none, and no other number of pages", () => {
    expect(readNumber("1,5", "en-GB", { precision: 0 })).toEqual({ problem: "tooPrecise" });
    expect(readNumber("1,500", "en-GB", { precision: 0 })).toEqual({ value: 1500 });
  });
});

describe("stepping", () => {
  test.each([
    [null, 1, { minimum: 2 }, 2],
    [null, -1, {}, 0],
    [6, 1, { maximum: 6 }, 6],
    [30, 1, { step: 15 }, 45],
    [40, 1, { step: 15 }, 45],
    [40, -1, { step: 15 }, 30],
    [0.1, 1, { step: 0.1 }, 0.2],
    [0.2, 1, { step: 0.1 }, 0.3],
  ] as const)("from %j by %j within %j leads to %j", (value, direction, limits, expected) => {
    expect(stepNumber(value, direction, limits)).toBe(expected);
  });

  test("never leaves the limits", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(1 as const, -1 as const),
        (value, step, direction) => {
          const limits = { minimum: 0, maximum: 240, step };
          const next = stepNumber(clampNumber(value, limits), direction, limits);
          expect(next).toBeGreaterThanOrEqual(0);
          expect(next).toBeLessThanOrEqual(240);
        },
      ),
    );
  });
});

test("a price has all its decimals, and no more than there are", () => {
  expect([0.1, 1, 0.125].map((price) => writeNumber(price, "en-US", 2))).toEqual(["0.10", "1.00", "0.125"]);
  expect(writeNumber(0.5, "de-DE", 2)).toBe("0,50");
  expect(writeNumber(null, "en-US", 2)).toBe("");
});
