import type { QuoteLine, UsedLot } from "@working-social/booking/schema";
import { sumOfLines } from "@working-social/booking/rules";
import { expect, test } from "vitest";
import { priceItems } from "./price-items.ts";

type TimeLine = Extract<QuoteLine, { kind: "time" }>;

const aTime = (line: Partial<TimeLine> = {}): TimeLine => {
  const rate = { rateId: "r", rateName: "Room hour", unit: "hour", unitPriceMinor: 2400 } as const;
  return { kind: "time", ...rate, minutes: 90, units: 1.5, amountMinor: 3600, ...line };
};
const aLot = (quantity: number, lotId = "plan"): UsedLot => {
  const lot = { label: "2026-11", source: "plan", owner: "person", expiresAt: null, isPlanned: false } as const;
  return { lotId, ...lot, quantity, leftAfter: 480 };
};
const aCredit = (quantity: number, amountMinor: number, lots = [aLot(quantity)]): QuoteLine => {
  return { kind: "credit", unit: "room_minutes", quantity, lots, amountMinor };
};
const tax: QuoteLine = { kind: "tax", name: "Sales tax", basisPoints: 600, inclusive: false, amountMinor: 72 };

function told(lines: QuoteLine[]) {
  const items = priceItems({ lines });
  // Whatever way it is told, it is the same price.
  const shown = items.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const inclusive = lines.reduce(
    (sum, line) => sum + (line.kind === "tax" && line.inclusive ? line.amountMinor : 0),
    0,
  );
  expect(shown - inclusive).toBe(sumOfLines(lines));
  return items.map((item) => {
    if (item.kind === "lot") return `${item.lot.quantity} of ${item.lot.lotId} ${item.amountMinor}`;
    return item.kind === "rest"
      ? `rest ${item.minutes} min ${item.amountMinor}`
      : `${item.line.kind} ${item.amountMinor}`;
  });
}

test("one hour from the plan, half an hour at its price", () => {
  expect(told([aTime(), aCredit(60, -2400), tax])).toEqual(["60 of plan 0", "rest 30 min 1200", "tax 72"]);
});

test("all of it by credits, whatever the rates: nothing is left to pay", () => {
  const evening = aTime({ rateName: "Evening", unitPriceMinor: 1000, minutes: 60, amountMinor: 1000 });
  expect(told([aTime(), evening, aCredit(150, -4600, [aLot(100), aLot(50, "pack")])])).toEqual([
    "100 of plan 0",
    "50 of pack 0",
  ]);
});

test("several rates: the time at its price, less what credits save, each lot its share", () => {
  const evening = aTime({ rateName: "Evening", unitPriceMinor: 1000, minutes: 60, amountMinor: 1000 });
  const credit = aCredit(90, -3601, [aLot(60), aLot(30, "pack")]);
  expect(told([aTime(), evening, credit])).toEqual(["time 3600", "time 1000", "60 of plan -2401", "30 of pack -1200"]);
});

test("day passes pay days", () => {
  const days = aTime({ unit: "day", unitPriceMinor: 3000, units: 3, minutes: 4320, amountMinor: 9000 });
  const passes: QuoteLine = { kind: "credit", unit: "day_passes", quantity: 2, lots: [aLot(2)], amountMinor: -6000 };
  const [, rest] = priceItems({ lines: [days, passes] });
  expect(rest).toMatchObject({ kind: "rest", units: 1, amountMinor: 3000 });
  expect(told([days, passes])[0]).toBe("2 of plan 0");
});

test("a minimum charge that is left is shown as it is", () => {
  const minimum: QuoteLine = {
    kind: "minimum",
    rateId: "r",
    rateName: "Room hour",
    minimumMinor: 5000,
    amountMinor: 1400,
  };
  expect(told([aTime(), minimum, aCredit(60, -100)])).toEqual(["time 3600", "minimum 1400", "60 of plan -100"]);
});

test("without credits every line stays", () => {
  const free: QuoteLine = { kind: "free", minutes: 30, amountMinor: 0 };
  expect(told([aTime(), free, tax])).toEqual(["time 3600", "free 0", "tax 72"]);
});
