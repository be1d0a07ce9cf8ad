import { ascentOf } from "./block.ts";
import type { Desk } from "./desk.ts";
import { HAIRLINE, PAGE, SECOND_COLUMN, STYLES } from "./measures.ts";
import { heightOf } from "./paper.ts";
import { drawSum, heightOfSum, type Sum } from "./sum-row.ts";

/** Net, tax once for each rate, and what is to pay. */
export function drawTotals(desk: Desk): void {
  const { paper, formats } = desk;
  const table = paper.element("Table");
  const sums = sumsOf(desk);
  for (const sum of sums) {
    paper.need(heightOfSum(desk, sum) + (sum === sums.at(-1) ? TOTAL : 0));
    drawSum(desk, table, sum);
  }
  paper.rule(paper.y + 2, HAIRLINE, SECOND_COLUMN);
  const { total } = STYLES;
  const baseline = paper.y + ABOVE_TOTAL + ascentOf(total);
  const row = paper.element("TR", table);
  const [label, amount] = [paper.line(labelOfTotal(desk), total), paper.line(formats.money(totalOf(desk)), total)];
  paper.within(paper.element("TH", row, { scope: "Row" }), () =>
    paper.write(label, total, { x: SECOND_COLUMN, baseline }),
  );
  paper.within(paper.element("TD", row), () => paper.write(amount, total, { x: PAGE.right, baseline, side: "end" }));
  paper.y += TOTAL;
}

const ABOVE_TOTAL = 8;
const TOTAL = ABOVE_TOTAL + heightOf(STYLES.total);

export function heightOfTotals(desk: Desk): number {
  return sumsOf(desk).reduce((height, sum) => height + heightOfSum(desk, sum), TOTAL);
}

function sumsOf({ sheet, words, formats }: Desk): Sum[] {
  const { totals, taxes } = sheet;
  const hasMore = totals.paidMinor !== 0 || totals.carriedMinor !== 0;
  const sums: [boolean, Sum][] = [
    [true, { label: words.net, detail: null, minor: totals.netMinor }],
    ...taxes.map((tax): [boolean, Sum] => {
      const on = [words.onNet(formats.amount(tax.netMinor)), tax.detail].filter((part) => part !== null);
      return [
        true,
        { label: `${tax.label} ${formats.rate(tax.basisPoints)}`, detail: on.join(", "), minor: tax.taxMinor },
      ];
    }),
    [totals.roundingMinor !== 0, { label: words.rounding, detail: null, minor: totals.roundingMinor }],
    [hasMore, { label: words.total, detail: null, minor: totals.grossMinor }],
    [totals.paidMinor !== 0, { label: words.paid, detail: null, minor: -totals.paidMinor }],
    [totals.carriedMinor !== 0, { label: words.carried, detail: null, minor: -totals.carriedMinor }],
  ];
  return sums.flatMap(([isShown, sum]) => (isShown ? [sum] : []));
}

function labelOfTotal({ sheet, words }: Desk): string {
  return { invoice: words.toPay, creditNote: words.credit, draft: words.total }[sheet.kind];
}

function totalOf({ sheet: { kind, totals } }: Desk): number {
  return kind === "draft" ? totals.grossMinor : totals.dueMinor;
}
