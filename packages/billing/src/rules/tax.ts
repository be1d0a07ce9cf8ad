import type { PriceMode, Tax, TaxCategory } from "@working-social/kernel";
import { scaleRounded, taxOnTop } from "@working-social/kernel";
import { requireMinor, requireNotNegative, sumMinor } from "./minor.ts";

/** A line of an invoice before its tax: the amount is net or gross, as the invoice's mode says. */
export interface TaxableLine extends Tax {
  readonly id: string;
  readonly amountMinor: number;
}

export interface LineNet {
  readonly id: string;
  readonly netMinor: number;
}

/** The tax of all lines of one category and rate. */
export interface TaxTotal {
  readonly category: TaxCategory;
  readonly basisPoints: number;
  readonly netMinor: number;
  readonly taxMinor: number;
}

/** An invoice's totals: due = net + tax + rounding. */
export interface TaxedInvoice {
  /** In the order of the lines. */
  readonly lineNets: readonly LineNet[];
  /** By category, then by rate. */
  readonly taxes: readonly TaxTotal[];
  readonly netMinor: number;
  readonly taxMinor: number;
  /** What gross prices come to beyond net and tax (EN 16931 BT-114); 0 for net prices. */
  readonly roundingMinor: number;
  readonly dueMinor: number;
}

/**
 * The tax of an invoice, once for each category and rate: never line by line, whose roundings would add up. Of gross prices a
 * line's net is what the running gross of its category and rate, in the order of the lines, comes to more without tax. All
 * amounts are minor units of one currency. Throws RangeError for a rate below zero and for sums that are no longer exact.
 */
export function taxInvoice(lines: readonly TaxableLine[], mode: PriceMode): TaxedInvoice {
  const netLines = mode === "net" ? lines.map(asGiven) : netOfGross(lines);
  const taxes = taxesOf(netLines);
  const netMinor = sumMinor(netLines.map((line) => line.netMinor));
  const taxMinor = sumMinor(taxes.map((tax) => tax.taxMinor));
  const grossMinor = sumMinor([netMinor, taxMinor]);
  const dueMinor = mode === "net" ? grossMinor : sumMinor(lines.map((line) => line.amountMinor));
  const lineNets = netLines.map(({ id, netMinor: lineNet }) => ({ id, netMinor: lineNet }));
  return { lineNets, taxes, netMinor, taxMinor, roundingMinor: dueMinor - grossMinor, dueMinor };
}

/**
 * A catalogue price that has the seller's domestic tax in it, without that tax, for a buyer who owes none: reverse charge,
 * exempt, export. Minor units, rounded halves away from zero. Throws RangeError for a rate below zero.
 */
export function withoutDomesticTax(grossMinor: number, domesticBasisPoints: number): number {
  return scaleRounded(requireMinor(grossMinor), 10_000, 10_000 + requireNotNegative(domesticBasisPoints));
}

type NetLine = Tax & LineNet;

function asGiven({ id, category, basisPoints, amountMinor }: TaxableLine): NetLine {
  return { id, category, basisPoints, netMinor: amountMinor };
}

function netOfGross(lines: readonly TaxableLine[]): NetLine[] {
  const running = new Map<string, number>();
  return lines.map(({ id, category, basisPoints, amountMinor }) => {
    const key = keyOf({ category, basisPoints });
    const before = running.get(key) ?? 0;
    const after = sumMinor([before, amountMinor]);
    running.set(key, after);
    const netMinor = withoutDomesticTax(after, basisPoints) - withoutDomesticTax(before, basisPoints);
    return { id, category, basisPoints, netMinor };
  });
}

function taxesOf(lines: readonly NetLine[]): TaxTotal[] {
  const nets = new Map<string, Tax & { netMinor: number }>();
  for (const { category, basisPoints, netMinor } of lines) {
    const key = keyOf({ category, basisPoints });
    const before = nets.get(key)?.netMinor ?? 0;
    nets.set(key, { category, basisPoints, netMinor: sumMinor([before, netMinor]) });
  }
  return [...nets.values()]
    .map((total) => ({ ...total, taxMinor: taxOnTop(total.netMinor, requireNotNegative(total.basisPoints)) }))
    .sort((a, b) => (a.category < b.category ? -1 : Number(a.category > b.category)) || a.basisPoints - b.basisPoints);
}

function keyOf({ category, basisPoints }: Tax): string {
  return `${category} ${basisPoints}`;
}
