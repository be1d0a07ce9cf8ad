import { DOMParser, ParseError } from "@xmldom/xmldom";
import { PDFDict, PDFName, PDFRawStream, PDFString, type PDFDocument } from "@cantoo/pdf-lib";
import { FACTUR_X_NAMESPACE } from "../archive/factur-x.ts";
import { decoded, told } from "./pdf-objects.ts";

/** Those that are a whole invoice, and so an alternative to the page. */
const LEVELS = ["BASIC", "EN 16931", "EXTENDED", "XRECHNUNG"];

/** 6.6.2: XMP is there, isn't packed, says PDF/A-3b, agrees with the older Info, and explains what is no schema of its own. */
export function metadataProblems(document: PDFDocument, carriesXml: boolean): string[] {
  const stream = document.catalog.lookup(PDFName.of("Metadata"));
  if (!(stream instanceof PDFRawStream)) return ["there is no XMP"];
  const xmp = Buffer.from(decoded(stream)).toString("utf8");
  return [
    ...told([
      [stream.dict.get(PDFName.of("Filter")) === undefined, "XMP is packed"],
      [xmp.startsWith("<?xpacket begin=") && /<\?xpacket end="[wr]"\?>$/.test(xmp), "XMP isn't a packet"],
      [isWellFormed(xmp), "XMP isn't well-formed XML"],
      [valueOf(xmp, "pdfaid:part") === "3", "XMP doesn't say that this is PDF/A-3"],
      [valueOf(xmp, "pdfaid:conformance") === "B", "XMP doesn't say that this is level B"],
      [agreesWithInfo(document, xmp), "XMP and Info tell different days of making"],
    ]),
    ...(carriesXml ? facturXProblems(xmp) : []),
  ];
}

function facturXProblems(xmp: string): string[] {
  const described = ["DocumentType", "DocumentFileName", "Version", "ConformanceLevel"];
  return told([
    [valueOf(xmp, "fx:DocumentType") === "INVOICE", "XMP doesn't call it an invoice"],
    [/^(factur-x|xrechnung)\.xml$/.test(valueOf(xmp, "fx:DocumentFileName") ?? ""), "XMP doesn't name the file"],
    [valueOf(xmp, "fx:Version") !== undefined, "XMP doesn't say which version of Factur-X"],
    [LEVELS.includes(valueOf(xmp, "fx:ConformanceLevel") ?? ""), "XMP doesn't say which profile of Factur-X"],
    [valueOf(xmp, "pdfaSchema:namespaceURI") === FACTUR_X_NAMESPACE, "XMP doesn't explain the schema of Factur-X"],
    [
      described.every((name) => xmp.includes(`<pdfaProperty:name>${name}</pdfaProperty:name>`)),
      "XMP doesn't explain all it says",
    ],
  ]);
}

function valueOf(xmp: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xmp)?.[1];
}

/** The parser lets an & be that begins no entity. */
const BARE = /&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;

function isWellFormed(xmp: string): boolean {
  let isSo = !BARE.test(xmp);
  const parser = new DOMParser({ onError: (level) => (isSo &&= level === "warning") });
  try {
    parser.parseFromString(xmp, "application/xml");
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    isSo = false;
  }
  return isSo;
}

function agreesWithInfo({ context }: PDFDocument, xmp: string): boolean {
  const info = context.lookup(context.trailerInfo.Info);
  const made = info instanceof PDFDict ? info.lookup(PDFName.of("CreationDate")) : undefined;
  const said = valueOf(xmp, "xmp:CreateDate");
  return made instanceof PDFString && said !== undefined && made.decodeDate().getTime() === Date.parse(said);
}
