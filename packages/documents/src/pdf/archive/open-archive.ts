// oxlint-disable-next-line import/no-named-as-default -- its types know the default alone
import PDFDocument from "pdfkit";
import type { EpochMs } from "@working-social/kernel";
import type { CiiProfile } from "../../cii/write-cii.ts";
import { facturXMetadata, fileNameOf } from "./factur-x.ts";
import { PAGE } from "../layout/measures.ts";

/** What a document says of itself. */
export interface ArchiveHead {
  readonly title: string;
  readonly author: string;
  /** BCP 47. */
  readonly language: string;
  readonly createdAt: EpochMs;
}

/** A document for the archive (PDF/A-3b, ISO 19005-3), with a structure for those who hear it. Nothing is on it yet. */
export function openArchive({ title, author, language, createdAt }: ArchiveHead): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    subset: "PDF/A-3b",
    pdfVersion: "1.7",
    tagged: true,
    lang: language,
    displayTitle: true,
    size: [PAGE.width, PAGE.height],
    margin: 0,
    bufferPages: true,
    autoFirstPage: false,
    // There is a default, Helvetica, which no archive may name without having it inside.
    font: "",
    info: { Producer: "Working Social", Creator: "Working Social", CreationDate: new Date(createdAt) },
  });
  doc.appendXML(titleMetadata(title, author));
  return doc;
}

/** Puts the invoice as XML inside: the same invoice in another form ("Alternative", Factur-X 1.0, 6.2.2). */
export function embedXml(
  doc: PDFKit.PDFDocument,
  given: { xml: Uint8Array; profile: CiiProfile; createdAt: EpochMs },
): void {
  const date = new Date(given.createdAt);
  doc.file(Buffer.from(given.xml), {
    name: fileNameOf(given.profile),
    type: "text/xml",
    description: "Factur-X invoice",
    relationship: "Alternative",
    creationDate: date,
    modifiedDate: date,
  });
  doc.appendXML(facturXMetadata(given.profile));
}

/** Ends the document and gathers its bytes. */
export async function bytesOf(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  doc.end();
  for await (const chunk of doc) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}

/** Written here, since pdfkit puts a title into its XML as it is, "Vela & Norte" too. */
function titleMetadata(title: string, author: string): string {
  return `
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator></rdf:Description>`;
}

/** As XML takes it: its five signs written out, without what XML 1.0 has no letter for. */
function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&apos;",
  };
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, " ")
    .replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
