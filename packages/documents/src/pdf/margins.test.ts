import { expect, test } from "vitest";
import { PAGE } from "./layout/measures.ts";
import { renderInvoicePdf } from "./render-invoice-pdf.ts";
import type { InvoiceSheet } from "./sheet.ts";
import { aLine, aSheet } from "./testing/a-sheet.ts";
import { placesOf, type Place } from "./testing/read-pdf.ts";

const sheet = aSheet();
const long = "Sociedade Portuguesa ".repeat(14);
const unbroken = "Donaudampfschifffahrt".repeat(14);

const wide = aLine({
  description: unbroken,
  detail: long,
  quantity: "123,456,789.25",
  unit: "person-kilometres",
  taxMark: long,
  unitPriceMinor: 123_456_789.1234,
  amountMinor: -99_999_999_999_999,
});

const SHEETS: [what: string, given: Partial<InvoiceSheet>][] = [
  ["the usual", {}],
  [
    "names without a space",
    {
      seller: {
        ...sheet.seller,
        name: unbroken,
        place: unbroken,
        legalName: unbroken,
        ids: [unbroken],
        contact: unbroken,
      },
      buyer: { ...sheet.buyer, name: unbroken, reference: unbroken, order: long },
      number: unbroken,
    },
  ],
  [
    "long sentences",
    {
      notes: [long.repeat(20)],
      link: `https://quayside.example/${unbroken}`,
      payment: { kind: "told", sentence: long.repeat(2) },
    },
  ],
  [
    "wide figures",
    { groups: [{ heading: long, detail: unbroken, sumMinor: 99_999_999_999_999, lines: [wide, aLine(), wide] }] },
  ],
  [
    "many pages",
    {
      number: unbroken,
      seller: { ...sheet.seller, name: long },
      groups: [1, 2, 3].map((group) => ({
        heading: long,
        detail: `${group}`,
        sumMinor: 1,
        lines: Array.from({ length: 25 }, () => aLine({ detail: long })),
      })),
    },
  ],
  [
    "a description of many pages",
    {
      groups: [
        { heading: null, detail: null, sumMinor: null, lines: [aLine({ description: long.repeat(30) }), aLine()] },
      ],
    },
  ],
  [
    "many taxes",
    {
      taxes: Array.from({ length: 30 }, (_, index) => ({
        label: long,
        basisPoints: index * 100,
        detail: long,
        netMinor: 1,
        taxMinor: 1,
        wording: long,
      })),
    },
  ],
];

test.each(SHEETS)("nothing leaves the margins, and nothing lies over another: %s", async (_, given) => {
  const places = await placesOf(
    await renderInvoicePdf(aSheet(given), { xml: null, xmlProfile: "en16931", createdAt: 0 }),
  );
  const [lowest, highest] = [PAGE.bottom - 1, PAGE.height - PAGE.top + 12];
  expect(places.filter(({ x, end }) => x < PAGE.left - 1 || end > PAGE.right + 1)).toEqual([]);
  expect(places.filter(({ y }) => y < lowest || y > highest)).toEqual([]);
  expect(places.flatMap((one, index) => places.slice(0, index).filter((other) => liesOver(one, other)))).toEqual([]);
});

function liesOver(one: Place, other: Place): boolean {
  if (one.page !== other.page || Math.abs(one.y - other.y) > 5) return false;
  return Math.min(one.end, other.end) - Math.max(one.x, other.x) > 1;
}
