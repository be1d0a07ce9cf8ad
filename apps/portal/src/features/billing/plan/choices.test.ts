import type { PlanVersionView } from "@working-social/billing/schema";
import { expect, test } from "vitest";
import { planChoices } from "./choices.ts";
import { aContract } from "./testing/a-contract.ts";

const today = "2026-12-10";
const version = (id: string, planId: string, more: Partial<PlanVersionView> = {}): PlanVersionView => ({
  id,
  planId,
  planName: planId,
  ordinal: 1,
  intervalMonths: 1,
  currency: "USD",
  priceMode: "net",
  isPerSeat: false,
  prices: [{ fromPeriod: 0, priceMinor: 100_00 }],
  setupFeeMinor: 0,
  depositMinor: 0,
  noticeDays: 0,
  noticeMonths: 0,
  minimumMonths: 0,
  firstMonth: "all",
  accessHours: null,
  contractCount: 0,
  createdAt: "2026-11-01T00:00:00.000Z",
  ...more,
});
const told = (versions: PlanVersionView[]) =>
  planChoices(aContract(), versions, today).map(({ versionId, priceMinor, isPresent }) => [
    versionId,
    priceMinor,
    isPresent,
  ]);

test("the newest price of each plan, and what one has as it was agreed", () => {
  expect(
    told([
      version("full-time-2", "full-time", { ordinal: 2, prices: [{ fromPeriod: 0, priceMinor: 350_00 }] }),
      version("full-time-1", "full-time", { prices: [{ fromPeriod: 0, priceMinor: 999_00 }] }),
      version("flex-1", "flex"),
      version("flex-2", "flex", { ordinal: 2, prices: [{ fromPeriod: 0, priceMinor: 180_00 }] }),
    ]),
  ).toEqual([
    ["flex-2", 180_00, false],
    ["full-time-1", 320_00, true],
    ["full-time-2", 350_00, false],
  ]);
});

test("the cheapest for a month first; no day passes, and nothing in another currency", () => {
  expect(
    told([
      version("yearly", "year", { intervalMonths: 12, prices: [{ fromPeriod: 0, priceMinor: 600_00 }] }),
      version("pass", "day pass", { intervalMonths: 0 }),
      version("euro", "europe", { currency: "EUR" }),
      version("flex-1", "flex"),
    ]).map(([id]) => id),
  ).toEqual(["yearly", "flex-1"]);
});
