import { describe, expect, test } from "vitest";
import type { InvoiceLineItem } from "../../invoices/schema.ts";
import type { DocumentLine } from "./document.ts";
import { documentWords } from "./document-words.ts";
import { wordingOf } from "./line-wording.ts";

const LINE: Omit<DocumentLine, "item"> = {
  position: 1,
  productKind: "plan_fee",
  quantity: 1,
  unitCode: "MON",
  amountMinor: 609_68,
  netMinor: 609_68,
  taxCategory: "S",
  taxBasisPoints: 1900,
  exemptionReason: null,
  exemptionCode: null,
  serviceFrom: "2026-12-11",
  serviceUntil: "2027-01-01",
};
const FEE = { name: "Desk Flex", quantity: 3, unitPriceMinor: 300_00, days: 21, daysInPeriod: 31, discount: null };
const RETURNED = { name: "Desk Flex", number: "2026-0001", days: 10, daysInPeriod: 31 };

function said(language: string, item: InvoiceLineItem, more: Partial<DocumentLine> = {}): string {
  const words = documentWords({ language, currency: "EUR", seller: { country: language === "de" ? "DE" : "GB" } });
  const { description, detail } = wordingOf({ ...LINE, ...more, item }, words);
  // Intl sets thin and unbreakable blanks.
  return `${description} | ${detail ?? ""}`.replaceAll(/[\u2009\u00a0\u202f]/g, " ");
}

const CASES: [string, string, InvoiceLineItem, Partial<DocumentLine>][] = [
  [
    "Desk Flex, 3 seats | 11 – 31 December 2026 · 21 of 31 days of €900.00",
    "Desk Flex, 3 Plätze | 11.–31. Dezember 2026 · 21 von 31 Tagen von 900,00 €",
    { code: "plan_fee", data: FEE },
    {},
  ],
  // An agreed price with another tax in it is not what this part is a part of.
  [
    "Desk Flex | 11 – 31 December 2026 · 21 of 31 days",
    "Desk Flex | 11.–31. Dezember 2026 · 21 von 31 Tagen",
    { code: "plan_fee", data: { ...FEE, quantity: 1 } },
    { amountMinor: 170_78 },
  ],
  [
    "Desk Flex | 1 – 31 December 2026 · 10% off · €5.00 off each period",
    "Desk Flex | 1.–31. Dezember 2026 · 10 % Rabatt · 5,00 € Rabatt je Zeitraum",
    {
      code: "plan_fee",
      data: { ...FEE, quantity: 1, days: 31, discount: { basisPoints: 1000, amountMinor: 500, isFree: false } },
    },
    { serviceFrom: "2026-12-01" },
  ],
  [
    "Not used: Desk Flex | 11 – 31 December 2026 · 10 of 31 days · invoice 2026-0001",
    "Nicht genutzt: Desk Flex | 11.–31. Dezember 2026 · 10 von 31 Tagen · Rechnung 2026-0001",
    { code: "returned", data: RETURNED },
    { amountMinor: -96_77 },
  ],
  [
    "Given back: Deposits | 11 December 2026 · invoice 2026-0001",
    "Zurückgegeben: Kautionen | 11. Dezember 2026 · Rechnung 2026-0001",
    { code: "returned", data: { ...RETURNED, name: "", days: 1, daysInPeriod: 1 } },
    { productKind: "deposit", unitCode: "C62", serviceUntil: "2026-12-12" },
  ],
  [
    "Colour, A4 | 11 December 2026 · printed on both sides",
    "Farbe, A4 | 11. Dezember 2026 · beidseitig gedruckt",
    { code: "print", data: { sides: 12, paperSize: "A4", colour: "colour", isDuplex: true } },
    { productKind: "copier_pages", unitCode: "C62", quantity: 12, serviceUntil: "2026-12-12" },
  ],
  [
    "100 pages | 11 December 2026 · 1 page in black and white",
    "100 pages | 11. Dezember 2026 · 1 Seite in Schwarz-Weiß",
    { code: "pack", data: { packName: "100 pages", unit: "mono_pages", currency: null, quantity: 1 } },
    { productKind: "credit_pack", serviceUntil: "2026-12-12" },
  ],
];

describe("a line says what it is about, in the document's language", () => {
  test.each(CASES)("%s", (english, german, item, more) => {
    expect(said("en", item, more)).toBe(english);
    expect(said("de", item, more)).toBe(german);
  });
});

test("a line without a name is called as its product is", () => {
  expect(said("en", { code: "plan_fee", data: { ...FEE, name: "", quantity: 1, days: 31 } })).toMatch(
    /^Memberships \|/,
  );
});
