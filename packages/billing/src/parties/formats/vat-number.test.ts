import { expect, test } from "vitest";
import { VatId } from "../schema.ts";
import { hasVatCheckDigits } from "./vat-number.ts";

// One of each country of the register, as the tables of its members describe them (VIES, "VAT identification number structure").
const GOOD = (
  "ATU13585627 BE0428759497 BG175074752 HR33392005961 CY10259033P CZ25123891 DK13585628 EE100931558 FI20774740 FR40303265045 " +
  "DE136695976 EL094259216 HU12892312 IE6433435F IT00743110157 LV40003521600 LT119511515 LU15027442 MT11679112 NL004495445B01 PL8567346215 " +
  "PT501964843 RO18547290 SK2022749619 SI50223054 ESA13585625 SE556188840401 GB980780684 XI980780684 CHE107787577IVA NO995525828MVA"
).split(" ");

test.each(GOOD)("%s has its check digits, and none of its digits may be mistyped", (vatId) => {
  expect(hasVatCheckDigits(vatId)).toBe(true);
  const wrong = vatId.slice(0, 6) + ((Number(vatId[6]) + 1) % 10) + vatId.slice(7);
  expect(hasVatCheckDigits(wrong)).toBe(false);
});

test("of a country that nobody here knows nothing is said", () => {
  expect(hasVatCheckDigits("AU51824753556")).toBe(null);
});

test.each([
  [" de 136.695.976 ", "DE136695976"],
  ["BE 0428-759-497", "BE0428759497"],
  ["IE8Z49289F", "IE8Z49289F"],
  ["xi980780684", "XI980780684"],
])("%j is read as %s", (typed, vatId) => {
  expect(VatId.parse(typed)).toBe(vatId);
});

test.each([
  "",
  "DE",
  "136695976",
  "EU372012345",
  "DE12345678901234567",
  "DE1366,95976",
  "\u0000DE136695976",
  "ДЕ136695976",
])("%j is no VAT id", (typed) => {
  expect(VatId.safeParse(typed).success).toBe(false);
});
