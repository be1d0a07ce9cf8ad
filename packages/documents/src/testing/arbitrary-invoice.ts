import fc from "fast-check";
import type { Identifier, Period } from "../model/decimal-text.ts";
import type { EInvoice } from "../model/invoice.ts";
import type { Address, Contact } from "../model/party.ts";
import type { PaymentInstructions } from "../model/payment.ts";
import type { LineAllowance, TaxCategory } from "../model/tax.ts";
import { textOfExact } from "../rules/exact.ts";
import { CATEGORIES, type CategoryName } from "../rules/families/categories.ts";
import { type Draft, DRAFT, totalled } from "./lawful-invoice.ts";

/** What people write, and what XML is broken by. White space at the ends is nobody's. */
const text = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
    fc.constantFrom("a < b & c", 'say "hi"', "]]>", "<!-- -->", "&amp;", "Zoë Ärger 東京 🏢", "two\nlines"),
  )
  .map((value) => value.trim())
  .filter((value) => value !== "" && !/^#[A-Z]{3}#/.test(value) && value !== "NA");
const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 .-]{0,12}[A-Za-z0-9]$/);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 2 });

const decimal = (max: bigint, scale: number): fc.Arbitrary<string> =>
  fc.bigInt({ min: 0n, max }).map((units) => textOfExact({ units, scale }));
const cents = decimal(1_000_000n, 2);
const day = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const period: fc.Arbitrary<Period> = fc
  .tuple(day, day)
  .map((days) => days.toSorted())
  .chain(([start = null, end = null]) => fc.constantFrom({ start, end }, { start }, { end }));
const identifier = (...schemes: readonly string[]): fc.Arbitrary<Identifier> =>
  fc.record({ id: word, scheme: fc.constantFrom(...schemes) });

const address: fc.Arbitrary<Address> = fc.record({
  street: maybe(text),
  extraLine: maybe(text),
  thirdLine: maybe(text),
  city: maybe(text),
  postCode: maybe(word),
  region: maybe(text),
  country: fc.constantFrom("DE", "FR", "BE", "SE", "XI"),
});
const contact: fc.Arbitrary<Contact> = fc.record({ name: text, phone: maybe(word), email: maybe(word) });

const transfer = fc.record({
  account: fc.constantFrom("DE89370400440532013000", "1234567"),
  accountName: maybe(text),
  provider: maybe(word),
});
const payment: fc.Arbitrary<PaymentInstructions> = fc.oneof(
  fc.record({
    meansCode: fc.constantFrom("30", "58"),
    meansText: maybe(word),
    remittance: maybe(text),
    transfers: fc.array(transfer, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    meansCode: fc.constant("48"),
    transfers: fc.constant([]),
    card: fc.record({ number: fc.constant("1111"), holder: maybe(text) }),
  }),
  fc.record({
    meansCode: fc.constant("59"),
    transfers: fc.constant([]),
    directDebit: fc.record({
      mandate: word,
      creditorId: maybe(word),
      account: maybe(fc.constant("DE89370400440532013000")),
    }),
  }),
);

const allowance = (codes: readonly string[]): fc.Arbitrary<LineAllowance> =>
  fc.record({
    amount: cents,
    reason: text,
    reasonCode: maybe(fc.constantFrom(...codes)),
  });
const ALLOWED = ["95", "100"];
const CHARGED = ["ABL", "FC"];

/** The rates of each category; a document has one category that stands alone, or several of the others. */
function taxesOf(name: CategoryName): readonly TaxCategory[] {
  const { code, rate } = CATEGORIES[name];
  if (rate === "absent") return [{ category: code }];
  return (rate === "zero" ? ["0"] : ["7", "19.5", "21"]).map((one) => ({ category: code, rate: one }));
}
const taxes: fc.Arbitrary<readonly TaxCategory[]> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(taxesOf("O")) },
  {
    weight: 6,
    arbitrary: fc.subarray(["S", "Z", "AF", "AG"] as const, { minLength: 1 }).map((names) => names.flatMap(taxesOf)),
  },
  { weight: 3, arbitrary: fc.constantFrom("E", "AE", "IC", "G").map((name) => taxesOf(name as CategoryName)) },
);

const line = (tax: readonly TaxCategory[]): fc.Arbitrary<Draft["lines"][number]> =>
  fc.record({
    id: word,
    note: maybe(text),
    invoicedObject: maybe(identifier("AWV", "ABT")),
    quantity: decimal(1_000_000n, 3),
    unit: fc.constantFrom("C62", "MON", "HUR", "DAY"),
    orderLine: maybe(word),
    buyerAccounting: maybe(word),
    period: maybe(period),
    allowances: fc.array(allowance(ALLOWED), { maxLength: 2 }),
    charges: fc.array(allowance(CHARGED), { maxLength: 2 }),
    price: fc.oneof(
      fc.record({ net: decimal(10_000_000n, 4), baseQuantity: maybe(fc.constantFrom("1", "12", "0.5")) }),
      fc.constant({ net: "8.00", gross: "10.00", discount: "2.00", baseQuantity: "1", baseUnit: "C62" }),
    ),
    tax: fc.constantFrom(...tax),
    item: fc.record({
      name: text,
      description: maybe(text),
      sellerId: maybe(word),
      buyerId: maybe(word),
      standardId: maybe(identifier("0160", "0088")),
      classifications: fc.array(fc.record({ id: word, scheme: fc.constant("TST"), schemeVersion: maybe(word) }), {
        maxLength: 2,
      }),
      originCountry: maybe(fc.constantFrom("DE", "CN")),
      attributes: fc.array(fc.record({ name: text, value: text }), { maxLength: 2 }),
    }),
  });

const rest = fc.record({
  number: word,
  issueDate: day,
  typeCode: fc.constantFrom("380", "381", "384"),
  currency: fc.constantFrom("EUR", "SEK", "USD"),
  dueDate: day,
  buyerReference: maybe(text),
  projectReference: maybe(word),
  contractReference: maybe(word),
  orderReference: maybe(word),
  salesOrderReference: maybe(word),
  receiptReference: maybe(word),
  despatchReference: maybe(word),
  tenderReference: maybe(word),
  invoicedObject: maybe(identifier("AWV", "ABT")),
  buyerAccounting: maybe(text),
  paymentTerms: text,
  notes: fc.array(fc.record({ subject: maybe(fc.constantFrom("AAI", "REG")), text }), { maxLength: 3 }),
  precedingInvoices: fc.array(fc.record({ number: word, issueDate: maybe(day) }), { maxLength: 2 }),
  payee: maybe(
    fc.record({
      name: text.map((name) => `Payee ${name}`),
      id: maybe(identifier("0088")),
      registration: maybe(identifier("0204")),
    }),
  ),
  delivery: fc.record({ name: maybe(text), location: maybe(identifier("0088")), date: day, address }),
  period: maybe(period),
  taxPoint: fc.constantFrom({}, { taxPointCode: "35" }, { taxPointDate: "2026-01-31" }),
  payment,
  attachments: fc.array(
    fc.record({
      reference: word,
      description: maybe(text),
      url: maybe(fc.constant("https://example.com/a?b=1&c=2")),
      file: maybe(fc.constant({ name: 'a "b".csv', mimeType: "text/csv", base64: "YSxi" })),
    }),
    { maxLength: 2 },
  ),
  parties: fc.record({
    sellerAddress: address,
    buyerAddress: address,
    buyerContact: maybe(contact),
    tradingName: maybe(text),
    legalInformation: maybe(text),
  }),
  paid: fc.option(cents, { nil: undefined }),
  rounding: fc.option(fc.constantFrom("0.01", "-0.02"), { nil: undefined }),
});

/** A lawful invoice or credit note with much that one may have. */
export const arbitraryInvoice: fc.Arbitrary<EInvoice> = taxes.chain((tax) =>
  fc
    .tuple(
      rest,
      fc.array(line(tax), { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(allowance(ALLOWED), fc.constantFrom(...tax)), { maxLength: 2 }),
      fc.array(fc.tuple(allowance(CHARGED), fc.constantFrom(...tax)), { maxLength: 2 }),
    )
    .map(([{ parties, taxPoint, paid, rounding, ...fields }, lines, allowances, charges]) => {
      const isUnknown = tax[0]?.category === "O";
      return totalled({
        ...DRAFT,
        ...fields,
        ...taxPoint,
        ...(paid !== undefined && { paid }),
        ...(rounding !== undefined && { rounding }),
        lines,
        allowances: allowances.map(([one, of]) => ({ ...one, tax: of })),
        charges: charges.map(([one, of]) => ({ ...one, tax: of })),
        reason: /^(E|AE|K|G|O)$/.test(tax[0]?.category ?? "") ? "No tax is due." : null,
        seller: {
          ...DRAFT.seller,
          address: parties.sellerAddress,
          tradingName: parties.tradingName,
          legalInformation: parties.legalInformation,
          vatId: isUnknown ? null : "DE123456789",
        },
        buyer: {
          ...DRAFT.buyer,
          address: parties.buyerAddress,
          contact: parties.buyerContact,
          vatId: isUnknown ? null : "DE987654321",
        },
      });
    }),
);
