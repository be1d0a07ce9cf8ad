import type { PriceMode, Tax, TaxedPrice } from "@working-social/kernel";
import { scaleRounded, taxedPrice } from "@working-social/kernel";
import type { ColourMode } from "./print-record.ts";
import type { PaperSize } from "./paper-size.ts";

/** What is printed, with nothing left open. */
export interface PrintWork {
  colour: ColourMode;
  paperSize: PaperSize;
  isDuplex: boolean;
  /** Printed sides, all copies together. */
  sides: number;
  copies: number;
}

/** One row of a location's price table. */
export interface PriceRow {
  colour: ColourMode;
  paperSize: PaperSize;
  isDuplex: boolean;
  /** For one printed side. */
  priceMinor: number;
  /** Page credits for one printed side: A3 usually counts two. */
  creditsPerSide: number;
}

/** The prices of a place: whether they contain its tax, and which it is. */
export interface PriceTable {
  rows: readonly PriceRow[];
  priceMode: PriceMode;
  tax: Tax;
}

/** Which credits pay for printed pages. */
export type PageUnit = "mono_pages" | "colour_pages";

export interface PrintPrice {
  unit: PageUnit;
  /** Page credits that cover all of it. */
  credits: number;
  /** What all of it costs without any credits. */
  priceMinor: number;
  sheets: number;
}

/** The same with its tax: `priceMinor` is what is paid. */
export interface TaxedPrint extends PrintPrice {
  taxed: TaxedPrice;
}

/** The price of a job by the table of its place, tax and all. null when the table has no such row. */
export function taxedPriceOf(work: PrintWork, { rows, priceMode, tax }: PriceTable): TaxedPrint | null {
  const price = priceOf(work, rows);
  if (!price) return null;
  const taxed = taxedPrice(price.priceMinor, priceMode, tax);
  return { ...price, priceMinor: taxed.amountMinor, taxed };
}

/**
 * The price of a job. Sheets are not sides: what counts are printed sides, and the rate for both sides holds only for
 * sides that share a sheet, so the last side of an odd copy is an ordinary one. null when the table has no such row.
 */
export function priceOf(work: PrintWork, table: readonly PriceRow[]): PrintPrice | null {
  const { shared, alone, sheets } = sheetsOf(work);
  const parts = [
    [shared, true],
    [alone, false],
  ] as const;
  let [credits, priceMinor] = [0, 0];
  for (const [sides, isDuplex] of parts) {
    const row = rowFor(table, { ...work, isDuplex });
    if (sides > 0 && !row) return null;
    credits += sides * (row?.creditsPerSide ?? 0);
    priceMinor += sides * (row?.priceMinor ?? 0);
  }
  if (work.sides === 0 && !rowFor(table, work)) return null;
  return { unit: work.colour === "mono" ? "mono_pages" : "colour_pages", credits, priceMinor, sheets };
}

/** How many sides share a sheet, how many have one to themselves. Copies that don't divide the sides count as one long copy. */
export function sheetsOf({ sides, copies, isDuplex }: Pick<PrintWork, "sides" | "copies" | "isDuplex">): {
  shared: number;
  alone: number;
  sheets: number;
} {
  if (!isDuplex) return { shared: 0, alone: sides, sheets: sides };
  const sets = copies > 0 && sides % copies === 0 ? copies : 1;
  const alone = ((sides / sets) % 2) * sets;
  const shared = sides - alone;
  return { shared, alone, sheets: shared / 2 + alone };
}

/** The exact row; else the one for a single side, else the same for "other" sizes: a missing row is never free paper. */
function rowFor(
  table: readonly PriceRow[],
  { colour, paperSize, isDuplex }: Pick<PrintWork, "colour" | "paperSize" | "isDuplex">,
): PriceRow | null {
  const wishes: [PaperSize, boolean][] = [
    [paperSize, isDuplex],
    [paperSize, false],
    ["other", isDuplex],
    ["other", false],
  ];
  for (const [size, duplex] of wishes) {
    const row = table.find((one) => one.colour === colour && one.paperSize === size && one.isDuplex === duplex);
    if (row) return row;
  }
  return null;
}

/** How a price is paid: page credits as far as they go, the rest in money. */
export interface Split {
  credits: number;
  moneyMinor: number;
}

/**
 * The uncovered share of the price, rounded to the nearest minor unit, halves up. When `credits` is all of it, no money;
 * without credits, the whole price.
 */
export function splitPrice(price: Pick<PrintPrice, "credits" | "priceMinor">, covered: number): Split {
  const credits = Math.min(Math.max(covered, 0), price.credits);
  if (price.credits === 0) return { credits: 0, moneyMinor: price.priceMinor };
  return { credits, moneyMinor: scaleRounded(price.priceMinor, price.credits - credits, price.credits) };
}
