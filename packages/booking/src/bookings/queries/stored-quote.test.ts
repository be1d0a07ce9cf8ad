import { expect, test } from "vitest";
import { StoredLines, StoredQuantities, StoredTerms } from "./stored-quote.ts";

const LOT = {
  lotId: "0198a2c0-0000-7000-8000-000000000000",
  label: "Flex, November",
  source: "plan",
  owner: "person",
  quantity: 30,
  leftAfter: 540,
  expiresAt: null,
  isPlanned: false,
};
const TIME = {
  kind: "time",
  rateId: "r",
  rateName: "Day",
  minutes: 60,
  unit: "hour",
  unitPriceMinor: 1200,
  units: 1,
  amountMinor: 1200,
};

test("a line of every kind comes back as it was agreed", () => {
  const lines = [
    TIME,
    { kind: "minimum", rateId: "r", rateName: "Day", minimumMinor: 1500, amountMinor: 300 },
    { kind: "kept", feePercent: 50, earlierTotalMinor: 1200, amountMinor: 600 },
    { kind: "kept_credits", unit: "room_minutes", quantity: 15, earlierQuantity: 30, amountMinor: 0 },
    { kind: "credit", unit: "room_minutes", quantity: 30, lots: [LOT], amountMinor: -600 },
    { kind: "free", minutes: 30, amountMinor: 0 },
    { kind: "tax", name: "MwSt", basisPoints: 1900, inclusive: true, amountMinor: 144 },
  ];
  expect(StoredLines.parse(lines)).toEqual(lines);
  expect(StoredLines.parse(null)).toBeNull();
});

test.each([
  ["an amount that is no number", [{ ...TIME, amountMinor: "1200" }], "amountMinor"],
  ["a kind that nobody knows", [{ ...TIME, kind: "gift" }], "kind"],
  ["a line that lost its rate", [{ ...TIME, rateName: undefined }], "rateName"],
  ["one line instead of a list", TIME, "array"],
])("%s is told by its name, not shown as a price", (_, stored, name) => {
  expect(StoredLines.safeParse(stored).error?.message).toContain(name);
});

test("terms and kept credits come back, and half of them are refused", () => {
  const owed = [{ unit: "day_passes", quantity: 1 }];
  const terms = { policyName: null, tiers: [{ hoursBefore: 24, feePercent: 50 }], owedCredits: owed };
  expect(StoredTerms.parse(terms)).toEqual(terms);
  expect(StoredTerms.safeParse({ policyName: null }).error?.message).toContain("tiers");
  expect(StoredQuantities.parse(owed)).toEqual(owed);
  expect(StoredQuantities.safeParse([{ unit: "hours", quantity: 1 }]).error?.message).toContain("unit");
});
