import type { EInvoice } from "./model/invoice.ts";
import { ciiDocument } from "./cii/document.ts";
import { CREDIT_NOTE, INVOICE, ublDocument } from "./ubl/document.ts";
import { text, within } from "./xml/codec.ts";
import { isNamed } from "./xml/elements.ts";
import { InvoiceNotReadError } from "./xml/not-read.ts";
import { parseXml } from "./xml/parse.ts";

/**
 * An invoice from its XML: UBL Invoice or CreditNote 2.1, or CII. What the standard doesn't know is passed over, what it asks
 * for and isn't there is "": whether it keeps the rules, `checkInvoice` says. Throws InvoiceNotReadError.
 */
export function readInvoice(xml: string): EInvoice {
  const root = parseXml(xml);
  for (const names of [INVOICE, CREDIT_NOTE]) {
    if (isNamed(root, names.root)) {
      const currency = text("cbc:DocumentCurrencyCode").read(root, { currency: "" });
      return ublDocument(names).read(root, { currency });
    }
  }
  if (isNamed(root, "rsm:CrossIndustryInvoice")) {
    return ciiDocument.read(root, { currency: CII_CURRENCY.read(root, { currency: "" }) });
  }
  throw new InvoiceNotReadError("unknown_document", `its outermost element is ${root.nodeName}`);
}

const CII_CURRENCY = within(
  ["rsm:SupplyChainTradeTransaction", "ram:ApplicableHeaderTradeSettlement"],
  text("ram:InvoiceCurrencyCode"),
);
