import type { Desk } from "./desk.ts";
import { heightOfPayment, drawPayment } from "./payment.ts";
import { drawTotals, heightOfTotals } from "./totals.ts";

/** The sums, and beside them how they are paid: together on one page. */
export function drawSettlement(desk: Desk): void {
  const { paper } = desk;
  const height = Math.max(heightOfTotals(desk), heightOfPayment(desk));
  paper.need(height + 4);
  const top = paper.y + 2;
  drawPayment(desk, top);
  drawTotals(desk, top);
  paper.y = top + height + 12;
}
