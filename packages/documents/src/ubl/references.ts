import type { Period } from "../model/decimal-text.ts";
import type { Attachment, AttachedFile, Delivery, Note, PrecedingInvoice } from "../model/invoice.ts";
import {
  at,
  attribute,
  type Codec,
  content,
  many,
  marked,
  maybe,
  optionalText,
  text,
  unmarked,
  within,
} from "../xml/codec.ts";
import { group, whole } from "../xml/group.ts";
import { INVOICED_OBJECT, period } from "./line.ts";
import { address, identifier } from "./parties.ts";

/** UBL has no place for the subject of a note: EN 16931-3-2 puts it before the text, as in "#AAI#text". */
const SUBJECT = /^#([A-Z]{3})#/;

const note: Codec<Note> = {
  read: (from, wire) => {
    const written = content.read(from, wire);
    const subject = SUBJECT.exec(written)?.[1];
    return subject === undefined ? { text: written } : { subject, text: written.slice(subject.length + 2).trim() };
  },
  write: (to, { subject, text: words }, wire) =>
    content.write(to, subject == null ? words : `#${subject}#${words}`, wire),
};
export const notes = many("cbc:Note", note);

export const precedingInvoices = many(
  "cac:BillingReference",
  at(
    "cac:InvoiceDocumentReference",
    group<PrecedingInvoice>({ number: text("cbc:ID"), issueDate: optionalText("cbc:IssueDate") }),
  ),
);

const inLocation = <T>(inner: Codec<T>): Codec<T> => at("cac:DeliveryLocation", inner);

export const delivery: Codec<Delivery | null> = maybe(
  "cac:Delivery",
  group<Delivery>({
    date: optionalText("cbc:ActualDeliveryDate"),
    location: inLocation(maybe("cbc:ID", identifier)),
    address: inLocation(maybe("cac:Address", address)),
    name: within(["cac:DeliveryParty", "cac:PartyName"], optionalText("cbc:Name")),
  }),
);

/** BG-14 shares its element with BT-8: alone, the code makes no period. */
export const invoicePeriod: Codec<Period | null> = at("cac:InvoicePeriod", whole(period));

/** In a CreditNote the project is a reference of a kind, in an Invoice an element of its own. */
export const PROJECT = marked(text("cbc:DocumentTypeCode"), "50");

export const attachments: Codec<readonly Attachment[]> = many(
  "cac:AdditionalDocumentReference",
  group<Attachment>({
    reference: text("cbc:ID"),
    description: optionalText("cbc:DocumentDescription"),
    file: at(
      "cac:Attachment",
      maybe(
        "cbc:EmbeddedDocumentBinaryObject",
        group<AttachedFile>({ name: attribute("filename"), mimeType: attribute("mimeCode"), base64: content }),
      ),
    ),
    url: within(["cac:Attachment", "cac:ExternalReference"], optionalText("cbc:URI")),
  }),
  unmarked([INVOICED_OBJECT, PROJECT]),
);
