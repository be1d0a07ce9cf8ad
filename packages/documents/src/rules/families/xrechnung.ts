import type { EInvoice } from "../../model/invoice.ts";
import { isValidIBAN } from "ibantools";
import { PROFILES } from "../../model/profile.ts";
import { anyOf, isMissing, once, present, type Rules } from "../rule.ts";
import { isTransfer } from "./payment.ts";

const CARD: readonly string[] = ["48", "54", "55"];
const DEBIT = "59";
/** What the German rules take for taxed: all but "not subject to VAT". */
const TAXED: readonly string[] = ["S", "Z", "E", "AE", "K", "G", "L", "M"];
const TYPES: readonly string[] = ["326", "380", "384", "389", "381", "875", "876", "877"];
const CORRECTED = "384";

/** A line about a cash discount, as XRechnung writes it: #SKONTO#TAGE=14#PROZENT=2.00#. */
const SKONTO = /^#SKONTO#TAGE=\d+#PROZENT=\d+\.\d{2}(#BASISBETRAG=-?\d+\.\d{2})?#$/;
const EMAIL = /^[^@\s]+@([^@.\s]+\.)+[^@.\s]+$/;

/** An IBAN, with blanks or without. */
const isIban = (text: string): boolean => isValidIBAN(text.replaceAll(/\s/g, "").toUpperCase());
const meansOf = ({ payment }: EInvoice): string => payment?.meansCode ?? "";
const contactOf = ({ seller }: EInvoice) => seller.contact;
const hasAccount = ({ payment }: EInvoice): boolean => (payment?.transfers.length ?? 0) > 0;
const hasCard = ({ payment }: EInvoice): boolean => payment?.card != null;
const hasMandate = ({ payment }: EInvoice): boolean => payment?.directDebit != null;
const fileNames = ({ attachments }: EInvoice): readonly string[] =>
  attachments.flatMap(({ file }) => present(file).map(({ name }) => name));

/** XRechnung 3.0 (KoSIT), what it asks for beside EN 16931; Peppol asks for the same where both parties are German (DE-R). */
export const XRECHNUNG_RULES = {
  "BR-DE-1": { term: "BG-16", field: "payment.means", broken: once(({ payment }) => payment == null) },
  "BR-DE-2": { term: "BG-6", field: "seller.contact", broken: once((invoice) => contactOf(invoice) == null) },
  "BR-DE-3": {
    term: "BT-37",
    field: "seller.address.city",
    broken: once(({ seller: { address } }) => address != null && isMissing(address.city)),
  },
  "BR-DE-4": {
    term: "BT-38",
    field: "seller.address.postCode",
    broken: once(({ seller: { address } }) => address != null && isMissing(address.postCode)),
  },
  "BR-DE-5": {
    term: "BT-41",
    field: "seller.contact.name",
    broken: anyOf(
      (invoice) => present(contactOf(invoice)),
      ({ name }) => isMissing(name),
    ),
  },
  "BR-DE-6": {
    term: "BT-42",
    field: "seller.contact.phone",
    broken: anyOf(
      (invoice) => present(contactOf(invoice)),
      ({ phone }) => isMissing(phone),
    ),
  },
  "BR-DE-7": {
    term: "BT-43",
    field: "seller.contact.email",
    broken: anyOf(
      (invoice) => present(contactOf(invoice)),
      ({ email }) => isMissing(email),
    ),
  },
  "BR-DE-8": {
    term: "BT-52",
    field: "buyer.address.city",
    broken: once(({ buyer: { address } }) => address != null && isMissing(address.city)),
  },
  "BR-DE-9": {
    term: "BT-53",
    field: "buyer.address.postCode",
    broken: once(({ buyer: { address } }) => address != null && isMissing(address.postCode)),
  },
  "BR-DE-10": {
    term: "BT-77",
    field: "delivery.address.city",
    broken: once(({ delivery }) => delivery?.address != null && isMissing(delivery.address.city)),
  },
  "BR-DE-11": {
    term: "BT-78",
    field: "delivery.address.postCode",
    broken: once(({ delivery }) => delivery?.address != null && isMissing(delivery.address.postCode)),
  },
  "BR-DE-14": {
    term: "BT-119",
    field: "document.vat",
    broken: anyOf(
      ({ vat }) => vat,
      ({ rate }) => isMissing(rate),
    ),
  },
  "BR-DE-15": {
    term: "BT-10",
    field: "buyer.reference",
    broken: once(({ buyerReference }) => isMissing(buyerReference)),
  },
  "BR-DE-16": { term: "BT-31", field: "seller.vatId", broken: once(isTaxedByNobody) },
  "BR-DE-17": {
    term: "BT-3",
    field: "document.typeCode",
    severity: "warning",
    broken: anyOf(
      ({ typeCode }) => [typeCode],
      (code) => !TYPES.includes(code),
      (value) => ({ value }),
    ),
  },
  "BR-DE-18": {
    term: "BT-20",
    field: "payment.terms",
    broken: anyOf(({ paymentTerms }) => present(paymentTerms), isSkontoUnreadable),
  },
  "BR-DE-19": {
    term: "BT-84",
    field: "payment.iban",
    severity: "warning",
    broken: anyOf(
      ({ payment }) => (payment?.meansCode === "58" ? payment.transfers : []),
      ({ account }) => !isIban(account),
      ({ account }) => ({ value: account }),
    ),
  },
  "BR-DE-20": {
    term: "BT-91",
    field: "payment.debitedAccount",
    severity: "warning",
    broken: anyOf(
      ({ payment }) => (payment?.meansCode === DEBIT ? present(payment.directDebit?.account) : []),
      (account) => !isIban(account),
      (value) => ({ value }),
    ),
  },
  "BR-DE-21": {
    term: "BT-24",
    field: "document.specification",
    severity: "warning",
    broken: anyOf(
      ({ specification }) => present(specification),
      (one) => !one.startsWith(PROFILES.xrechnung.specification),
      (value) => ({ value }),
    ),
  },
  "BR-DE-22": {
    term: "BT-125",
    field: "document.attachments",
    broken: once((invoice) => new Set(fileNames(invoice)).size !== fileNames(invoice).length),
  },
  "BR-DE-23-a": {
    term: "BG-17",
    field: "payment.iban",
    broken: once((invoice) => isTransfer(meansOf(invoice)) && !hasAccount(invoice)),
  },
  "BR-DE-23-b": {
    term: "BG-17",
    field: "payment.means",
    broken: once((invoice) => isTransfer(meansOf(invoice)) && (hasCard(invoice) || hasMandate(invoice))),
  },
  "BR-DE-24-a": {
    term: "BG-18",
    field: "payment.card",
    broken: once((invoice) => CARD.includes(meansOf(invoice)) && !hasCard(invoice)),
  },
  "BR-DE-24-b": {
    term: "BG-18",
    field: "payment.means",
    broken: once((invoice) => CARD.includes(meansOf(invoice)) && (hasAccount(invoice) || hasMandate(invoice))),
  },
  "BR-DE-25-a": {
    term: "BG-19",
    field: "payment.mandate",
    broken: once((invoice) => meansOf(invoice) === DEBIT && !hasMandate(invoice)),
  },
  "BR-DE-25-b": {
    term: "BG-19",
    field: "payment.means",
    broken: once((invoice) => meansOf(invoice) === DEBIT && (hasAccount(invoice) || hasCard(invoice))),
  },
  "BR-DE-26": {
    term: "BG-3",
    field: "document.precedingInvoice",
    severity: "warning",
    broken: once(({ typeCode, precedingInvoices }) => typeCode === CORRECTED && precedingInvoices.length === 0),
  },
  "BR-DE-27": {
    term: "BT-42",
    field: "seller.contact.phone",
    severity: "warning",
    broken: anyOf(
      (invoice) => present(contactOf(invoice)?.phone),
      (phone) => !isMissing(phone) && phone.replaceAll(/\D/g, "").length < 3,
      (value) => ({ value }),
    ),
  },
  "BR-DE-28": {
    term: "BT-43",
    field: "seller.contact.email",
    severity: "warning",
    broken: anyOf(
      (invoice) => present(contactOf(invoice)?.email),
      (email) => !isMissing(email) && !EMAIL.test(email.trim()),
      (value) => ({ value }),
    ),
  },
  "BR-DE-30": {
    term: "BT-90",
    field: "payment.creditorId",
    broken: anyOf(
      ({ payment }) => present(payment?.directDebit),
      ({ creditorId }) => isMissing(creditorId),
    ),
  },
  "BR-DE-31": {
    term: "BT-91",
    field: "payment.debitedAccount",
    broken: anyOf(
      ({ payment }) => present(payment?.directDebit),
      ({ account }) => isMissing(account),
    ),
  },
  "BR-DE-TMP-32": { term: "BT-72", field: "document.period", severity: "warning", broken: once(isDeliveryUnknown) },
} satisfies Rules<string>;

function isTaxedByNobody({ seller, taxRepresentative, lines, allowances, charges }: EInvoice): boolean {
  const isTaxed = [...lines, ...allowances, ...charges].some(({ tax }) => TAXED.includes(tax.category));
  return isTaxed && isMissing(seller.vatId) && isMissing(seller.taxRegistration) && taxRepresentative == null;
}

/** Each line that begins as one about a cash discount is one. */
function isSkontoUnreadable(terms: string): boolean {
  const lines = terms.split(/\r?\n/).map((line) => line.trim());
  return lines.some((line) => line.startsWith("#") && !SKONTO.test(line));
}

function isDeliveryUnknown({ delivery, period, lines }: EInvoice): boolean {
  return isMissing(delivery?.date) && period == null && !lines.every((line) => line.period != null);
}
