import type { RuleId } from "../../rules/check-invoice.ts";
import type { HARMONIZED_RULES, PEPPOL_RULES } from "../../rules/families/peppol.ts";
import type { SCHEME_RULES } from "../../rules/families/schemes.ts";
import type { XRECHNUNG_RULES } from "../../rules/families/xrechnung.ts";
import * as change from "../changes.ts";
import { lawfulBut, type Mutation } from "./mutation.ts";

const {
  allowance,
  buyer,
  buyerAddress,
  delivery,
  deliveryAddress,
  document,
  line,
  payment,
  price,
  seller,
  sellerAddress,
  sellerContact,
  totals,
  vat,
} = change;

const DEBIT = { mandate: "M-1", creditorId: "DE98ZZZ09999999999", account: "DE89370400440532013000" };
const debit = payment({ meansCode: "59", transfers: [], directDebit: DEBIT });
const card = payment({ meansCode: "48", transfers: [], card: { number: "1111" } });
const ATTACHED = { reference: "a", file: { name: "a.csv", mimeType: "text/csv", base64: "YQ==" } };

export const XRECHNUNG_MUTATIONS: Readonly<Record<keyof typeof XRECHNUNG_RULES, Mutation>> = {
  "BR-DE-1": [lawfulBut(document({ payment: null }))],
  "BR-DE-2": [lawfulBut(seller({ contact: null }))],
  "BR-DE-3": [lawfulBut(sellerAddress({ city: null }))],
  "BR-DE-4": [lawfulBut(sellerAddress({ postCode: "" }))],
  "BR-DE-5": [lawfulBut(sellerContact({ name: null }))],
  "BR-DE-6": [lawfulBut(sellerContact({ phone: null }))],
  "BR-DE-7": [lawfulBut(sellerContact({ email: null }))],
  "BR-DE-8": [lawfulBut(buyerAddress({ city: null }))],
  "BR-DE-9": [lawfulBut(buyerAddress({ postCode: null }))],
  "BR-DE-10": [lawfulBut(deliveryAddress({ city: null }))],
  "BR-DE-11": [lawfulBut(deliveryAddress({ postCode: null }))],
  "BR-DE-14": [lawfulBut(vat({ rate: null })), "BR-48", "BR-CO-17", "BR-S-08", "BR-S-09"],
  "BR-DE-15": [lawfulBut(document({ buyerReference: null }))],
  "BR-DE-16": [lawfulBut(seller({ vatId: null, taxRegistration: null })), "BR-S-02", "BR-S-03", "BR-S-04"],
  "BR-DE-17": [lawfulBut(document({ typeCode: "386" }))],
  "BR-DE-18": [lawfulBut(document({ paymentTerms: "#SKONTO#TAGE=14#PROZENT=2#" }))],
  "BR-DE-19": [lawfulBut(payment({ transfers: [{ account: "DE00370400440532013000" }] }))],
  "BR-DE-20": [lawfulBut(debit, payment({ directDebit: { ...DEBIT, account: "123" } }))],
  "BR-DE-21": [lawfulBut(document({ specification: "urn:cen.eu:en16931:2017" }))],
  "BR-DE-22": [lawfulBut(document({ attachments: [ATTACHED, ATTACHED] }))],
  "BR-DE-23-a": [lawfulBut(payment({ transfers: [] })), "BR-61"],
  "BR-DE-23-b": [lawfulBut(payment({ card: { number: "1111" } }))],
  "BR-DE-24-a": [lawfulBut(card, payment({ card: null }))],
  "BR-DE-24-b": [lawfulBut(card, payment({ transfers: [{ account: "DE89370400440532013000" }] }))],
  "BR-DE-25-a": [lawfulBut(debit, payment({ directDebit: null })), "PEPPOL-EN16931-R061"],
  "BR-DE-25-b": [lawfulBut(debit, payment({ card: { number: "1111" } }))],
  "BR-DE-26": [lawfulBut(document({ typeCode: "384", precedingInvoices: [] }))],
  "BR-DE-27": [lawfulBut(sellerContact({ phone: "by mail" }))],
  "BR-DE-28": [lawfulBut(sellerContact({ email: "ada" }))],
  "BR-DE-30": [lawfulBut(debit, payment({ directDebit: { ...DEBIT, creditorId: null } }))],
  "BR-DE-31": [lawfulBut(debit, payment({ directDebit: { ...DEBIT, account: null } }))],
  "BR-DE-TMP-32": [lawfulBut(document({ period: null }), delivery({ date: null }))],
};

type Network = keyof typeof HARMONIZED_RULES | keyof typeof PEPPOL_RULES | keyof typeof SCHEME_RULES;
const taxIn = (taxCurrency: string, taxInTaxCurrency: string) => [
  document({ taxCurrency }),
  totals({ taxInTaxCurrency }),
];
const because = (exemptionCode: string, ...others: readonly RuleId[]): Mutation => [
  lawfulBut(vat({ exemptionCode })),
  ...others,
];
const abroad = buyerAddress({ country: "AT" });
const numbered = (scheme: string, id: string) => lawfulBut(seller({ electronicAddress: { id, scheme } }));

export const NETWORK_MUTATIONS: Readonly<Record<Network, Mutation>> = {
  "PEPPOL-EN16931-R001": [lawfulBut(document({ businessProcess: "" }))],
  "PEPPOL-EN16931-R005": [lawfulBut(...taxIn("EUR", "58.15"))],
  "PEPPOL-EN16931-R010": [lawfulBut(buyer({ electronicAddress: null }))],
  "PEPPOL-EN16931-R020": [lawfulBut(seller({ electronicAddress: null }))],
  "PEPPOL-EN16931-R040": [lawfulBut(allowance({ base: "50.00" }))],
  "PEPPOL-EN16931-R041": [lawfulBut(allowance({ base: null }))],
  "PEPPOL-EN16931-R042": [lawfulBut(allowance({ percent: null }))],
  "PEPPOL-EN16931-R046": [lawfulBut(price({ discount: "10.00" }))],
  "PEPPOL-EN16931-R054": [lawfulBut(totals({ taxInTaxCurrency: "640.00" }))],
  "PEPPOL-EN16931-R055": [lawfulBut(...taxIn("SEK", "-640.00"))],
  "PEPPOL-EN16931-R061": [lawfulBut(debit, payment({ directDebit: { ...DEBIT, mandate: null } }))],
  "PEPPOL-EN16931-R110": [lawfulBut(line({ period: { start: "2026-10-31", end: "2026-11-30" } }))],
  "PEPPOL-EN16931-R111": [lawfulBut(line({ period: { start: "2026-11-01", end: "2026-12-01" } }))],
  "PEPPOL-EN16931-R120": [lawfulBut(line({ quantity: "2" }))],
  "PEPPOL-EN16931-R121": [lawfulBut(price({ baseQuantity: "0" }))],
  "PEPPOL-EN16931-R130": [lawfulBut(price({ baseUnit: "DAY" }))],
  "PEPPOL-EN16931-R002": [lawfulBut(abroad, document({ notes: [{ text: "One" }, { text: "Two" }] }))],
  "PEPPOL-EN16931-R003": [lawfulBut(abroad, document({ buyerReference: null, orderReference: null }))],
  "PEPPOL-EN16931-R004": [lawfulBut(document({ specification: "urn:cen.eu:en16931:2017" }))],
  "PEPPOL-EN16931-R007": [lawfulBut(document({ businessProcess: "urn:fdc:peppol.eu" }))],
  "PEPPOL-EN16931-F001": [lawfulBut(document({ dueDate: "15.12.2026" }))],
  "PEPPOL-EN16931-P0100": [lawfulBut(abroad, document({ typeCode: "130" }))],
  "PEPPOL-EN16931-P0101": [lawfulBut(abroad, document({ typeCode: "261" }))],
  "PEPPOL-EN16931-P0104": because("VATEX-EU-G", "BR-S-10"),
  "PEPPOL-EN16931-P0105": because("VATEX-EU-O", "BR-S-10"),
  "PEPPOL-EN16931-P0106": because("VATEX-EU-IC", "BR-S-10"),
  "PEPPOL-EN16931-P0107": because("VATEX-EU-AE", "BR-S-10"),
  "PEPPOL-EN16931-P0108": because("VATEX-EU-D", "BR-S-10"),
  "PEPPOL-EN16931-P0109": because("VATEX-EU-F", "BR-S-10"),
  "PEPPOL-EN16931-P0110": because("VATEX-EU-I", "BR-S-10"),
  "PEPPOL-EN16931-P0111": because("VATEX-EU-J", "BR-S-10"),
  "PEPPOL-EN16931-P0112": [lawfulBut(abroad, document({ typeCode: "384" }))],
  "PEPPOL-EN16931-CL008": [numbered("EM", "invoices@example.com")],
  "PEPPOL-COMMON-R040": [numbered("0088", "4000001123453")],
  "PEPPOL-COMMON-R041": [numbered("0192", "123456789")],
  "PEPPOL-COMMON-R042": [numbered("0184", "DK1234567")],
  "PEPPOL-COMMON-R043": [numbered("0208", "0123456789")],
  "PEPPOL-COMMON-R049": [numbered("0007", "1234567890")],
};
