import type { EInvoice } from "../../model/invoice.ts";
import { compare, exactOf, ZERO } from "../exact.ts";
import { anyOf, isMissing, once, present, type Rules } from "../rule.ts";

/** UNTDID 4461: a transfer, and one in SEPA. */
const TRANSFER: readonly string[] = ["30", "58"];

export const isTransfer = (meansCode: string): boolean => TRANSFER.includes(meansCode);

/** How it is paid (BR-49 to BR-51, BR-61, BR-CO-25). */
export const PAYMENT_RULES = {
  "BR-49": {
    term: "BT-81",
    field: "payment.means",
    broken: once(({ payment }) => payment != null && isMissing(payment.meansCode)),
  },
  "BR-50": {
    term: "BT-84",
    field: "payment.iban",
    broken: anyOf(
      ({ payment }) => (isTransfer(payment?.meansCode ?? "") ? (payment?.transfers ?? []) : []),
      ({ account }) => isMissing(account),
    ),
  },
  "BR-51": {
    term: "BT-87",
    field: "payment.card",
    severity: "warning",
    broken: anyOf(
      ({ payment }) => present(payment?.card),
      ({ number }) => number.trim().length > 10,
    ),
  },
  "BR-61": {
    term: "BT-84",
    field: "payment.iban",
    broken: once(({ payment }) => payment != null && isTransfer(payment.meansCode) && payment.transfers.length === 0),
  },
  /** In the standard of 2017; the official rules have dropped it since, so that it only warns. */
  "BR-CO-25": { term: "BT-9", field: "document.dueDate", severity: "warning", broken: once(isDueNobodyKnowsWhen) },
} satisfies Rules<string>;

function isDueNobodyKnowsWhen({ totals, dueDate, paymentTerms }: EInvoice): boolean {
  return compare(exactOf(totals.due) ?? ZERO, ZERO) > 0 && isMissing(dueDate) && isMissing(paymentTerms);
}
