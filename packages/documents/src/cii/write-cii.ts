import type { EInvoice } from "../model/invoice.ts";
import { type Profile, PROFILES } from "../model/profile.ts";
import { arrange } from "../xml/arrange.ts";
import { append, childNamed, newDocument, serialize } from "../xml/elements.ts";
import { ciiDocument } from "./document.ts";
import { CII_SEQUENCES } from "./sequences.ts";

/** Peppol's network carries UBL. */
export type CiiProfile = Exclude<Profile, "peppol">;

/**
 * The invoice in UN/CEFACT's CII D16B: with `en16931` what Factur-X and ZUGFeRD embed in a PDF. What it says of its
 * specification is the profile's. It is written as it is: whether it keeps the rules, `checkInvoice` says.
 */
export function writeCii(invoice: EInvoice, profile: CiiProfile): string {
  const root = newDocument("rsm:CrossIndustryInvoice", "rsm:CrossIndustryInvoice", ["ram", "udt", "qdt"]);
  ciiDocument.write(root, { ...invoice, ...PROFILES[profile] }, { currency: invoice.currency });
  addDelivery(root);
  arrange(root, CII_SEQUENCES);
  return serialize(root);
}

/** The schema wants the delivery between agreement and settlement even where nothing is known of it. */
function addDelivery(root: Parameters<typeof append>[0]): void {
  const transaction = childNamed(root, "rsm:SupplyChainTradeTransaction");
  const settlement = childNamed(transaction, "ram:ApplicableHeaderTradeSettlement");
  if (transaction === null || childNamed(transaction, "ram:ApplicableHeaderTradeDelivery") !== null) return;
  transaction.insertBefore(append(transaction, "ram:ApplicableHeaderTradeDelivery"), settlement);
}
