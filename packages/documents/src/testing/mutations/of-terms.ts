import type { ALLOWANCE_RULES, LINE_RULES } from "../../rules/families/lines.ts";
import type { DOCUMENT_RULES } from "../../rules/families/documents.ts";
import type { PARTY_RULES } from "../../rules/families/parties.ts";
import type { PAYMENT_RULES } from "../../rules/families/payment.ts";
import * as change from "../changes.ts";
import { lawfulBut, type Mutation } from "./mutation.ts";

type Id =
  | keyof typeof DOCUMENT_RULES
  | keyof typeof PARTY_RULES
  | keyof typeof LINE_RULES
  | keyof typeof ALLOWANCE_RULES
  | keyof typeof PAYMENT_RULES;

const {
  allowance,
  buyer,
  buyerAddress,
  charge,
  deliveryAddress,
  document,
  item,
  line,
  lineAllowance,
  lineCharge,
  payment,
  price,
  seller,
  sellerAddress,
} = change;

const REPRESENTATIVE = { name: "Stand-in SARL", vatId: "FR12345678901", address: { country: "FR" } };
const noReason = { reason: null, reasonCode: null };

/** What must be there. */
export const TERM_MUTATIONS: Readonly<Record<Id, Mutation>> = {
  "BR-01": [lawfulBut(document({ specification: "" }))],
  "BR-02": [lawfulBut(document({ number: "" }))],
  "BR-03": [lawfulBut(document({ issueDate: "2026-02-30" }))],
  "BR-04": [lawfulBut(document({ typeCode: "" }))],
  "BR-05": [lawfulBut(document({ currency: "" }))],
  "BR-16": [lawfulBut(document({ lines: [] })), "BR-CO-10", "BR-S-08"],
  "BR-29": [lawfulBut(document({ period: { start: "2026-11-30", end: "2026-11-01" } }))],
  "BR-52": [lawfulBut(document({ attachments: [{ reference: "" }] }))],
  "BR-53": [lawfulBut(document({ taxCurrency: "SEK" }))],
  "BR-55": [lawfulBut(document({ precedingInvoices: [{ number: "" }] }))],
  "BR-CO-03": [lawfulBut(document({ taxPointDate: "2026-11-30", taxPointCode: "3" }))],
  "BR-CO-19": [lawfulBut(document({ period: {} }))],
  "BR-06": [lawfulBut(seller({ name: " " }))],
  "BR-07": [lawfulBut(buyer({ name: "" }))],
  "BR-08": [lawfulBut(seller({ address: null }))],
  "BR-09": [lawfulBut(sellerAddress({ country: "" }))],
  "BR-10": [lawfulBut(buyer({ address: null }))],
  "BR-11": [lawfulBut(buyerAddress({ country: "" }))],
  "BR-17": [lawfulBut(document({ payee: { name: "" } }))],
  "BR-18": [lawfulBut(document({ taxRepresentative: { ...REPRESENTATIVE, name: "" } }))],
  "BR-19": [lawfulBut(document({ taxRepresentative: { ...REPRESENTATIVE, address: null } }))],
  "BR-20": [lawfulBut(document({ taxRepresentative: { ...REPRESENTATIVE, address: { country: "" } } }))],
  "BR-56": [lawfulBut(document({ taxRepresentative: { ...REPRESENTATIVE, vatId: "" } }))],
  "BR-57": [lawfulBut(deliveryAddress({ country: "" }))],
  "BR-62": [lawfulBut(seller({ electronicAddress: { id: "x@example.com" } }))],
  "BR-63": [lawfulBut(buyer({ electronicAddress: { id: "x@example.com" } }))],
  "BR-CO-09": [lawfulBut(seller({ vatId: "123456789" }))],
  "BR-CO-26": [lawfulBut(seller({ vatId: null, ids: [], registration: null }))],
  "UBL-SR-16": [lawfulBut(buyer({ ids: [{ id: "1" }, { id: "2" }] }))],
  "BR-21": [lawfulBut(line({ id: "" }))],
  "BR-22": [lawfulBut(line({ quantity: "one" }))],
  "BR-23": [lawfulBut(line({ unit: "" }))],
  "BR-24": [lawfulBut(line({ netAmount: "" })), "BR-CO-10", "BR-S-08"],
  "BR-25": [lawfulBut(item({ name: "" }))],
  "BR-26": [lawfulBut(price({ net: "" }))],
  "BR-27": [lawfulBut(price({ net: "-1" }))],
  "BR-28": [lawfulBut(price({ gross: "-1" }))],
  "BR-30": [lawfulBut(line({ period: { start: "2026-11-30", end: "2026-11-01" } }))],
  "BR-54": [lawfulBut(item({ attributes: [{ name: "Floor", value: "" }] }))],
  "BR-64": [lawfulBut(item({ standardId: { id: "4000001123452" } }))],
  "BR-65": [lawfulBut(item({ classifications: [{ id: "80131502" }] }))],
  "BR-CO-04": [lawfulBut(line({ tax: { category: "" } })), "BR-S-08"],
  "BR-CO-20": [lawfulBut(line({ period: {} }))],
  "BR-31": [lawfulBut(allowance({ amount: "" })), "BR-CO-11", "BR-S-08"],
  "BR-32": [lawfulBut(allowance({ tax: { category: "" } })), "BR-S-08"],
  "BR-33": [lawfulBut(allowance(noReason))],
  "BR-36": [lawfulBut(charge({ amount: "" })), "BR-CO-12", "BR-S-08"],
  "BR-37": [lawfulBut(charge({ tax: { category: "" } })), "BR-S-08"],
  "BR-38": [lawfulBut(charge(noReason))],
  "BR-41": [lawfulBut(lineAllowance({ amount: "" }))],
  "BR-42": [lawfulBut(lineAllowance(noReason))],
  "BR-43": [lawfulBut(lineCharge({ amount: "" }))],
  "BR-44": [lawfulBut(lineCharge(noReason))],
  "BR-49": [lawfulBut(payment({ meansCode: "" }))],
  "BR-50": [lawfulBut(payment({ transfers: [{ account: "" }] }))],
  "BR-51": [lawfulBut(payment({ card: { number: "4111111111111111" } }))],
  "BR-61": [lawfulBut(payment({ transfers: [] }))],
  "BR-CO-25": [lawfulBut(document({ dueDate: null, paymentTerms: null }))],
};
