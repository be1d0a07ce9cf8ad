import type { InvoiceSheet, SheetGroup, SheetLine } from "../sheet.ts";

/** A line of an invoice; a test says what it is about. */
export function aLine(given: Partial<SheetLine> = {}): SheetLine {
  return {
    description: "Tagus",
    detail: null,
    quantity: "2",
    unit: "hours",
    unitPriceMinor: 19_00,
    amountMinor: 38_00,
    taxMark: "23%",
    ...given,
  };
}

const PLAN: SheetGroup = {
  heading: "Studio plan, in advance",
  detail: null,
  sumMinor: 942_00,
  lines: [
    {
      ...aLine(),
      description: "Studio plan",
      detail: "1 – 31 December 2026",
      quantity: "1",
      unit: "month",
      unitPriceMinor: 690_00,
      amountMinor: 690_00,
    },
    {
      ...aLine(),
      description: "Studio plan, from the change on 17 November",
      detail: "17 – 30 November · 14 of 30 days of 690.00",
      quantity: "14",
      unit: "days",
      unitPriceMinor: 23_00,
      amountMinor: 322_00,
    },
    {
      ...aLine(),
      description: "Flex 10 plan, given back",
      detail: "17 – 30 November · 14 of 30 days of 150.00",
      quantity: "−14",
      unit: "days",
      unitPriceMinor: 5_00,
      amountMinor: -70_00,
    },
  ],
};

const ROOMS: SheetGroup = {
  heading: "Rooms and extras in November, in arrears",
  detail: null,
  sumMinor: 239_25,
  lines: [
    { ...aLine(), detail: "Tue 3, 10:00 – 12:00 · Thu 12, 14:00 – 17:30", quantity: "5.5", amountMinor: 104_50 },
    { ...aLine(), detail: "Wed 18, 09:00 – 11:00 · 2 h from your plan", unitPriceMinor: 0, amountMinor: 0 },
    {
      ...aLine(),
      description: "Alfama",
      detail: "Fri 6, 13:00 – 13:45 · Mon 23, 15:00 – 16:30",
      quantity: "2.25",
      amountMinor: 42_75,
    },
    {
      ...aLine(),
      description: "Lunch for a workshop",
      detail: "Thu 12, in Tagus · for 8 people",
      quantity: "8",
      unit: "people",
      unitPriceMinor: 11_50,
      amountMinor: 92_00,
      taxMark: "13%",
    },
  ],
};

const COPIER: SheetGroup = {
  heading: "Copier in November, in arrears",
  detail: null,
  sumMinor: 25_82,
  lines: [
    {
      ...aLine(),
      description: "Colour, A4",
      detail: "one side · 57 pages, 20 of them from your plan",
      quantity: "37",
      unit: "pages",
      unitPriceMinor: 45,
      amountMinor: 16_65,
    },
    {
      ...aLine(),
      description: "Black and white, A4",
      detail: "both sides · 331 pages, 200 of them from your plan",
      quantity: "131",
      unit: "pages",
      unitPriceMinor: 7,
      amountMinor: 9_17,
    },
  ],
};

const LOGO = "M8 0H28A8 8 0 0 1 36 8V28A8 8 0 0 1 28 36H8A8 8 0 0 1 0 28V8A8 8 0 0 1 8 0Z";
const DOTS = "M7 14A5.5 5.5 0 1 0 18 14A5.5 5.5 0 1 0 7 14ZM18 22.5A5.5 5.5 0 1 0 29 22.5A5.5 5.5 0 1 0 18 22.5Z";

/** The invoice of Vela & Norte for December: everything adds up. */
export function aSheet(given: Partial<InvoiceSheet> = {}): InvoiceSheet {
  return {
    language: "en",
    region: "PT",
    kind: "invoice",
    number: "RW-2026-0412",
    currency: "EUR",
    prices: "net",
    seller: {
      name: "Quayside Works",
      place: "Rope Walk, Lisbon",
      legalName: "Quayside Works Lisboa, Lda.",
      address: ["Rua da Cordoaria 14, 1200-109 Lisboa, Portugal", "Share capital €5,000.00"],
      ids: ["VAT id PT514807326", "Commercial register Lisboa 514807326", "ATCUD JFX3TQ7M-412"],
      contact: "billing@quayside.example",
      logo: {
        kind: "shapes",
        width: 36,
        height: 36,
        shapes: [
          { path: LOGO, color: "#1d6b4a" },
          { path: DOTS, color: "#ffffff" },
        ],
      },
    },
    buyer: {
      name: "Vela & Norte, Lda.",
      address: ["Beatriz Nunes", "Rua das Gaivotas 8, 2.º esq.", "1200-202 Lisboa, Portugal"],
      vatId: "PT509118461",
      reference: "Beatriz Nunes / 3021",
      order: "PO 2026-118",
      contract: "C-0207, since 4 May 2025",
    },
    dates: { issued: "2026-12-01", taxPoint: null, due: "2026-12-15", service: null },
    preceding: null,
    groups: [PLAN, ROOMS, COPIER],
    taxes: [
      { label: "VAT", basisPoints: 2300, detail: null, netMinor: 1115_07, taxMinor: 256_47, wording: null },
      { label: "VAT", basisPoints: 1300, detail: "food", netMinor: 92_00, taxMinor: 11_96, wording: null },
    ],
    totals: {
      netMinor: 1207_07,
      roundingMinor: 0,
      grossMinor: 1475_50,
      paidMinor: 0,
      carriedMinor: 0,
      dueMinor: 1475_50,
    },
    payment: {
      kind: "transfer",
      to: { name: "Quayside Works Lisboa, Lda.", iban: "PT50000201231234567890154", bic: null },
      reference: "RF17RW20260412",
      code: true,
    },
    notes: ["VAT is worked out once for each rate and rounded to the cent. 14 days, without deduction."],
    link: null,
    ...given,
  };
}
