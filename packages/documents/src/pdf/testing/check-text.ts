import { PDFDict, PDFName, PDFRawStream, type PDFDocument } from "@cantoo/pdf-lib";
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
