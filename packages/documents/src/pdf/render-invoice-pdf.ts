import type { EpochMs } from "@working-social/kernel";
import { bytesOf, embedXml, openArchive } from "./archive/open-archive.ts";
import type { CiiProfile } from "../cii/write-cii.ts";
import { facesFor } from "./fonts/faces.ts";
import { drawClosing } from "./layout/closing.ts";
import { deskFor, titleOf, type Desk } from "./layout/desk.ts";
import { drawDraftMark } from "./layout/draft-mark.ts";
import { drawFacts } from "./layout/facts.ts";
import { drawFooters, heightOfFooter } from "./layout/footer.ts";
import { drawLines } from "./layout/line-table.ts";
import { drawMasthead, drawRunningHead } from "./layout/masthead.ts";
import { drawOpening } from "./layout/opening.ts";
import { Paper } from "./layout/paper.ts";
import { drawSettlement } from "./layout/settlement.ts";
import { lettersIn } from "./letters-in.ts";
import type { InvoiceSheet } from "./sheet.ts";

export interface InvoicePdfParts {
  /** The invoice as XML (CII), put inside as it is. A draft has none. */
  readonly xml: Uint8Array | null;
  readonly xmlProfile: CiiProfile;
  /** What the file says of its making: the same input gives the same bytes. */
  readonly createdAt: EpochMs;
}

/**
 * An invoice as a PDF/A-3b of A4 pages, tagged, with its XML inside (Factur-X). Throws an Error where
 * a logo has a `logoProblem`.
 * Which fonts draw it is decided by its letters; what no font has is shown as a replacement sign.
 */
export async function renderInvoicePdf(sheet: InvoiceSheet, parts: InvoicePdfParts): Promise<Uint8Array> {
  const letters = await facesFor(lettersIn(sheet));
  const { createdAt, xml, xmlProfile: profile } = parts;
  const title = titleOf(sheet);
  const doc = openArchive({ title, author: sheet.seller.legalName, language: sheet.language, createdAt });
  const desk = deskFor(sheet, new Paper(doc, letters));
  drawPages(desk, title, xml !== null);
  if (xml !== null) embedXml(doc, { xml, profile, createdAt });
  desk.paper.end();
  return bytesOf(doc);
}

function drawPages(desk: Desk, title: string, carriesXml: boolean): void {
  const { paper, sheet } = desk;
  if (sheet.kind === "draft") paper.doc.on("pageAdded", () => drawDraftMark(desk));
  paper.doc.addPage();
  paper.onNewPage = () => drawRunningHead(desk, title);
  paper.keepFree(heightOfFooter(desk, carriesXml));
  drawMasthead(desk);
  drawOpening(desk);
  drawFacts(desk);
  drawLines(desk);
  drawSettlement(desk);
  drawClosing(desk);
  drawFooters(desk, carriesXml);
}
