import type { PrintJobView } from "@working-social/copier/schema";
import type { PrintTexts } from "./print-texts.ts";

/** "30 colour pages", "A4", "2 copies", "both sides, 15 sheets" */
export function jobFacts(
  { sides, colour, paperSize, copies, isDuplex, sheets }: PrintJobView,
  texts: PrintTexts,
): string[] {
  return [
    texts.pages(sides, colour),
    paperSize === "other" ? texts.otherPaper : paperSize,
    ...(copies > 1 ? [texts.copies(copies)] : []),
    ...(isDuplex ? [texts.duplex(sheets)] : []),
  ];
}
