import type { Desk } from "./desk.ts";
import { PAGE, STYLES, WIDTH } from "./measures.ts";

/** Where the columns of figures end, and how wide the words before them may be. */
export interface Columns {
  readonly descriptionWidth: number;
  readonly quantity: number;
  readonly quantityWidth: number;
  readonly price: number;
  readonly tax: number;
  readonly taxWidth: number;
  readonly amount: number;
}

/** Between two columns; what a column takes at least, so that a short invoice looks like a long one; the widest quantity. */
const [GAP, LEAST, WIDEST] = [15, { quantity: 60, price: 42, tax: 32, amount: 50 }, 100] as const;

/** Columns as wide as their widest figure; the description has the rest. */
export function columnsOf(desk: Desk): Columns {
  const { sheet, words, formats } = desk;
  const lines = sheet.groups.flatMap((group) => group.lines);
  const prices = lines.map((line) => (line.unitPriceMinor === null ? "" : formats.amount(line.unitPriceMinor)));
  const amounts = [...lines.map((line) => line.amountMinor), ...sheet.groups.map((group) => group.sumMinor ?? 0)];
  const amount = widest(desk, amounts.map(formats.amount), [amountHeading(desk)], LEAST.amount);
  const price = widest(desk, prices, [words.price], LEAST.price);
  const tax = Math.min(widestSmall(desk, [...lines.map((line) => line.taxMark), words.tax], LEAST.tax), 70);
  const quantity = Math.min(Math.max(...lines.map((line) => quantityWidth(desk, line)), LEAST.quantity), WIDEST);
  const ends = { amount: PAGE.right, tax: PAGE.right - amount - GAP };
  const priceEnd = ends.tax - tax - GAP;
  const quantityEnd = priceEnd - price - GAP;
  const descriptionWidth = WIDTH - (PAGE.right - quantityEnd) - quantity - GAP;
  return { ...ends, price: priceEnd, taxWidth: tax, quantity: quantityEnd, quantityWidth: quantity, descriptionWidth };
}

/** "Net EUR": the column says the currency once. */
export function amountHeading({ sheet, words }: Desk): string {
  return sheet.prices === "net" ? words.netIn(sheet.currency) : words.grossIn(sheet.currency);
}

function quantityWidth({ paper }: Desk, line: { quantity: string; unit: string | null }): number {
  const unit = line.unit === null ? 0 : paper.line(`\u00a0${line.unit}`, STYLES.small).width;
  return paper.line(line.quantity, STYLES.figure).width + unit;
}

function widest(desk: Desk, figures: readonly string[], headings: readonly string[], least: number): number {
  return Math.max(
    least,
    widestSmall(desk, headings, 0),
    ...figures.map((one) => desk.paper.line(one, STYLES.figure).width),
  );
}

function widestSmall({ paper }: Desk, texts: readonly string[], least: number): number {
  return Math.max(least, ...texts.map((one) => paper.line(one, STYLES.smallMedium).width));
}
