import { expect, test } from "vitest";
import { writeCii } from "../cii/write-cii.ts";
import { LAWFUL } from "../testing/lawful-invoice.ts";
import { renderInvoicePdf } from "./render-invoice-pdf.ts";
import type { InvoiceSheet } from "./sheet.ts";
import { aLine, aSheet } from "./testing/a-sheet.ts";
import { checkPdfA } from "./testing/check-pdf-a.ts";
import { aPng } from "./testing/a-png.ts";
import { filesIn, saidIn, textsOf } from "./testing/read-pdf.ts";

const cii = writeCii(LAWFUL, "en16931");
const xml = new TextEncoder().encode(cii);
const createdAt = Date.UTC(2026, 11, 1, 8);

const render = (given: Partial<InvoiceSheet> = {}) =>
  renderInvoicePdf(aSheet(given), { xml, xmlProfile: "en16931", createdAt });

const read = async (given: Partial<InvoiceSheet> = {}) => (await textsOf(await render(given))).join("\n");

test("what to pay, until when and who comes first, then what for, the sums, and how to pay", async () => {
  const text = await read();
  const order = [
    ["Quayside Works", "Rope Walk, Lisbon", "Invoice", "RW-2026-0412"],
    ["€1,475.50", "Please pay by", "Tuesday, 15 December 2026"],
    ["By transfer to PT50 0002 0123 1234 5678 9015 4 with reference RF17 RW20 2604 12"],
    ["To", "Vela & Norte, Lda.", "VAT id PT509118461"],
    ["Date and tax point", "1 December 2026", "Your order", "PO 2026-118", "C-0207, since 4 May 2025"],
    ["Item", "Quantity", "Price", "VAT", "Net EUR"],
    ["Studio plan, in advance", "942.00", "Studio plan", "1 – 31 December 2026"],
    ["Flex 10 plan, given back", "−14", "days", "5.00", "23%", "−70.00"],
    [
      "Rooms and extras in November",
      "Tagus",
      "5.5",
      "hours",
      "19.00",
      "104.50",
      "Alfama",
      "Lunch for a workshop",
      "13%",
    ],
    ["Scan with your bank’s app", "PT50 0002 0123 1234 5678 9015 4", "RF17 RW20 2604 12"],
    [
      "Net",
      "1,207.07",
      "VAT 23%",
      "on 1,115.07",
      "256.47",
      "VAT 13%",
      "on 92.00, food",
      "11.96",
      "To pay",
      "€1,475.50",
    ],
    ["VAT is worked out once for each rate", "Questions? billing@quayside.example"],
    ["Rua da Cordoaria 14", "ATCUD JFX3TQ7M-412", "Page 1 of 1"],
  ].flat();
  let at = 0;
  for (const part of order) {
    const found = text.indexOf(part, at);
    expect(found, `“${part}” after “${text.slice(Math.max(0, at - 40), at)}” in ${text}`).toBeGreaterThanOrEqual(at);
    at = found + part.length;
  }
});

test("the same sheet gives the same bytes, whatever was drawn before it", async () => {
  const first = await render();
  await render({
    language: "de",
    notes: ["1.475,50\u00a0€ am 17.\u00a0November"],
    buyer: { ...aSheet().buyer, name: NAMES.Arabic },
  });
  expect(Buffer.compare(first, await render())).toBe(0);
  expect(Buffer.compare(first, await render({ number: "RW-2026-0413" }))).not.toBe(0);
});

test("the XML inside is the one that was given", async () => {
  expect(await filesIn(await render())).toEqual({ "factur-x.xml": cii });
  const german = await renderInvoicePdf(aSheet(), { xml, xmlProfile: "xrechnung", createdAt });
  expect(Object.keys(await filesIn(german))).toEqual(["xrechnung.xml"]);
  expect(await checkPdfA(german)).toEqual([]);
});

test("German words, dates and amounts", async () => {
  const text = await read({ language: "de", region: "DE" });
  for (const part of [
    "Rechnung",
    "1.475,50 €",
    "Bitte zahlen Sie bis",
    "Dienstag, 15. Dezember 2026",
    "Menge",
    "Netto EUR",
    "−70,00",
    "Zu zahlen",
    "Seite 1 von 1",
  ]) {
    expect(text).toContain(part);
  }
});

test("a table over pages says its head again, and every page which one it is", async () => {
  const lines = Array.from({ length: 60 }, (_, index) => aLine({ description: `Room ${index + 1}`, detail: "a day" }));
  const pages = await textsOf(await render({ groups: [{ heading: "Rooms", detail: null, sumMinor: null, lines }] }));
  expect(pages).toHaveLength(4);
  for (const [index, page] of pages.slice(0, 3).entries()) {
    expect(page).toContain("Item Quantity Price VAT Net EUR");
    expect(page).toContain(`Page ${index + 1} of 4`);
  }
  for (const { description } of lines)
    expect(pages.filter((page) => page.includes(`${description} a day`))).toHaveLength(1);
});

test("a heading is never the last of a page", async () => {
  for (let count = 8; count < 20; count += 1) {
    const lines = Array.from({ length: count }, () => aLine({ detail: "a day" }));
    const next = { heading: "The copier", detail: "A4", sumMinor: null, lines: [aLine({ description: "Colour" })] };
    const pages = await textsOf(
      await render({ groups: [{ heading: "Rooms", detail: null, sumMinor: null, lines }, next] }),
    );
    expect(pages.find((page) => page.includes("The copier"))).toMatch(/The copier A4 Colour/);
  }
});

const NAMES = {
  "of 300 letters": "Sociedade Portuguesa ".repeat(14) + "de Coisas",
  "of 300 letters without a space": "Donaudampfschifffahrt".repeat(14),
  Hebrew: "בית הקפה של דוד (ירושלים) בע״מ 42",
  Arabic: "شركة الميناء للأعمال المشتركة",
  Thai: "บริษัท พื้นที่ทำงานร่วมกัน จำกัด",
  Chinese: "上海共享办公有限公司",
  Japanese: "株式会社コワーキング東京",
  Korean: "주식회사 공유오피스",
  Greek: "Κοινόχρηστος Χώρος ΑΕ",
  Russian: "Общество «Причал»",
  Vietnamese: "Công ty Trách nhiệm Hữu hạn Bến Cảng",
  Hindi: "साझा कार्यालय",
  emoji: "Café 👩‍🚀🏠 🇵🇹",
  "no font": "ꦗꦮ 𓀀 \u{10FFFF}",
  "control characters": "Vela\u0000\u0007 \u202eetroN\u202c \u200b\ud800 & <b>Norte</b>\r\nLda.",
  "nothing at all": "",
};

test.each(Object.entries(NAMES))("a name: %s", async (_, name) => {
  const sheet = aSheet();
  const bytes = await render({
    seller: { ...sheet.seller, name, legalName: name, address: [name], ids: [name], contact: name },
    buyer: { name, address: [name], vatId: name, reference: name, order: name, contract: name },
    number: name,
    groups: [
      {
        heading: name,
        detail: name,
        sumMinor: 0,
        lines: [aLine({ description: name, detail: name, quantity: name, unit: name, taxMark: name })],
      },
    ],
    taxes: sheet.taxes.map((tax) => ({ ...tax, label: name, detail: name, wording: name })),
    payment: { kind: "transfer", to: { name, iban: name, bic: name }, reference: name, code: true },
    notes: [name],
    link: "https://quayside.example",
  });
  expect(await checkPdfA(bytes)).toEqual([]);
});

test.each(["Greek", "Russian", "Vietnamese", "Chinese", "Japanese", "Korean"] as const)(
  "%s can be read out of it",
  async (script) => {
    const name = NAMES[script];
    const text = await read({ buyer: { ...aSheet().buyer, name } });
    expect(text.replaceAll(" ", "")).toContain(name.normalize("NFKC").replaceAll(" ", ""));
  },
);

test.each(["Arabic", "Thai", "Hindi", "no font"] as const)("%s says its letters beside its glyphs", async (script) => {
  const name = NAMES[script];
  expect(await saidIn(await render({ buyer: { ...aSheet().buyer, name } }))).toContain(name);
});

test("a picture with transparency is a logo; what is none is refused", async () => {
  const logoOf = (bytes: Uint8Array) => ({ seller: { ...aSheet().seller, logo: { kind: "image", bytes } as const } });
  expect(await checkPdfA(await render(logoOf(aPng(40, 30))))).toEqual([]);
  await expect(render(logoOf(Buffer.from("<svg/>")))).rejects.toThrow("notPicture");
});

test("an address that isn't one of the web can't be pressed", async () => {
  const actions = async (link: string) =>
    Buffer.from(await render({ link }))
      .toString("latin1")
      .split("/URI").length - 1;
  expect(await actions("https://quayside.example")).toBeGreaterThan(0);
  expect(await actions("javascript:alert(1)")).toBe(0);
});

test.each([
  ["EUR", "€1,475.50", "1,475.50"],
  ["JPY", "JP¥147,550", "147,550"],
  ["BHD", "BHD 147.550", "147.550"],
])("amounts of %s", async (currency, money, amount) => {
  const text = await read({
    currency,
    region: "GB",
    groups: [{ heading: null, detail: null, sumMinor: null, lines: [aLine({ amountMinor: 147_550 })] }],
  });
  expect(text).toContain(money);
  expect(text).toContain(amount);
  expect(text.includes("Scan with")).toBe(currency === "EUR");
});

test("a credit note names what it corrects, and asks for nothing", async () => {
  const text = await read({
    kind: "creditNote",
    number: "CN-7",
    preceding: { number: "RW-2026-0412", issued: "2026-12-01" },
  });
  for (const part of ["Credit note CN-7", "Credited to you", "Corrects RW-2026-0412 of 1 December 2026"])
    expect(text).toContain(part);
  for (const part of ["Please pay", "Scan with", "To pay"]) expect(text).not.toContain(part);
});

test("a draft says so, has no number and carries no data", async () => {
  const sheet = aSheet({ kind: "draft", number: null });
  const bytes = await renderInvoicePdf(sheet, { xml: null, xmlProfile: "en16931", createdAt });
  const text = (await textsOf(bytes)).join("\n");
  expect(text).toContain("A draft, not an invoice. Nothing is due yet.");
  expect(text).not.toContain("carries the invoice");
  expect(await checkPdfA(bytes, { carriesXml: false })).toEqual([]);
  expect(await checkPdfA(bytes)).toContain("no file lies inside");
});
