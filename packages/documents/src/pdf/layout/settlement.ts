import type { Desk } from "./desk.ts";
import { drawPayment, heightOfPayment } from "./payment.ts";
import { drawTotals, heightOfTotals } from "./totals.ts";

/** The sums, and beside them how they are paid: together on one page, unless the sums alone are longer than one. */
export function drawSettlement(desk: Desk): void {
  const { paper } = desk;
  const payment = heightOfPayment(desk);
  paper.need(Math.max(heightOfTotals(desk), payment) + 4);
  if (payment > paper.room) paper.turn();
  const top = paper.y + 2;
  const page = paper.pages;
  drawPayment(desk, top);
  paper.y = top;
  drawTotals(desk);
  const end = paper.pages === page ? Math.max(paper.y, top + payment) : paper.y;
  paper.y = end + 16;
}
