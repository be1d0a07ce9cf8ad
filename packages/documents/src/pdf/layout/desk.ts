import { sheetTexts, type SheetTexts } from "../texts/sheet-texts.ts";
import type { InvoiceSheet } from "../sheet.ts";
import { formatsOf, type SheetFormats } from "./formats.ts";
import type { Paper } from "./paper.ts";

/** What every part of a page needs: the sheet, its words and formats, and the paper. */
export interface Desk {
  readonly sheet: InvoiceSheet;
  readonly words: SheetTexts;
  readonly formats: SheetFormats;
  readonly paper: Paper;
}

export function deskFor(sheet: InvoiceSheet, paper: Paper): Desk {
  return { sheet, paper, words: sheetTexts[sheet.language], formats: formatsOf(sheet) };
}

/** "Invoice", "Credit note", "Draft". */
export function kindOf(sheet: InvoiceSheet): string {
  const words = sheetTexts[sheet.language];
  return { invoice: words.invoice, creditNote: words.creditNote, draft: words.draft }[sheet.kind];
}

/** "Invoice RW-2026-0412": what the file is called in its own head. */
export function titleOf(sheet: InvoiceSheet): string {
  return sheet.number === null ? kindOf(sheet) : `${kindOf(sheet)} ${sheet.number}`;
}
