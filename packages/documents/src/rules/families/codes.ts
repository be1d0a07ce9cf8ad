import { DOCUMENT_TYPES, MEDIA_TYPES, TAX_POINTS } from "../../codes/documents.ts";
import {
  ALLOWANCE_REASONS,
  CHARGE_REASONS,
  CURRENCIES,
  EXEMPTION_REASONS,
  PAYMENT_MEANS,
  VAT_CATEGORIES,
} from "../../codes/money.ts";
import { ADDRESS_SCHEMES, COUNTRIES, ICD } from "../../codes/parties.ts";
import { CLASSIFICATION_LISTS, NOTE_SUBJECTS, REFERENCE_KINDS } from "../../codes/references.ts";
import { UNITS } from "../../codes/units.ts";
import type { Identifier } from "../../model/decimal-text.ts";
import type { EInvoice } from "../../model/invoice.ts";
import type { Field } from "../fields.ts";
import { type Broken, isMissing, present, type Rule, type Rules, type Term } from "../rule.ts";

type Code = string | null | undefined;
/** A code, and where it is, if that is not where the rule says. */
type Found = Code | (Pick<Broken, "line" | "term" | "field"> & { readonly code: Code });

/** Every code that an invoice has in some places is of a list. Whether it must have one is another rule. */
export function listed(
  term: Term,
  field: Field,
  list: ReadonlySet<string>,
  codes: (invoice: EInvoice) => readonly Found[],
): Rule {
  return { term, field, broken: (invoice) => codes(invoice).flatMap((found) => unlisted(found, list)) };
}

function unlisted(found: Found, list: ReadonlySet<string>): readonly Broken[] {
  const { code, ...where } = typeof found === "object" && found !== null ? found : { code: found };
  return code == null || isMissing(code) || list.has(code) ? [] : [{ value: code, ...where }];
}

const schemes = (ids: readonly (Identifier | null | undefined)[]): readonly Code[] => ids.map((id) => id?.scheme);
export const elsewhere = (term: Term, field: Field, codes: readonly Code[]): readonly Found[] =>
  codes.map((code) => ({ term, field, code }));

function inLines(codes: (line: EInvoice["lines"][number]) => readonly Code[]): (invoice: EInvoice) => readonly Found[] {
  return ({ lines }) => lines.flatMap((line) => codes(line).map((code) => ({ line: line.id, code })));
}

/** BR-CL. Amounts have the document's currency (BR-CL-04), so that BR-CL-03 has nothing to add: who reads refuses others. */
export const CODE_RULES = {
  "BR-CL-01": listed("BT-3", "document.typeCode", DOCUMENT_TYPES, ({ typeCode }) => [typeCode]),
  "BR-CL-04": listed("BT-5", "document.currency", CURRENCIES, ({ currency }) => [currency]),
  "BR-CL-05": listed("BT-6", "document.taxCurrency", CURRENCIES, ({ taxCurrency }) => [taxCurrency]),
  "BR-CL-06": listed("BT-8", "document.taxPoint", TAX_POINTS, ({ taxPointCode }) => [taxPointCode]),
  "BR-CL-07": listed("BT-18", "document.invoicedObject", REFERENCE_KINDS, ({ invoicedObject, lines }) => [
    invoicedObject?.scheme,
    ...lines.map((line) => ({ line: line.id, code: line.invoicedObject?.scheme })),
  ]),
  "BR-CL-08": listed("BT-21", "document.notes", NOTE_SUBJECTS, ({ notes }) => notes.map(({ subject }) => subject)),
  "BR-CL-10": listed("BT-29", "seller.ids", ICD, ({ seller, buyer, payee }) => [
    ...schemes(seller.ids),
    ...elsewhere("BT-46", "buyer.ids", schemes(buyer.ids)),
    ...elsewhere("BT-60", "payee", schemes([payee?.id])),
  ]),
  "BR-CL-11": listed("BT-30", "seller.registration", ICD, ({ seller, buyer, payee }) => [
    seller.registration?.scheme,
    ...elsewhere("BT-47", "buyer.registration", schemes([buyer.registration])),
    ...elsewhere("BT-61", "payee", schemes([payee?.registration])),
  ]),
  "BR-CL-13": listed(
    "BT-158",
    "line.classification",
    CLASSIFICATION_LISTS,
    inLines(({ item }) => schemes(item.classifications)),
  ),
  "BR-CL-14": listed("BT-40", "seller.address.country", COUNTRIES, ({ seller, buyer, taxRepresentative, delivery }) => [
    seller.address?.country,
    ...elsewhere("BT-55", "buyer.address.country", [buyer.address?.country]),
    ...elsewhere("BT-69", "taxRepresentative.address.country", [taxRepresentative?.address?.country]),
    ...elsewhere("BT-80", "delivery.address.country", [delivery?.address?.country]),
  ]),
  "BR-CL-15": listed(
    "BT-159",
    "line.originCountry",
    COUNTRIES,
    inLines(({ item }) => [item.originCountry]),
  ),
  "BR-CL-16": listed("BT-81", "payment.means", PAYMENT_MEANS, ({ payment }) => [payment?.meansCode]),
  "BR-CL-17": listed("BT-118", "document.vat", VAT_CATEGORIES, ({ vat, allowances, charges }) =>
    [...vat, ...[...allowances, ...charges].map(({ tax }) => tax)].map(({ category }) => category),
  ),
  "BR-CL-18": listed(
    "BT-151",
    "line.tax",
    VAT_CATEGORIES,
    inLines(({ tax }) => [tax.category]),
  ),
  "BR-CL-19": listed("BT-98", "document.allowances", ALLOWANCE_REASONS, (invoice) => [
    ...invoice.allowances.map(({ reasonCode }) => reasonCode),
    ...inLines((line) => line.allowances.map(({ reasonCode }) => reasonCode))(invoice),
  ]),
  "BR-CL-20": listed("BT-105", "document.charges", CHARGE_REASONS, (invoice) => [
    ...invoice.charges.map(({ reasonCode }) => reasonCode),
    ...inLines((line) => line.charges.map(({ reasonCode }) => reasonCode))(invoice),
  ]),
  "BR-CL-21": listed(
    "BT-157",
    "line.standardId",
    ICD,
    inLines(({ item }) => schemes(present(item.standardId))),
  ),
  "BR-CL-22": listed("BT-121", "document.vat", EXEMPTION_REASONS, ({ vat }) => vat.map((one) => one.exemptionCode)),
  "BR-CL-23": listed(
    "BT-130",
    "line.unit",
    UNITS,
    inLines(({ unit, price }) => [unit, price.baseUnit]),
  ),
  "BR-CL-24": listed("BT-125", "document.attachments", MEDIA_TYPES, ({ attachments }) =>
    attachments.map(({ file }) => file?.mimeType),
  ),
  "BR-CL-25": listed("BT-34", "seller.electronicAddress", ADDRESS_SCHEMES, ({ seller, buyer }) => [
    seller.electronicAddress?.scheme,
    ...elsewhere("BT-49", "buyer.electronicAddress", schemes([buyer.electronicAddress])),
  ]),
  "BR-CL-26": listed("BT-71", "delivery.location", ICD, ({ delivery }) => schemes([delivery?.location])),
} satisfies Rules<string>;
