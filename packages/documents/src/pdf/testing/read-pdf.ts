import { PDFDocument, PDFString } from "@cantoo/pdf-lib";
import { getDocumentProxy } from "unpdf";
import { pageContents } from "./check-text.ts";

/** What a reader takes out of each page of a PDF: its texts, in the order in which they were written, with single spaces. */
export async function textsOf(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocumentProxy(bytes.slice());
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const pieces = items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : ""));
    pages.push(pieces.join("").normalize("NFKC").replace(/\s+/g, " ").trim());
  }
  await document.cleanup();
  return pages;
}

/** What is said beside glyphs that don't tell their letters (ActualText). */
export async function saidIn(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return pageContents(document).flatMap((content) =>
    [...content.matchAll(/\/ActualText \(((?:\\.|[^\\)])*)\)/gs)].map(([, text = ""]) =>
      PDFString.of(text).decodeText(),
    ),
  );
}

/** The files inside a PDF, by name, as text. */
export async function filesIn(bytes: Uint8Array): Promise<Record<string, string>> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return Object.fromEntries(document.getAttachments().map(({ name, data }) => [name, new TextDecoder().decode(data)]));
}

/** Where each text stands: points from the lower left corner of its page. */
export async function placesOf(bytes: Uint8Array): Promise<Place[]> {
  const document = await getDocumentProxy(bytes.slice());
  const places: Place[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    for (const item of (await page.getTextContent()).items) {
      if (!("str" in item) || item.str.trim() === "") continue;
      const [, , , , x = NaN, y = NaN] = item.transform as number[];
      places.push({ page: number, text: item.str, x, y, end: x + item.width });
    }
  }
  await document.cleanup();
  return places;
}

export interface Place {
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly end: number;
}
