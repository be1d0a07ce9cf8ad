import { epcPayload } from "../rules/epc-payload.ts";
import { heightOfBlock, writeBlock, type Block } from "./block.ts";
import type { Desk } from "./desk.ts";
import { PAGE, SECOND_COLUMN, STYLES } from "./measures.ts";
import { drawQrCode } from "./qr-code.ts";
import { accountOf, referenceOf, transferOf, type ByTransfer } from "./transfer.ts";

const CODE = 82;
const END = SECOND_COLUMN - 18;

/** Where the money goes, with a code for the bank's app where there can be one. Nothing where nothing is to be transferred. */
export function drawPayment(desk: Desk, top: number): void {
  const { paper, words } = desk;
  const transfer = transferOf(desk);
  if (transfer === null) return;
  const payload = payloadOf(desk, transfer);
  if (payload !== null) {
    const figure = paper.element("Figure", null, { alt: words.codeSays });
    drawQrCode(paper, figure, payload, { x: PAGE.left, y: top, size: CODE });
  }
  const element = paper.element("P");
  blocksOf(desk, transfer, payload !== null).reduce(
    (y, { gap, ...block }) => writeBlock(paper, element, y + gap, block),
    top - 2,
  );
}

export function heightOfPayment(desk: Desk): number {
  const transfer = transferOf(desk);
  if (transfer === null) return 0;
  const hasCode = payloadOf(desk, transfer) !== null;
  const blocks = blocksOf(desk, transfer, hasCode);
  const height = blocks.reduce((sum, block) => sum + block.gap + heightOfBlock(desk.paper, block), -2);
  return Math.max(height, hasCode ? CODE : 0);
}

function payloadOf({ sheet }: Desk, { to, reference, code }: ByTransfer): string | null {
  if (!code) return null;
  const { currency, totals } = sheet;
  const made = epcPayload({ ...to, amountMinor: totals.dueMinor, currency, reference });
  return "payload" in made ? made.payload : null;
}

function blocksOf({ words }: Desk, transfer: ByTransfer, hasCode: boolean): (Block & { gap: number })[] {
  const { to } = transfer;
  const x = PAGE.left + (hasCode ? CODE + 12 : 0);
  const field = { x, width: END - x };
  const account = accountOf(transfer);
  const [strong, figures] = [
    { ...STYLES.bodyStrong, size: 8.6 },
    { ...STYLES.figure, size: 8.6 },
  ];
  return [
    { gap: 0, text: hasCode ? words.scan : words.transfer, style: STYLES.small, ...field },
    { gap: 1, text: to.name, style: strong, ...field },
    ...(account === "" ? [] : [{ gap: 0, text: account, style: figures, ...field }]),
    ...(to.bic === null ? [] : [{ gap: 0, text: `BIC\u00a0${to.bic}`, style: STYLES.small, ...field }]),
    { gap: 4, text: words.withReference, style: STYLES.small, ...field },
    { gap: 0, text: referenceOf(transfer), style: strong, ...field },
  ];
}
