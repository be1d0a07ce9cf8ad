import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { PriceMode, TaxCategory } from "@working-social/kernel";
import { describe, expect, test } from "vitest";
import { taxInvoice } from "./tax.ts";
import type { DaySpan } from "./periods.ts";
import type { PeriodFees } from "./timeline.ts";
import { feesOf } from "./timeline.ts";

interface ContractVector {
  readonly id: string;
  readonly intervalMonths: number;
  readonly start: string;
  readonly billing: { readonly kind: "anniversary" } | { readonly kind: "day"; readonly day: number };
  readonly versions: readonly { readonly from: string; readonly priceMinor: number }[];
  readonly discount: { readonly basisPoints: number; readonly periods: number } | null;
  readonly pauses: readonly DaySpan[];
  readonly lastDay: string | null;
  readonly periods: number;
  readonly expected: readonly object[];
}

interface InvoiceVector {
  readonly id: string;
  readonly prices: PriceMode;
  readonly lines: readonly { id: string; amountMinor: number; category: TaxCategory; rateBasisPoints: number }[];
  readonly expected: { readonly lineNetMinor: Readonly<Record<string, number>> };
}

// Made by an independent program in exact fractions; it lies beside the repository and never in it.
const file = resolve(process.env["SHARED_DATA_DIR"] ?? "nowhere", "billing/vectors.json");
const isPresent = existsSync(file);
if (!isPresent)
  process.stderr.write(
    `SKIPPED: billing against independent vectors, since ${file} is absent (set SHARED_DATA_DIR).\n`,
  );
const { contracts, invoices } = (
  isPresent ? JSON.parse(readFileSync(file, "utf8")) : { contracts: [], invoices: [] }
) as { contracts: ContractVector[]; invoices: InvoiceVector[] };

function feesOfVector({ billing, discount, versions, periods, ...terms }: ContractVector): object[] {
  const timeline = {
    ...terms,
    billingDay: billing.kind === "day" ? billing.day : null,
    versions: versions.map((version, place) => ({ ...version, id: String(place) })),
    discount: discount && { ...discount, amountMinor: 0, freePeriods: 0, fromPeriod: 0 },
  };
  return Array.from({ length: periods }, (_, index) => feesOf(timeline, index))
    .filter((fees) => fees !== null)
    .map(asInVectors);
}

function asInVectors({ from, until, daysInPeriod, segments, totalMinor }: PeriodFees): object {
  const shown = segments.map(({ versionId, amountMinor, ...days }) => ({
    from: days.from,
    until: days.until,
    version: Number(versionId),
    amountMinor,
  }));
  return { from, until, daysInPeriod, segments: shown, totalMinor };
}

describe.skipIf(!isPresent)("what an independent program computed from the law of money", () => {
  test("is all there", () => {
    expect([contracts.length, invoices.length]).toEqual([400, 300]);
  });

  test("contracts cost the same in each period", () => {
    for (const contract of contracts) expect(feesOfVector(contract), contract.id).toEqual(contract.expected);
  });

  test("invoices have the same nets, taxes and totals", () => {
    for (const { id, prices, lines, expected } of invoices) {
      const taxable = lines.map(({ rateBasisPoints, ...line }) => ({ ...line, basisPoints: rateBasisPoints }));
      const { lineNets, taxes, ...totals } = taxInvoice(taxable, prices);
      const answer = {
        ...totals,
        lineNetMinor: Object.fromEntries(lineNets.map((line) => [line.id, line.netMinor])),
        taxes: taxes.map(({ basisPoints, ...tax }) => ({ ...tax, rateBasisPoints: basisPoints })),
      };
      expect(answer, id).toEqual(expected);
    }
  });
});
