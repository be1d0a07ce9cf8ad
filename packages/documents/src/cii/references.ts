import type { Attachment, AttachedFile, Delivery, Note, PrecedingInvoice } from "../model/invoice.ts";
import { at, attribute, type Codec, content, many, marked, maybe, optionalText, text } from "../xml/codec.ts";
import { group, whole } from "../xml/group.ts";
import { optionalDate } from "./dates.ts";
import { address, oneId } from "./parties.ts";

export const notes: Codec<readonly Note[]> = many(
  "ram:IncludedNote",
  group<Note>({ text: text("ram:Content"), subject: optionalText("ram:SubjectCode") }),
);

export const precedingInvoices: Codec<readonly PrecedingInvoice[]> = many(
  "ram:InvoiceReferencedDocument",
  group<PrecedingInvoice>({
    number: text("ram:IssuerAssignedID"),
    issueDate: optionalDate("ram:FormattedIssueDateTime", "qdt:DateTimeString"),
  }),
);

const shipTo = <T>(inner: Codec<T>): Codec<T> => at("ram:ShipToTradeParty", inner);

export const delivery: Codec<Delivery | null> = whole(
  group<Delivery>({
    location: shipTo(oneId),
    name: shipTo(optionalText("ram:Name")),
    address: shipTo(maybe("ram:PostalTradeAddress", address)),
    date: at("ram:ActualDeliverySupplyChainEvent", optionalDate("ram:OccurrenceDateTime")),
  }),
);

/** References of several kinds share a name; UNTDID 1001 tells them apart. */
export const TENDER = marked(text("ram:TypeCode"), "50");
const ATTACHED = marked(text("ram:TypeCode"), "916");

export const attachments: Codec<readonly Attachment[]> = many(
  "ram:AdditionalReferencedDocument",
  group<Attachment>({
    reference: text("ram:IssuerAssignedID"),
    url: optionalText("ram:URIID"),
    description: optionalText("ram:Name"),
    file: maybe(
      "ram:AttachmentBinaryObject",
      group<AttachedFile>({ name: attribute("filename"), mimeType: attribute("mimeCode"), base64: content }),
    ),
  }),
  ATTACHED,
);
