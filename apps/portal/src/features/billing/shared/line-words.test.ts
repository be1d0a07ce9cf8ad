import type { InvoiceLineItem } from "@working-social/billing/schema";
import { expect, test } from "vitest";
import { textsOf } from "../../../lib/texts/catalog.ts";
import { texts as german } from "./line-texts.de.ts";
import { lineTexts } from "./line-texts.ts";
import { lineWords, productWords } from "./line-words.ts";

const english = textsOf(lineTexts);
type Fee = Extract<InvoiceLineItem, { code: "plan_fee" | "letting_fee" | "item_fee" }>;
const aFee = (code: Fee["code"], data: Partial<Fee["data"]> = {}): InvoiceLineItem => ({
  code,
  data: { name: "Studio", quantity: 1, unitPriceMinor: 690_00, days: 30, daysInPeriod: 30, discount: null, ...data },
});
const aPrint = { sides: 37, paperSize: "A4", colour: "colour", isDuplex: true } as const;

test.each<[InvoiceLineItem, string, string | null]>([
  [aFee("plan_fee"), "Studio", null],
  [aFee("plan_fee", { name: "" }), "Membership", null],
  [aFee("plan_fee", { days: 14 }), "Studio", "14 of 30 days of $690.00"],
  [aFee("plan_fee", { quantity: 3, days: 14 }), "Studio", "3 seats at $690.00, 14 of 30 days of $2,070.00"],
  [aFee("letting_fee", { name: "Desk 4", quantity: 2 }), "Desk 4", "2 × $690.00"],
  [aFee("plan_fee", { discount: { basisPoints: 1000, amountMinor: 0, isFree: false } }), "Studio", "10% off"],
  [aFee("plan_fee", { discount: { basisPoints: 1000, amountMinor: 500, isFree: false } }), "Studio", "10% + $5.00 off"],
  [
    aFee("item_fee", { discount: { basisPoints: 10_000, amountMinor: 0, isFree: true } }),
    "Studio",
    "free instead of $690.00",
  ],
  [{ code: "setup_fee", data: { name: "Studio" } }, "Setting up Studio", null],
  [{ code: "deposit", data: { name: "Studio" } }, "Deposit for Studio", "Comes back when it ends."],
  [
    { code: "returned", data: { name: "Studio", number: "2026-0007", days: 17, daysInPeriod: 31 } },
    "Studio, given back",
    "17 of 31 days, from invoice 2026-0007",
  ],
  [
    { code: "returned", data: { name: "", number: "2026-0007", days: 31, daysInPeriod: 31 } },
    "Given back",
    "from invoice 2026-0007",
  ],
  [{ code: "usage_lowered", data: { name: "Lantern", number: "7" } }, "Lantern, charged less", "from invoice 7"],
  [{ code: "item", data: { description: "A key" } }, "A key", null],
  [{ code: "booking", data: { resourceName: "Lantern" } }, "Lantern", null],
  [{ code: "booking_kept", data: { resourceName: "Lantern" } }, "Lantern, kept of what was booked before", null],
  [{ code: "cancellation_fee", data: { resourceName: "Lantern" } }, "Cancelling Lantern", null],
  [{ code: "print", data: aPrint }, "Printing in colour, A4", "37 pages, both sides"],
  [
    { code: "pack", data: { packName: "Ten", unit: "room_minutes", currency: null, quantity: 600 } },
    "Pack “Ten”",
    "10 h",
  ],
])("what a line is about: %j", (item, title, detail) => {
  expect(lineWords(item, "USD", english)).toEqual({ title, detail });
});

test("the same in German", () => {
  expect(lineWords(aFee("plan_fee", { quantity: 2, days: 14 }), "USD", german).detail).toBe(
    "2 Plätze zu je $690.00, 14 von 30 Tagen von $1,380.00",
  );
  expect(lineWords({ code: "print", data: { ...aPrint, sides: 1, isDuplex: false } }, "USD", german)).toEqual({
    title: "Druck in Farbe, A4",
    detail: "1 Seite",
  });
});

test("every product that is sold has a name, and one of a later version a common one", () => {
  expect(productWords("copier_pages", english)).toBe("Copier");
  expect(productWords("hammock", english)).toBe("Other");
  expect(productWords("hammock", german)).toBe("Sonstiges");
});
