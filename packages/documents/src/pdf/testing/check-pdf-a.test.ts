import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { beforeAll, expect, test } from "vitest";
import { renderInvoicePdf } from "../render-invoice-pdf.ts";
import { aSheet } from "./a-sheet.ts";
import { checkPdfA } from "./check-pdf-a.ts";
import { decoded, dictionariesOf, nameIn } from "./pdf-objects.ts";

let good: Uint8Array;

beforeAll(async () => {
  const xml = new TextEncoder().encode("<rsm:CrossIndustryInvoice/>");
  const sheet = aSheet({ link: "https://quayside.example/invoices/412" });
  good = await renderInvoicePdf(sheet, { xml, xmlProfile: "en16931", createdAt: Date.UTC(2026, 11, 1) });
});

async function spoiled(spoil: (document: PDFDocument) => void): Promise<string[]> {
  const document = await PDFDocument.load(good, { updateMetadata: false });
  spoil(document);
  return checkPdfA(await document.save({ useObjectStreams: false }));
}

test("our file keeps everything, and so does its copy", async () => {
  expect(await checkPdfA(good)).toEqual([]);
  expect(await spoiled(() => {})).toEqual([]);
});

const name = (text: string) => PDFName.of(text);
const find = (document: PDFDocument, key: string, value: string): PDFDict => {
  const found = dictionariesOf(document).find((one) => nameIn(one, key) === value);
  if (found === undefined) throw new Error(`There is no ${key} ${value} in the file.`);
  return found;
};
const lookup = (dictionary: PDFDict, key: string): PDFDict => dictionary.lookup(name(key), PDFDict);

const faults: [problem: string, spoil: (document: PDFDocument) => void][] = [
  ["the trailer has no ID", ({ context }) => Reflect.deleteProperty(context.trailerInfo, "ID")],
  [
    "the document has scripts",
    ({ catalog, context }) => lookup(catalog, "Names").set(name("JavaScript"), context.obj({})),
  ],
  ["something has additional actions", ({ catalog, context }) => catalog.set(name("AA"), context.obj({}))],
  [
    "there is an action that an archive may not have",
    (document) => find(document, "S", "URI").set(name("S"), name("Launch")),
  ],
  ["an annotation isn't printed", (document) => find(document, "Type", "Annot").delete(name("F"))],
  ["there is no output intent of an archive", ({ catalog }) => catalog.delete(name("OutputIntents"))],
  [
    "the output intent has no ICC profile",
    (document) => find(document, "Type", "OutputIntent").delete(name("DestOutputProfile")),
  ],
  ["there is a transfer function", ({ context }) => context.register(context.obj({ TR: "Identity" }))],
  ["there is PostScript", ({ context }) => context.register(context.obj({ Subtype: "PS" }))],
  [
    "a picture is in CMYK, and the output intent in RGB",
    ({ context }) => context.register(context.obj({ Subtype: "Image", ColorSpace: "DeviceCMYK" })),
  ],
  [
    "a picture is interpolated",
    ({ context }) => context.register(context.obj({ Subtype: "Image", Interpolate: true })),
  ],
  [
    "a stream lies outside",
    ({ context }) => context.register(context.obj({ Type: "XObject", F: PDFString.of("a.png") })),
  ],
  ["a stream is packed by LZW", ({ context }) => context.register(context.obj({ Filter: "LZWDecode" }))],
  ["a font isn't in the file", (document) => find(document, "Type", "FontDescriptor").delete(name("FontFile2"))],
  [
    "a font doesn't say which letters it draws",
    (document) => find(document, "Subtype", "Type0").delete(name("ToUnicode")),
  ],
  [
    "a font has no map of its glyphs",
    (document) => find(document, "Subtype", "CIDFontType2").delete(name("CIDToGIDMap")),
  ],
  ["a font is narrower or wider than the file says", widen],
  [
    "a glyph is drawn that its font doesn't have",
    (document) => replaceContent(document, "BT /F1 9 Tf <00010000> Tj ET"),
  ],
  ["XMP isn't a packet", (document) => replaceXmp(document, /<\?xpacket end="w"\?>/, "")],
  ["XMP isn't well-formed XML", (document) => replaceXmp(document, "Quayside Works", "Vela & Norte")],
  ["XMP isn't well-formed XML", (document) => replaceXmp(document, "</dc:title>", "</dc:titel>")],
  ["XMP doesn't say that this is PDF/A-3", (document) => replaceXmp(document, "<pdfaid:part>3", "<pdfaid:part>2")],
  [
    "XMP doesn't say that this is level B",
    (document) => replaceXmp(document, "<pdfaid:conformance>B", "<pdfaid:conformance>C"),
  ],
  [
    "XMP and Info tell different days of making",
    (document) => replaceXmp(document, "<xmp:CreateDate>2026-12-01", "<xmp:CreateDate>2026-12-02"),
  ],
  ["XMP doesn't call it an invoice", (document) => replaceXmp(document, ">INVOICE<", ">ORDER<")],
  ["XMP doesn't name the file", (document) => replaceXmp(document, ">factur-x.xml<", ">invoice.xml<")],
  ["XMP doesn't say which version of Factur-X", (document) => replaceXmp(document, "<fx:Version>1.0</fx:Version>", "")],
  ["XMP doesn't say which profile of Factur-X", (document) => replaceXmp(document, ">EN 16931<", ">COMFORT<")],
  [
    "XMP doesn't explain the schema of Factur-X",
    (document) => replaceXmp(document, "<pdfaSchema:namespaceURI>urn:", "<pdfaSchema:namespaceURI>uri:"),
  ],
  [
    "XMP doesn't explain all it says",
    (document) => replaceXmp(document, "<pdfaProperty:name>Version<", "<pdfaProperty:name>Edition<"),
  ],
  ["there is no XMP", ({ catalog }) => catalog.delete(name("Metadata"))],
  ["no file lies inside", ({ catalog }) => lookup(catalog, "Names").delete(name("EmbeddedFiles"))],
  ["the catalog doesn't associate the file", ({ catalog }) => catalog.delete(name("AF"))],
  [
    "the file isn't called an alternative",
    (document) => find(document, "Type", "Filespec").set(name("AFRelationship"), name("Data")),
  ],
  ["the file has another name", (document) => renameFile(document, "invoice.xml")],
  [
    "the file has two names",
    (document) => find(document, "Type", "Filespec").set(name("UF"), PDFHexString.fromText("other.xml")),
  ],
  ["the file is empty", (document) => find(document, "Type", "Filespec").delete(name("EF"))],
  [
    "the file isn't called XML",
    (document) => find(document, "Type", "EmbeddedFile").set(name("Subtype"), name("text/plain")),
  ],
  [
    "the file doesn't say of what day it is",
    (document) => lookup(find(document, "Type", "EmbeddedFile"), "Params").delete(name("ModDate")),
  ],
];

test.each(faults)("it says: %s", async (problem, spoil) => {
  expect(await spoiled(spoil)).toContain(problem);
});

test("a file that begins or ends otherwise, or is encrypted, is found by its bytes", async () => {
  const text = Buffer.from(good).toString("latin1");
  const check = (changed: string) => checkPdfA(Buffer.from(changed, "latin1"));
  expect(await check(text.replace(/%PDF-1.7\n%..../s, "%PDF-1.7\n%none"))).toEqual([
    "the header isn't %PDF-1.n with a line of four binary bytes after it",
  ]);
  expect(await check(`${text}\n% more\n`)).toEqual(["something follows the end of the file"]);
});

function replaceXmp(document: PDFDocument, what: string | RegExp, by: string): void {
  const stream = document.catalog.lookup(name("Metadata"), PDFStream);
  if (!(stream instanceof PDFRawStream)) throw new Error("The metadata is no stream.");
  const before = Buffer.from(decoded(stream)).toString("utf8");
  const after = before.replace(what, by);
  if (after === before) throw new Error(`The metadata has no ${what}.`);
  const { context } = document;
  document.catalog.set(
    name("Metadata"),
    context.register(context.stream(Buffer.from(after), { Type: "Metadata", Subtype: "XML" })),
  );
}

function replaceContent(document: PDFDocument, content: string): void {
  document.getPage(0).node.set(name("Contents"), document.context.register(document.context.stream(content)));
}

function widen(document: PDFDocument): void {
  const [, widths] = find(document, "Subtype", "CIDFontType2").lookup(name("W"), PDFArray).asArray();
  if (!(widths instanceof PDFArray)) throw new Error("The font names no widths.");
  widths.set(1, PDFNumber.of(1234));
}

function renameFile(document: PDFDocument, to: string): void {
  const file = find(document, "Type", "Filespec");
  for (const key of ["F", "UF"]) file.set(name(key), PDFString.of(to));
}
