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

/** What an invoice or a credit note comes to: due = net + tax + rounding. */
export interface TaxedTotals {
  /** By category, then by rate. */
  readonly taxes: readonly TaxTotal[];
  readonly netMinor: number;
  readonly taxMinor: number;
  /** What gross prices come to beyond net and tax (EN 16931 BT-114); 0 for net prices. */
  readonly roundingMinor: number;
  readonly dueMinor: number;
}

export interface TaxedInvoice extends TaxedTotals {
  /** In the order of the lines. */
  readonly lineNets: readonly LineNet[];
}

/**
 * The tax of an invoice, once for each category and rate: never line by line, whose roundings would add up. Of gross prices a
 * line's net is what the running gross of its category and rate, in the order of the lines, comes to more without tax. All
 * amounts are minor units of one currency. Throws RangeError for a rate below zero and for sums that are no longer exact.
 */
export function taxInvoice(lines: readonly TaxableLine[], mode: PriceMode): TaxedInvoice {
  const netLines = mode === "net" ? lines.map((line) => ({ ...line, netMinor: line.amountMinor })) : netOfGross(lines);
  const lineNets = netLines.map(({ id, netMinor }) => ({ id, netMinor }));
  return { lineNets, ...totalsOf(netLines, mode) };
}

/** What lines come to whose nets are known, however those were found. Throws RangeError as `taxInvoice` does. */
export function totalsOf(lines: readonly NetLine[], mode: PriceMode): TaxedTotals {
  const taxes = taxesOf(lines);
  const netMinor = sumMinor(taxes.map((tax) => tax.netMinor));
  const taxMinor = sumMinor(taxes.map((tax) => tax.taxMinor));
  const grossMinor = sumMinor([netMinor, taxMinor]);
  const dueMinor = mode === "net" ? grossMinor : sumMinor(lines.map((line) => line.amountMinor));
  return { taxes, netMinor, taxMinor, roundingMinor: dueMinor - grossMinor, dueMinor };
}

/**
 * A catalogue price that has the seller's domestic tax in it, without that tax, for a buyer who owes none: reverse charge,
 * exempt, export. Minor units, rounded halves away from zero. Throws RangeError for a rate below zero.
 */
export function withoutDomesticTax(grossMinor: number, domesticBasisPoints: number): number {
  return scaleRounded(requireMinor(grossMinor), 10_000, 10_000 + requireNotNegative(domesticBasisPoints));
}

type NetLine = Tax & Pick<TaxableLine, "amountMinor"> & Pick<LineNet, "netMinor">;

function netOfGross(lines: readonly TaxableLine[]): (TaxableLine & LineNet)[] {
  const running = new Map<string, number>();
  return lines.map((line) => {
    const before = running.get(keyOf(line)) ?? 0;
    const after = sumMinor([before, line.amountMinor]);
    running.set(keyOf(line), after);
    const netMinor = withoutDomesticTax(after, line.basisPoints) - withoutDomesticTax(before, line.basisPoints);
    return { ...line, netMinor };
  });
}

function taxesOf(lines: readonly NetLine[]): TaxTotal[] {
  const nets = new Map<string, Tax & { netMinor: number }>();
  for (const line of lines) {
    const { category, basisPoints } = line;
    const netMinor = sumMinor([nets.get(keyOf(line))?.netMinor ?? 0, line.netMinor]);
    nets.set(keyOf(line), { category, basisPoints: requireNotNegative(basisPoints), netMinor });
  }
  const taxes = [...nets.values()].map((net) => ({ ...net, taxMinor: taxOnTop(net.netMinor, net.basisPoints) }));
  return taxes.sort(byCategory);
}

function byCategory(a: Tax, b: Tax): number {
  if (a.category === b.category) return a.basisPoints - b.basisPoints;
  return a.category < b.category ? -1 : 1;
}

function keyOf({ category, basisPoints }: Tax): string {
  return `${category} ${basisPoints}`;
}
