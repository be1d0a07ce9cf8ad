import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString, type PDFDocument } from "@cantoo/pdf-lib";
import { arrayOf, nameIn, told } from "./pdf-objects.ts";

/** 6.8 and Factur-X 1.0, 6.2: one file lies inside, the catalog says what it is to the document, and it says what it is itself. */
export function attachmentProblems(document: PDFDocument): string[] {
  const names = document.catalog.lookupMaybe(PDFName.of("Names"), PDFDict);
  const tree = names?.lookupMaybe(PDFName.of("EmbeddedFiles"), PDFDict);
  const named = arrayOf(tree?.lookupMaybe(PDFName.of("Names"), PDFArray));
  const associated = arrayOf(document.catalog.lookup(PDFName.of("AF")));
  const [, reference] = named;
  if (reference === undefined) return ["no file lies inside"];
  const file = document.context.lookup(reference);
  if (!(file instanceof PDFDict)) return ["the file has no description"];
  return [
    ...told([
      [named.length === 2, "more than one file lies inside"],
      [associated.some((one) => one.toString() === reference.toString()), "the catalog doesn't associate the file"],
      [nameIn(file, "AFRelationship") === "Alternative", "the file isn't called an alternative"],
      [/^(factur-x|xrechnung)\.xml$/.test(textIn(file, "F") ?? ""), "the file has another name"],
      [textIn(file, "F") === textIn(file, "UF"), "the file has two names"],
    ]),
    ...contentProblems(file),
  ];
}

function contentProblems(file: PDFDict): string[] {
  const stream = file.lookupMaybe(PDFName.of("EF"), PDFDict)?.lookup(PDFName.of("F"));
  if (!(stream instanceof PDFRawStream)) return ["the file is empty"];
  const parameters = stream.dict.lookupMaybe(PDFName.of("Params"), PDFDict);
  return told([
    [nameIn(stream.dict, "Subtype") === "text/xml", "the file isn't called XML"],
    [parameters?.lookup(PDFName.of("ModDate")) instanceof PDFString, "the file doesn't say of what day it is"],
  ]);
}

function textIn(dictionary: PDFDict, key: string): string | undefined {
  const value = dictionary.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}
