import type { DateText, Period } from "../../model/decimal-text.ts";
import { isMissing, once, anyOf, type Rules } from "../rule.ts";

/** What every document must have (BR-01 to BR-05, BR-16) and what goes together in it. */
export const DOCUMENT_RULES = {
  "BR-01": {
    term: "BT-24",
    field: "document.specification",
    // Absent is the profile's own; "" is what was read from a document without one.
    broken: once(({ specification }) => specification != null && isMissing(specification)),
  },
  "BR-02": { term: "BT-1", field: "document.number", broken: once(({ number }) => isMissing(number)) },
  "BR-03": { term: "BT-2", field: "document.issueDate", broken: once(({ issueDate }) => !isDay(issueDate)) },
  "BR-04": { term: "BT-3", field: "document.typeCode", broken: once(({ typeCode }) => isMissing(typeCode)) },
  "BR-05": { term: "BT-5", field: "document.currency", broken: once(({ currency }) => isMissing(currency)) },
  "BR-16": { term: "BG-25", field: "document.lines", broken: once(({ lines }) => lines.length === 0) },
  "BR-29": { term: "BT-74", field: "document.period", broken: once(({ period }) => endsEarly(period)) },
  "BR-52": {
    term: "BT-122",
    field: "document.attachments",
    broken: anyOf(
      ({ attachments }) => attachments,
      ({ reference }) => isMissing(reference),
    ),
  },
  "BR-53": {
    term: "BT-111",
    field: "document.taxCurrency",
    broken: once(
      ({ taxCurrency, currency, totals }) =>
        !isMissing(taxCurrency) && taxCurrency !== currency && isMissing(totals.taxInTaxCurrency),
    ),
  },
  "BR-55": {
    term: "BT-25",
    field: "document.precedingInvoice",
    broken: anyOf(
      ({ precedingInvoices }) => precedingInvoices,
      ({ number }) => isMissing(number),
    ),
  },
  "BR-CO-03": {
    term: "BT-7",
    field: "document.taxPoint",
    broken: once(({ taxPointDate, taxPointCode }) => !isMissing(taxPointDate) && !isMissing(taxPointCode)),
  },
  "BR-CO-19": { term: "BG-14", field: "document.period", broken: once(({ period }) => isOpen(period)) },
} satisfies Rules<string>;

/** "2026-12-01", and a day of the calendar. */
export function isDay(text: DateText | null | undefined): boolean {
  if (text == null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** Days in this form are in order as texts. */
export function endsEarly(period: Period | null | undefined): boolean {
  return period?.start != null && period.end != null && period.end < period.start;
}

/** A period that neither begins nor ends. */
export function isOpen(period: Period | null | undefined): boolean {
  return period != null && isMissing(period.start) && isMissing(period.end);
}
