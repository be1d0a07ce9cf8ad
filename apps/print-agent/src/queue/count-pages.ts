import { gunzipSync, inflateSync } from "node:zlib";

const MOST_INFLATED_BYTES = 64 * 1024 * 1024;
const LINES_A_PAGE = 60;

/**
 * How many pages a document has, as far as that can be told without rendering it: a PDF by its page objects (also packed
 * ones), PostScript by its comments (DSC), text by its lines, a picture is one. null: nobody knows.
 */
export function countPages(document: Uint8Array, format: string): number | null {
  const bytes = unpacked(Buffer.from(document));
  const start = bytes.toString("latin1", 0, 1024);
  if (start.includes("%PDF-")) return pdfPages(bytes);
  if (start.includes("%!PS")) return postScriptPages(bytes);
  if (format.startsWith("image/") && !format.includes("raster") && !format.includes("urf")) return 1;
  if (format === "text/plain")
    return Math.max(1, Math.ceil(bytes.toString("latin1").split("\n").length / LINES_A_PAGE));
  return null;
}

/** Clients may send a document packed with gzip. */
function unpacked(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_INFLATED_BYTES });
  } catch {
    return bytes; // Not gzip after all, or a bomb: then it is a document that nobody can count.
  }
}

/** A page that was changed later is there twice and counts twice: rather more is held than less. */
function pdfPages(bytes: Buffer): number | null {
  const text = bytes.toString("latin1");
  const pages = pageObjects(text) + objectStreams(bytes, text).reduce((sum, one) => sum + pageObjects(one), 0);
  return pages > 0 ? pages : null;
}

function pageObjects(text: string): number {
  return [...text.matchAll(/\/Type\s*\/Page(?![A-Za-z])/g)].length;
}

/** From PDF 1.5 on objects may lie packed in streams of /Type /ObjStm. */
function objectStreams(bytes: Buffer, text: string): string[] {
  return [...text.matchAll(/\/Type\s*\/ObjStm\b/g)].flatMap(({ index }) => {
    const stream = /stream\r?\n/g;
    stream.lastIndex = index;
    if (!stream.exec(text)) return [];
    const end = text.indexOf("endstream", stream.lastIndex);
    if (end < 0) return [];
    try {
      const options = { maxOutputLength: MOST_INFLATED_BYTES };
      return [inflateSync(bytes.subarray(stream.lastIndex, end), options).toString("latin1")];
    } catch {
      return []; // Packed otherwise, or encrypted.
    }
  });
}

/** `%%Pages: 12`, which may stand at the end; else each `%%Page:`. */
function postScriptPages(bytes: Buffer): number | null {
  const text = bytes.toString("latin1");
  const told = [...text.matchAll(/^%%Pages:\s*(\d{1,6})\b/gm)].map((match) => Number(match[1]));
  const counted = [...text.matchAll(/^%%Page:/gm)].length;
  const pages = Math.max(counted, ...told, 0);
  return pages > 0 ? pages : null;
}
