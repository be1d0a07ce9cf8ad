import type { PriceMode, TaxCategory } from "@working-social/kernel";
import * as fc from "fast-check";
import type { DocumentLine, InvoiceDocument } from "../documents/rules/document.ts";
import type { BuyerParty, InvoiceLineItem, SellerParty } from "../invoices/schema.ts";
import { taxInvoice } from "../rules/tax.ts";

const ADDRESS = { street: "Kai 1", extraLine: null, city: "Hamburg", postCode: "20457", region: null, country: "DE" };
export const A_SELLER: SellerParty = {
  ...ADDRESS,
  name: "Quayside Works GmbH",
  vatId: "DE136695976",
  taxId: "22/815/08155",
  electronicAddress: "billing@quayside.example",
  electronicScheme: "EM",
  registration: "HRB 4711",
  contactName: "Ada",
  contactEmail: "billing@quayside.example",
  contactPhone: "+49 40 123456",
  accountHolder: null,
  iban: "DE89370400440532013000",
  bic: "COBADEFFXXX",
};
export const A_BUYER: BuyerParty = {
  ...ADDRESS,
  name: "Brightwater SARL",
  vatId: "FR40303265045",
  taxId: null,
  electronicAddress: "invoices@brightwater.example",
  electronicScheme: "EM",
  buyerReference: "ref-7",
  orderReference: "PO-12",
  taxTreatment: "domestic",
  tookTaxOut: false,
};

type Rate = readonly [TaxCategory, number, string | null];
/** What stands on one invoice: several rates of one country, and what is outside of tax beside them or alone. */
const RATES: readonly (readonly Rate[])[] = [
  [
    ["S", 1900, null],
    ["S", 700, null],
    ["S", 825, null],
    ["Z", 0, null],
    ["E", 0, "VATEX-EU-132"],
    ["O", 0, null],
  ],
  [["S", 2300, null]],
  [
    ["AE", 0, "VATEX-EU-AE"],
    ["O", 0, null],
  ],
  [["AE", 0, "VATEX-EU-AE"]],
  [["K", 0, "VATEX-EU-IC"]],
  [["G", 0, "VATEX-EU-G"]],
  [["O", 0, null]],
  [["E", 0, null]],
];

const ITEMS: readonly (Pick<DocumentLine, "productKind" | "unitCode"> & { readonly item: InvoiceLineItem })[] = [
  fee({ quantity: 3, days: 31, daysInPeriod: 31 }),
  fee({ quantity: 1, days: 21, daysInPeriod: 31 }),
  fee({ quantity: 2, days: 365, daysInPeriod: 365 }),
  { productKind: "room_time", unitCode: "MIN", item: { code: "booking", data: { resourceName: "Tagus" } } },
  { productKind: "item", unitCode: "C62", item: { code: "item", data: { description: "Locker" } } },
  {
    productKind: "plan_fee",
    unitCode: "MON",
    item: { code: "returned", data: { name: "Desk Flex", number: "2026-0001", days: 10, daysInPeriod: 31 } },
  },
];

function fee(given: { quantity: number; days: number; daysInPeriod: number }) {
  const data = { name: "Desk Flex", unitPriceMinor: 300_00, discount: null, ...given };
  return { productKind: "plan_fee", unitCode: "MON", item: { code: "plan_fee" as const, data } };
}

/** Documents as the drafts make them: any lines by any rates that stand together, taxed by rule 7, with parties who lack nothing. */
export const someDocuments: fc.Arbitrary<InvoiceDocument> = fc.constantFrom(...RATES).chain((rates) =>
  fc
    .record({
      mode: fc.constantFrom<PriceMode>("net", "gross"),
      language: fc.constantFrom("en", "de"),
      currency: fc.constantFrom("EUR", "USD", "JPY"),
      lines: fc.array(aLine(rates), { minLength: 1, maxLength: 9 }),
    })
    .map(documentOf),
);

function aLine(rates: readonly Rate[]): fc.Arbitrary<Omit<DocumentLine, "netMinor" | "position">> {
  const amountMinor = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -200_000, max: 2_000_000 }));
  const quantity = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 700 }));
  const what = fc.record({ of: fc.constantFrom(...ITEMS), rate: fc.constantFrom(...rates), amountMinor, quantity });
  return what.map(({ of, rate: [taxCategory, taxBasisPoints, exemptionCode], ...figures }) => ({
    ...of,
    ...figures,
    taxCategory,
    taxBasisPoints,
    exemptionCode,
    exemptionReason: null,
    serviceFrom: "2026-12-11",
    serviceUntil: "2027-01-01",
  }));
}

interface Given {
  readonly mode: PriceMode;
  readonly language: string;
  readonly currency: string;
  readonly lines: readonly Omit<DocumentLine, "netMinor" | "position">[];
}

function documentOf({ mode, language, currency, lines }: Given): InvoiceDocument {
  const taxable = lines.map((line, place) => ({
    id: String(place),
    amountMinor: line.amountMinor,
    category: line.taxCategory,
    basisPoints: line.taxBasisPoints,
  }));
  const { taxes, lineNets, ...sums } = taxInvoice(taxable, mode);
  return {
    ...sums,
    kind: "invoice",
    number: "2026-0042",
    issueDate: "2026-12-11",
    dueDate: "2026-12-25",
    taxPoint: "2026-12-31",
    serviceFrom: "2026-12-11",
    serviceUntil: "2027-01-01",
    currency,
    language,
    priceMode: mode,
    seller: A_SELLER,
    buyer: A_BUYER,
    reason: null,
    taxes: [...taxes],
    lines: lines.map((line, place) => ({ ...line, position: place + 1, netMinor: lineNets[place]?.netMinor ?? 0 })),
    preceding: null,
  };
}
