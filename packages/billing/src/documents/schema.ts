import { z } from "zod";
import { Id } from "../shared.ts";

/** UBL after EN 16931, or by the rules of the German authorities. */
export const XML_FORMATS = ["ubl", "xrechnung"] as const;
export type XmlFormat = (typeof XML_FORMATS)[number];

export const InvoiceXmlInput = z.strictObject({ id: Id, format: z.enum(XML_FORMATS) });
export type InvoiceXmlInput = z.infer<typeof InvoiceXmlInput>;

/** A document as a file. */
export interface InvoiceFile {
  /** As the document is numbered. */
  number: string;
  bytes: Uint8Array;
}
