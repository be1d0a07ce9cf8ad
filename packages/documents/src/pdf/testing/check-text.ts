import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFDocument } from "@cantoo/pdf-lib";
import { arrayOf, decoded, dictionariesOf, nameIn, told } from "./pdf-objects.ts";

/** 6.2.11: all fonts lie in the file, say which letters their glyphs are, and no glyph is missing. */
export function textProblems(document: PDFDocument): string[] {
  const fonts = dictionariesOf(document).filter((one) => nameIn(one, "Type") === "Font");
  const top = fonts.filter((one) => !nameIn(one, "Subtype")?.startsWith("CIDFontType"));
  return told([
    [top.every((font) => isEmbedded(document, font)), "a font isn't in the file"],
    [
      top.every((font) => font.lookup(PDFName.of("ToUnicode")) instanceof PDFRawStream),
      "a font doesn't say which letters it draws",
    ],
    [
      fonts.filter((one) => nameIn(one, "Subtype") === "CIDFontType2").every(hasGlyphMap),
      "a font has no map of its glyphs",
    ],
    [fonts.every(hasItsWidths), "a font is narrower or wider than the file says"],
    [!showsNothing(document), "a glyph is drawn that its font doesn't have"],
  ]);
}

function isEmbedded(document: PDFDocument, font: PDFDict): boolean {
  const below = arrayOf(font.lookup(PDFName.of("DescendantFonts"))).map((one) => document.context.lookup(one));
  return [font, ...below].some((one) => {
    const descriptor = one instanceof PDFDict ? one.lookup(PDFName.of("FontDescriptor")) : undefined;
    if (!(descriptor instanceof PDFDict)) return false;
    return ["FontFile", "FontFile2", "FontFile3"].some(
      (key) => descriptor.lookup(PDFName.of(key)) instanceof PDFRawStream,
    );
  });
}

/** 6.2.11.5: W names the widths that the font has, to a thousandth of its size. Glyph 0 is never shown, and pdfkit says it in other units. */
function hasItsWidths(font: PDFDict): boolean {
  const [, widths] = arrayOf(font.lookup(PDFName.of("W")));
  const file = font.lookupMaybe(PDFName.of("FontDescriptor"), PDFDict)?.lookup(PDFName.of("FontFile2"));
  if (!(widths instanceof PDFArray) || !(file instanceof PDFRawStream)) return true;
  const inFont = widthsIn(decoded(file));
  return widths.asArray().every((width, glyph) => {
    return glyph === 0 || (width instanceof PDFNumber && Math.abs(width.asNumber() - (inFont[glyph] ?? NaN)) <= 1);
  });
}

/** How far each glyph of a TrueType font goes, in thousandths of its size (OpenType 1.9: head, hhea, hmtx). */
function widthsIn(font: Uint8Array): number[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = new Map<string, number>();
  for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
    tables.set(Buffer.from(font.subarray(at, at + 4)).toString("latin1"), view.getUint32(at + 8));
  }
  const [head = 0, hhea = 0, hmtx = 0] = ["head", "hhea", "hmtx"].map((name) => tables.get(name));
  const [unitsPerEm, count] = [view.getUint16(head + 18), view.getUint16(hhea + 34)];
  return Array.from({ length: count }, (_, glyph) => (view.getUint16(hmtx + 4 * glyph) * 1000) / unitsPerEm);
}

function hasGlyphMap(font: PDFDict): boolean {
  return font.get(PDFName.of("CIDToGIDMap")) !== undefined;
}

/** 6.2.11.8: glyph 0 (.notdef) is shown. Our strings are hexadecimal, four digits a glyph. */
function showsNothing(document: PDFDocument): boolean {
  return pageContents(document).some((content) =>
    [...content.matchAll(/<([0-9a-f]+)>/gi)].some(([, glyphs = ""]) => /^(.{4})*0000/.test(glyphs)),
  );
}

/** What draws each page. */
export function pageContents(document: PDFDocument): string[] {
  return document.getPages().flatMap((page) => {
    const contents = page.node.lookup(PDFName.of("Contents"));
    const streams =
      contents instanceof PDFRawStream ? [contents] : arrayOf(contents).map((one) => document.context.lookup(one));
    return streams.flatMap((one) =>
      one instanceof PDFRawStream ? [Buffer.from(decoded(one)).toString("latin1")] : [],
    );
  });
}
