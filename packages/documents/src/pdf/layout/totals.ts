import { ascentOf } from "./block.ts";
import type { Desk } from "./desk.ts";
import { HAIRLINE, PAGE, SECOND_COLUMN, STYLES } from "./measures.ts";
import { heightOf, type Element } from "./paper.ts";

interface Sum {
  readonly label: string;
  /** Smaller, beside the label: "on 1,115.07". */
  readonly detail: string | null;
  readonly minor: number;
}

const ROW = heightOf(STYLES.figure) + 2.6;
const LABEL_WIDTH = 128;

/** Net, tax once for each rate, and what is to pay. */
export function drawTotals(desk: Desk, top: number): void {
  const { paper, formats } = desk;
  const table = paper.element("Table");
  const y = sumsOf(desk).reduce((at, sum) => drawSum(desk, table, at, sum), top);
  paper.rule(y + 2, HAIRLINE, SECOND_COLUMN);
  const { total } = STYLES;
  const baseline = y + 8 + ascentOf(total);
  const row = paper.element("TR", table);
  const [label, amount] = [paper.line(labelOfTotal(desk), total), paper.line(formats.money(totalOf(desk)), total)];
  paper.within(paper.element("TH", row, { scope: "Row" }), () =>
    paper.write(label, total, { x: SECOND_COLUMN, baseline }),
  );
  paper.within(paper.element("TD", row), () => paper.write(amount, total, { x: PAGE.right, baseline, side: "end" }));
}

export function heightOfTotals(desk: Desk): number {
  const sums = sumsOf(desk).reduce(
    (sum, one) => sum + Math.max(linesOf(desk, one).length * heightOf(STYLES.body) + 2.6, ROW),
    0,
  );
  return sums + 8 + heightOf(STYLES.total);
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

/** The label in lines; its last has room for the detail, or the detail is a line of its own. */
function linesOf({ paper }: Desk, { label, detail }: Sum) {
  const lines = paper
    .lines(label, STYLES.body, LABEL_WIDTH)
    .map((line) => ({ line, style: STYLES.body, x: SECOND_COLUMN, row: 0 }));
  const placed = lines.map((line, row) => ({ ...line, row }));
  if (detail === null) return placed.map((one) => one);
  const small = STYLES.small;
  const [last] = placed.slice(-1);
  const written = paper.line(detail, small);
  const after = SECOND_COLUMN + (last?.line.width ?? 0) + 4;
  if (last !== undefined && after + written.width < PAGE.right - 62) {
    return [...placed, { line: written, style: small, x: after, row: last.row }];
  }
  const below = paper.lines(detail, small, LABEL_WIDTH);
  return [
    ...placed,
    ...below.map((line, index) => ({ line, style: small, x: SECOND_COLUMN, row: placed.length + index })),
  ];
}

function drawSum(desk: Desk, table: Element, y: number, sum: Sum): number {
  const { paper, formats } = desk;
  const row = paper.element("TR", table);
  const baseline = y + ascentOf(STYLES.body);
  const head = paper.element("TH", row, { scope: "Row" });
  const lines = linesOf(desk, sum);
  for (const { line, style, x, row: below } of lines) {
    paper.within(head, () => paper.write(line, style, { x, baseline: baseline + below * heightOf(STYLES.body) }));
  }
  const amount = paper.line(formats.amount(sum.minor), STYLES.figure);
  paper.within(paper.element("TD", row), () =>
    paper.write(amount, STYLES.figure, { x: PAGE.right, baseline, side: "end" }),
  );
  const rows = Math.max(1, ...lines.map((line) => line.row + 1));
  return y + rows * heightOf(STYLES.body) + 2.6;
}
