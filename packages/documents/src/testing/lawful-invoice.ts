import type { EInvoice } from "../model/invoice.ts";
import type { InvoiceLine } from "../model/line.ts";
import type { DocumentAllowance, LineAllowance, TaxCategory, VatBreakdown } from "../model/tax.ts";
import {
  add,
  divided,
  type Exact,
  exactOf,
  minus,
  ONE,
  rounded,
  sumOf,
  textOfExact,
  times,
  ZERO,
} from "../rules/exact.ts";
import { taxDue } from "../rules/families/tax-amounts.ts";

/** Everything of an invoice but what follows from it. */
export type Draft = Omit<EInvoice, "totals" | "vat" | "lines"> & {
  readonly lines: readonly Omit<InvoiceLine, "netAmount">[];
  readonly paid?: string;
  readonly rounding?: string;
  /** Why there is no tax, for the categories that have to say it. */
  readonly reason?: string | null;
};

const of = (text: string | null | undefined): Exact => exactOf(text) ?? ZERO;
const cents = (value: Exact): string => textOfExact(rounded(value, 2));
const amounts = (list: readonly LineAllowance[]): Exact => sumOf(list.map(({ amount }) => of(amount)));

/** The draft with its line amounts, its tax breakdown and its totals, computed as the standard says. */
export function totalled({ paid, rounding, reason, ...draft }: Draft): EInvoice {
  const lines = draft.lines.map((line) => ({ ...line, netAmount: netAmountOf(line) }));
  const sum = sumOf(lines.map(({ netAmount }) => of(netAmount)));
  const net = add(minus(sum, amounts(draft.allowances)), amounts(draft.charges));
  const vat = breakdownOf(lines, draft.allowances, draft.charges, reason ?? null);
  const tax = sumOf(vat.map(({ taxAmount }) => of(taxAmount)));
  const gross = add(net, tax);
  return {
    ...draft,
    lines,
    vat,
    totals: {
      lines: cents(sum),
      net: cents(net),
      tax: cents(tax),
      gross: cents(gross),
      due: cents(add(minus(gross, of(paid)), of(rounding))),
      ...(draft.allowances.length > 0 && { allowances: cents(amounts(draft.allowances)) }),
      ...(draft.charges.length > 0 && { charges: cents(amounts(draft.charges)) }),
      ...(paid !== undefined && { paid }),
      ...(rounding !== undefined && { rounding }),
    },
  };
}

function netAmountOf({ quantity, price, allowances, charges }: Draft["lines"][number]): string {
  const base = price.baseQuantity == null ? ONE : of(price.baseQuantity);
  const gross = divided(times(of(quantity), of(price.net)), base, 12);
  return cents(add(minus(gross, amounts(allowances)), amounts(charges)));
}

function breakdownOf(
  lines: readonly InvoiceLine[],
  allowances: readonly DocumentAllowance[],
  charges: readonly DocumentAllowance[],
  reason: string | null,
): readonly VatBreakdown[] {
  const parts = [
    ...lines.map(({ tax, netAmount }) => ({ tax, amount: of(netAmount) })),
    ...allowances.map(({ tax, amount }) => ({ tax, amount: minus(ZERO, of(amount)) })),
    ...charges.map(({ tax, amount }) => ({ tax, amount: of(amount) })),
  ];
  const keyOf = ({ category, rate }: TaxCategory): string => `${category} ${textOfExact(rounded(of(rate), 4))}`;
  const groups = Map.groupBy(parts, ({ tax }) => keyOf(tax));
  return [...groups.values()].map((group) => {
    const taxableAmount = cents(sumOf(group.map(({ amount }) => amount)));
    const one: VatBreakdown = { ...(group[0]?.tax ?? { category: "" }), taxableAmount, taxAmount: "0.00" };
    return { ...one, taxAmount: textOfExact(taxDue(one) ?? ZERO), ...(reason !== null && { exemptionReason: reason }) };
  });
}

const VAT_19: TaxCategory = { category: "S", rate: "19" };

/** A month of a desk and some hours of a room, in Germany, lawful by every profile: what a test changes is what it is about. */
export const DRAFT: Draft = {
  number: "2026-0042",
  issueDate: "2026-12-01",
  typeCode: "380",
  currency: "EUR",
  dueDate: "2026-12-15",
  buyerReference: "04011000-12345-34",
  orderReference: "PO-7",
  invoicedObject: { id: "DESK-4", scheme: "AWV" },
  paymentTerms: "Payable within 14 days.",
  notes: [{ subject: "AAI", text: "Thank you for working with us." }],
  precedingInvoices: [{ number: "2026-0041", issueDate: "2026-11-01" }],
  seller: {
    name: "Working Space GmbH",
    tradingName: "Working Space",
    ids: [{ id: "4000001123452", scheme: "0088" }],
    registration: { id: "HRB 12345" },
    vatId: "DE123456789",
    taxRegistration: "181/815/08155",
    legalInformation: "Registered in Berlin",
    electronicAddress: { id: "DE123456789", scheme: "9930" },
    address: { street: "Main Street 1", extraLine: "Yard", city: "Berlin", postCode: "10115", country: "DE" },
    contact: { name: "Ada Lovelace", phone: "+49 30 123456", email: "ada@example.com" },
  },
  buyer: {
    name: "Buyer AG",
    ids: [{ id: "4711" }],
    registration: { id: "HRB 54321" },
    vatId: "DE987654321",
    electronicAddress: { id: "4000001543212", scheme: "0088" },
    address: { street: "Side Street 2", city: "Hamburg", postCode: "20095", country: "DE" },
  },
  delivery: {
    date: "2026-11-30",
    location: { id: "4000001987658", scheme: "0088" },
    address: { street: "Main Street 1", city: "Berlin", postCode: "10115", country: "DE" },
  },
  period: { start: "2026-11-01", end: "2026-11-30" },
  payment: {
    meansCode: "58",
    remittance: "2026-0042",
    transfers: [{ account: "DE89370400440532013000", accountName: "Working Space GmbH", provider: "COBADEFFXXX" }],
  },
  allowances: [{ amount: "10.00", base: "100.00", percent: "10", reason: "Loyal", reasonCode: "95", tax: VAT_19 }],
  charges: [{ amount: "5.00", reason: "Handling", reasonCode: "ABL", tax: VAT_19 }],
  attachments: [{ reference: "usage", file: { name: "usage.csv", mimeType: "text/csv", base64: "YSxi" } }],
  lines: [
    {
      id: "1",
      quantity: "1",
      unit: "MON",
      period: { start: "2026-11-01", end: "2026-11-30" },
      allowances: [{ amount: "9.00", base: "300.00", percent: "3", reason: "Early", reasonCode: "95" }],
      charges: [{ amount: "1.50", reason: "Key", reasonCode: "ABL" }],
      price: { net: "300.00", gross: "320.00", discount: "20.00", baseQuantity: "1", baseUnit: "MON" },
      tax: VAT_19,
      item: {
        name: "Desk",
        standardId: { id: "4000001123452", scheme: "0160" },
        classifications: [{ id: "80131502", scheme: "TST" }],
        originCountry: "DE",
        attributes: [{ name: "Floor", value: "4" }],
      },
    },
    {
      id: "2",
      quantity: "2.5",
      unit: "HUR",
      allowances: [],
      charges: [],
      price: { net: "20.1234" },
      tax: { category: "S", rate: "7" },
      item: { name: "Room", classifications: [], attributes: [] },
    },
  ],
};

export const LAWFUL: EInvoice = totalled(DRAFT);
