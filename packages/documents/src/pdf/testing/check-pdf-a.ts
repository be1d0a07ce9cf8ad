import { PDFDict, PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { attachmentProblems } from "./check-attachment.ts";
import { metadataProblems } from "./check-metadata.ts";
import { textProblems } from "./check-text.ts";
import { arrayOf, decoded, dictionariesOf, nameIn, told } from "./pdf-objects.ts";

/**
 * What of ISO 19005-3 (PDF/A-3, level B) and of Factur-X 1.0 a file doesn't keep, in words; nothing where it does. It looks at the
 * structure, as far as our documents have one: it is no veraPDF. `carriesXml` says whether there must be an invoice inside.
 */
export async function checkPdfA(bytes: Uint8Array, { carriesXml = true } = {}): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  return [
    ...headProblems(bytes, document),
    ...actionProblems(document),
    ...outputProblems(document),
    ...drawingProblems(document),
    ...textProblems(document),
    ...metadataProblems(document, carriesXml),
    ...(carriesXml ? attachmentProblems(document) : []),
  ];
}

/** 6.1: the header, the trailer, no encryption, nothing after the end. */
function headProblems(bytes: Uint8Array, { context }: PDFDocument): string[] {
  const text = Buffer.from(bytes).toString("latin1");
  const { ID, Encrypt } = context.trailerInfo;
  return told([
    [
      /^%PDF-1\.[0-7]\n%[\x80-\xff]{4}/.test(text),
      "the header isn't %PDF-1.n with a line of four binary bytes after it",
    ],
    [/%%EOF\s{0,2}$/.test(text), "something follows the end of the file"],
    [ID !== undefined, "the trailer has no ID"],
    [Encrypt === undefined, "the file is encrypted"],
  ]);
}

/** 6.6.1: what may not happen by itself, or at all. */
const FORBIDDEN_ACTIONS = [
  "Launch",
  "Sound",
  "Movie",
  "ResetForm",
  "ImportData",
  "Hide",
  "SetOCGState",
  "Rendition",
  "Trans",
  "GoTo3DView",
  "JavaScript",
];

function actionProblems(document: PDFDocument): string[] {
  const names = document.catalog.lookupMaybe(PDFName.of("Names"), PDFDict);
  const dictionaries = dictionariesOf(document);
  const actions = dictionaries.flatMap((dictionary) => nameIn(dictionary, "S") ?? []);
  return told([
    [names?.get(PDFName.of("JavaScript")) === undefined, "the document has scripts"],
    [
      document.catalog.get(PDFName.of("OpenAction")) === undefined || !actions.includes("JavaScript"),
      "a script runs at the start",
    ],
    [dictionaries.every((one) => one.get(PDFName.of("AA")) === undefined), "something has additional actions"],
    [!actions.some((action) => FORBIDDEN_ACTIONS.includes(action)), "there is an action that an archive may not have"],
    [dictionaries.filter((one) => nameIn(one, "Type") === "Annot").every(isPrinted), "an annotation isn't printed"],
  ]);
}

/** 6.3.2: F is there, Print is set, and nothing hides it. */
function isPrinted(annotation: PDFDict): boolean {
  const flags = Number(annotation.get(PDFName.of("F"))?.toString() ?? 0);
  return (flags & 0b100) !== 0 && (flags & 0b100011) === 0;
}

/** 6.2.3: what the colours mean. */
function outputProblems(document: PDFDocument): string[] {
  const intents = arrayOf(document.catalog.lookup(PDFName.of("OutputIntents")));
  const intent = intents.map((one) => document.context.lookup(one)).find((one) => one instanceof PDFDict);
  const profile = intent?.lookup(PDFName.of("DestOutputProfile"));
  const isIcc =
    profile instanceof PDFRawStream && Buffer.from(decoded(profile).subarray(36, 40)).toString("latin1") === "acsp";
  return told([
    [intent !== undefined && nameIn(intent, "S") === "GTS_PDFA1", "there is no output intent of an archive"],
    [isIcc, "the output intent has no ICC profile"],
  ]);
}

/** 6.2: colours that the intent doesn't know, and drawing that an archive may not do. */
function drawingProblems(document: PDFDocument): string[] {
  const dictionaries = dictionariesOf(document);
  const images = dictionaries.filter((one) => nameIn(one, "Subtype") === "Image");
  return told([
    [
      images.every((one) => nameIn(one, "ColorSpace") !== "DeviceCMYK"),
      "a picture is in CMYK, and the output intent in RGB",
    ],
    [images.every((one) => one.get(PDFName.of("Interpolate"))?.toString() !== "true"), "a picture is interpolated"],
    [dictionaries.every((one) => one.get(PDFName.of("TR")) === undefined), "there is a transfer function"],
    [dictionaries.every((one) => nameIn(one, "Subtype") !== "PS"), "there is PostScript"],
    [
      dictionaries.every((one) => one.get(PDFName.of("F")) === undefined || nameIn(one, "Type") !== "XObject"),
      "a stream lies outside",
    ],
    [dictionaries.every((one) => nameIn(one, "Filter") !== "LZWDecode"), "a stream is packed by LZW"],
  ]);
}
