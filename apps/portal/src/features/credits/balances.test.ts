import type { LotView, WalletView } from "@working-social/credits/schema";
import { expect, test } from "vitest";
import { isLow } from "./balance-meter.tsx";
import { unitBalances } from "./balances.ts";

const now = Date.parse("2026-11-25T09:00:00Z");
const until = "2026-11-30T23:00:00.000Z";

function aLot(lot: Partial<LotView>): LotView {
  const scope = { resourceIds: [], resourceKinds: [], locationIds: [] };
  const usual = { id: "lot", unit: "room_minutes", currency: null, owner: "person", source: "plan", label: "2026-11" };
  const times = { startsAt: null, expiresAt: until, createdAt: "2026-11-01T00:00:00.000Z" };
  return { ...usual, ...times, left: 0, held: 0, isPlanned: false, scope, ...lot } as LotView;
}

function aWallet(wallet: Partial<WalletView>): WalletView {
  const nothing = { lots: [], overdrafts: [], balances: [], plan: [], planned: [] };
  return { personId: "ana", teamId: null, timeZone: "Europe/Berlin", ...nothing, ...wallet };
}

const aPlan = { unit: "room_minutes", currency: null, owner: "person", given: 600, ahead: 30, until } as const;
const aBalance = { currency: null, balance: 0, own: 0, team: 0, held: 0, scheduled: 0, nextExpiry: null };

test("what the plan gave, what is left of it, and what comes on top", () => {
  const wallet = aWallet({
    plan: [aPlan, { ...aPlan, owner: "team", given: 100, ahead: 0 }],
    lots: [aLot({ left: 540 }), aLot({ source: "rollover", left: 20 }), aLot({ source: "pack", left: 120 })],
    balances: [{ ...aBalance, unit: "room_minutes", balance: 680, held: 10, scheduled: 60 }],
  });
  expect(unitBalances(wallet, now)).toMatchObject([
    { given: 700, planLeft: 560, ahead: 30, until, extra: 120, usable: 680, held: 10, scheduled: 60, owed: 0 },
  ]);
});

test("a plan that is used up still has its bar; time comes before pages, pages before money", () => {
  const wallet = aWallet({
    plan: [aPlan],
    balances: [
      { ...aBalance, unit: "money", currency: "USD" },
      { ...aBalance, unit: "colour_pages" },
    ],
  });
  expect(unitBalances(wallet, now).map(({ id, given, planLeft }) => [id, given, planLeft])).toEqual([
    ["room_minutes", 600, 0],
    ["colour_pages", 0, 0],
    ["money USD", 0, 0],
  ]);
});

test("next month's plan credits are none of this month's", () => {
  const next = aLot({ startsAt: until, expiresAt: "2026-12-31T23:00:00.000Z", left: 600 });
  const wallet = aWallet({ plan: [aPlan], lots: [next], balances: [{ ...aBalance, unit: "room_minutes" }] });
  expect(unitBalances(wallet, now)[0]).toMatchObject({ planLeft: 0, extra: 0, usable: 0 });
  expect(unitBalances(wallet, now)[0]?.lots).toEqual([next]);
});

test("what a plan will give: next month's beside the bar, this month's in it while it is on the way", () => {
  const next = aLot({ isPlanned: true, startsAt: until, expiresAt: "2026-12-31T23:00:00.000Z", left: 510 });
  const onTheWay = aLot({ isPlanned: true, unit: "day_passes", left: 5 });
  const [time, passes] = unitBalances(aWallet({ planned: [next, onTheWay] }), now);
  expect(time).toMatchObject({ given: 0, planLeft: 0, until: null, next: [next] });
  expect(passes).toMatchObject({ given: 5, planLeft: 5, until, next: [] });
});

test("what is set aside is neither left nor used", () => {
  const pages = { ...aPlan, unit: "colour_pages" as const, given: 30, ahead: 0 };
  const lots = [aLot({ unit: "colour_pages", left: 0, held: 20 })];
  expect(unitBalances(aWallet({ plan: [pages], lots }), now)[0]).toMatchObject({
    planLeft: 0,
    setAside: 20,
    usable: 0,
  });
});

test("a hundred bought pages can be used while the plan's last twenty are set aside", () => {
  const pages = { ...aPlan, unit: "mono_pages" as const, given: 20, ahead: 0 };
  const bought = aLot({ unit: "mono_pages", source: "pack", left: 100, expiresAt: null });
  const lots = [aLot({ unit: "mono_pages", left: 0, held: 20 }), bought];
  const [balance] = unitBalances(aWallet({ plan: [pages], lots }), now);
  expect(balance).toMatchObject({ usable: 100, planLeft: 0, extra: 100, setAside: 20 });
  expect(balance && isLow(balance)).toBe(false);
});

test("an overdraft is no credit: what is owed and what may be", () => {
  const overdraft = {
    lotId: "o",
    unit: "mono_pages",
    currency: null,
    owner: "team",
    limit: 20,
    owed: 5,
    left: 15,
  } as const;
  const lots = [aLot({ unit: "mono_pages", source: "overdraft", left: 0 })];
  const balances = [{ ...aBalance, unit: "mono_pages" as const, balance: -5 }];
  const [pages] = unitBalances(aWallet({ overdrafts: [overdraft], lots, balances }), now);
  expect(pages).toMatchObject({ owed: 5, mayOwe: 15, extra: 0, lots: [] });
});
