import { ascentOf, writeBlock } from "./block.ts";
import type { Desk } from "./desk.ts";
import { PAGE, SECOND_COLUMN, STYLES } from "./measures.ts";
import { heightOf } from "./paper.ts";
import { accountOf, referenceOf, transferOf, type ByTransfer } from "./transfer.ts";

const LEFT_WIDTH = SECOND_COLUMN - 24 - PAGE.left;

/** What to pay and until when, before anything else; beside it, who. */
export function drawOpening(desk: Desk): void {
  const top = desk.paper.y;
  desk.paper.y = Math.max(drawAmount(desk, top), drawRecipient(desk, top)) + 18;
}

function drawAmount(desk: Desk, top: number): number {
  const { paper, sheet, formats } = desk;
  const { hero, sentence } = STYLES;
  const text = formats.money(sheet.kind === "draft" ? sheet.totals.grossMinor : sheet.totals.dueMinor);
  const field = { x: PAGE.left, width: LEFT_WIDTH };
  const y = writeBlock(paper, paper.element("P"), top - 3, { text, style: hero, ...field });
  const transfer = transferOf(desk);
  const { due } = sheet.dates;
  const until =
    transfer !== null && due !== null
      ? drawPayBy(desk, y, formats.dayAndDate(due))
      : writeBlock(paper, paper.element("P"), y, { text: consequenceOf(desk), style: sentence, ...field });
  const how = transfer === null ? null : howToPay(desk, transfer);
  return how === null
    ? until
    : writeBlock(paper, paper.element("P"), until + 3, { text: how, style: STYLES.small, ...field });
}

/** Said here already, since the code for it can be pages away. */
function howToPay({ words }: Desk, transfer: ByTransfer): string | null {
  const account = accountOf(transfer);
  return account === "" ? null : words.byTransfer(account, referenceOf(transfer));
}

/** "Please pay by" and the date, on one line where it fits. */
function drawPayBy({ paper, words }: Desk, y: number, date: string): number {
  const { sentence, sentenceStrong } = STYLES;
  const element = paper.element("P");
  const [start, end] = [paper.line(`${words.payBy}\u00a0`, sentence), paper.line(date, sentenceStrong)];
  const space = sentence.size * 0.28;
  const fits = start.width + space + end.width <= LEFT_WIDTH;
  const baseline = y + ascentOf(sentence);
  paper.within(element, () => paper.write(start, sentence, { x: PAGE.left, baseline }));
  const second = fits
    ? { x: PAGE.left + start.width + space, baseline }
    : { x: PAGE.left, baseline: baseline + heightOf(sentence) };
  paper.within(element, () => paper.write(end, sentenceStrong, second));
  return y + heightOf(sentence) * (fits ? 1 : 2);
}

/** What follows from the amount, as a sentence. */
function consequenceOf({ sheet, words }: Desk): string {
  const { kind, payment, totals } = sheet;
  if (kind === "draft") return words.draftSays;
  if (payment.kind === "told") return payment.sentence;
  if (kind === "creditNote") return words.credited;
  if (totals.dueMinor > 0) return words.payNow;
  if (totals.carriedMinor < 0) return words.carriedForward;
  return totals.paidMinor > 0 ? words.allPaid : words.nothingToPay;
}

function drawRecipient({ paper, sheet, words }: Desk, top: number): number {
  const { name, address, vatId } = sheet.buyer;
  const element = paper.element("P");
  const field = { x: SECOND_COLUMN, width: PAGE.right - SECOND_COLUMN };
  let y = writeBlock(paper, element, top - 2, { text: words.to, style: STYLES.small, ...field });
  y = writeBlock(paper, element, y, { text: name, style: STYLES.bodyStrong, ...field });
  for (const line of address) y = writeBlock(paper, element, y, { text: line, style: STYLES.body, ...field });
  if (vatId === null) return y;
  return writeBlock(paper, element, y + 1, { text: words.vatId(vatId), style: STYLES.small, ...field });
}
