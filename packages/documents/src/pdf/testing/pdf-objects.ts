import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  type PDFRawStream,
  PDFStream,
  type PDFDocument,
  type PDFObject,
} from "@cantoo/pdf-lib";

/** Every dictionary of a document, those of its streams and those within others too. */
export function dictionariesOf(document: PDFDocument): PDFDict[] {
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => within(object));
}

function within(object: PDFObject): PDFDict[] {
  if (object instanceof PDFStream) return within(object.dict);
  if (object instanceof PDFArray) return object.asArray().flatMap(within);
  return object instanceof PDFDict ? [object, ...object.values().flatMap(within)] : [];
}

/** The name that a dictionary has under a key: "Link" for /Subtype /Link. */
export function nameIn(dictionary: PDFDict, key: string): string | undefined {
  const value = dictionary.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : undefined;
}

export function arrayOf(object: PDFObject | undefined): PDFObject[] {
  return object instanceof PDFArray ? object.asArray() : [];
}

/** What a stream holds, unpacked. */
export function decoded(stream: PDFRawStream): Uint8Array {
  return decodePDFRawStream(stream).decode();
}

/** The sentences of what isn't so. */
export function told(checks: readonly (readonly [isSo: boolean, problem: string])[]): string[] {
  return checks.flatMap(([isSo, problem]) => (isSo ? [] : [problem]));
}
