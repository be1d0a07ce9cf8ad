import { CREDIT_NOTE_CODES, type EInvoice } from "../model/invoice.ts";
import { type Profile, PROFILES } from "../model/profile.ts";
import { arrange } from "../xml/arrange.ts";
import { newDocument, serialize } from "../xml/elements.ts";
import { CREDIT_NOTE, INVOICE, ublDocument } from "./document.ts";
import { UBL_SEQUENCES } from "./sequences.ts";

/**
 * The invoice in UBL 2.1: a CreditNote where its type is that of one, else an Invoice. What it says of its specification is the
 * profile's. It is written as it is: whether it keeps the rules, `checkInvoice` says.
 */
export function writeUbl(invoice: EInvoice, profile: Profile): string {
  const names = CREDIT_NOTE_CODES.includes(invoice.typeCode) ? CREDIT_NOTE : INVOICE;
  const root = newDocument(names.root, names.root.slice(names.root.indexOf(":") + 1), ["cac", "cbc"]);
  ublDocument(names).write(root, { ...invoice, ...PROFILES[profile] }, { currency: invoice.currency });
  arrange(root, UBL_SEQUENCES);
  return serialize(root);
}
