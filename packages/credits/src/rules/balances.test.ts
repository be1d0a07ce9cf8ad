import { parseInstant } from "@working-social/kernel";
import { describe, expect, test } from "vitest";
import type { OverdraftView } from "../schema.ts";
import { aLot } from "../testing/a-lot.ts";
import { balancesOf, expiresNext, usableOf } from "./balances.ts";

const NOW = parseInstant("2026-11-25T09:00:00Z");
const DECEMBER = "2026-12-01T00:00:00.000Z";
const JANUARY = "2027-01-01T00:00:00.000Z";
const minutes = { unit: "room_minutes", currency: null } as const;
const euros = { unit: "money", currency: "EUR" } as const;
const anOverdraft = (more: Partial<OverdraftView> = {}): OverdraftView => ({
  lotId: "o",
  ...minutes,
  owner: "person",
  limit: 100,
  owed: 25,
  left: 75,
  ...more,
});

describe("balances", () => {
  test("own and the team's, less what is owed; what is held, promised and lost first, of each kind by itself", () => {
    const lots = [
      aLot({ id: "own", left: 60, held: 5, expiresAt: JANUARY }),
      aLot({ id: "sooner", left: 7, expiresAt: DECEMBER }),
      aLot({ id: "as soon", left: 2, expiresAt: DECEMBER, owner: "team" }),
      aLot({ id: "used up", left: 0, held: 3, expiresAt: "2026-11-26T00:00:00.000Z" }),
      aLot({ id: "for ever", left: 100, owner: "team" }),
      aLot({ id: "euros", ...euros, left: 900 }),
    ];
    const promised = [
      { ...minutes, quantity: 30 },
      { ...minutes, quantity: 15 },
      { ...euros, quantity: 1 },
    ];
    expect(balancesOf(lots, [anOverdraft(), anOverdraft({ ...euros, owed: 1000 })], promised)).toEqual([
      {
        ...minutes,
        balance: 144,
        own: 67,
        team: 102,
        held: 8,
        scheduled: 45,
        nextExpiry: { at: DECEMBER, quantity: 9 },
      },
      { ...euros, balance: -100, own: 900, team: 0, held: 0, scheduled: 1, nextExpiry: null },
    ]);
  });

  test("two currencies are two balances; something owed or promised alone is one as well", () => {
    const lots = [aLot({ id: "e", ...euros, left: 1 }), aLot({ id: "d", ...euros, currency: "USD", left: 2 })];
    const overdrafts = [anOverdraft({ unit: "mono_pages" })];
    const promised = [{ unit: "day_passes", currency: null, quantity: 3 } as const];
    const kinds = balancesOf(lots, overdrafts, promised).map(({ unit, currency, balance, scheduled }) => [
      unit,
      currency,
      balance,
      scheduled,
    ]);
    expect(kinds).toEqual([
      ["money", "EUR", 1, 0],
      ["money", "USD", 2, 0],
      ["mono_pages", null, -25, 0],
      ["day_passes", null, 0, 3],
    ]);
    expect(balancesOf(lots, [])).toHaveLength(2);
  });
});

describe("what can be used at this moment", () => {
  const usable = (...lots: Parameters<typeof aLot>[0][]) =>
    usableOf({ lots: lots.map(aLot), planned: [] }, minutes, NOW);

  test("is what is left of the kind, planned credits of the present included", () => {
    const planned = [
      aLot({ id: "planned", source: "plan", left: 30, isPlanned: true, startsAt: "2026-11-01T00:00:00.000Z" }),
    ];
    expect(usableOf({ lots: [aLot({ id: "a" }), aLot({ id: "b", left: 1 })], planned }, minutes, NOW)).toBe(91);
  });

  test("is nothing of another unit or currency", () => {
    expect(usable({ id: "pages", unit: "mono_pages" })).toBe(0);
    const money = aLot({ id: "money", ...euros });
    expect(usableOf({ lots: [money], planned: [] }, { ...euros, currency: "USD" }, NOW)).toBe(0);
    expect(usableOf({ lots: [money], planned: [] }, euros, NOW)).toBe(60);
  });

  test("is not what may be owed, nor what begins later", () => {
    expect(usable({ id: "overdraft", source: "overdraft" })).toBe(0);
    expect(usable({ id: "later", startsAt: "2026-11-25T09:00:00.001Z" })).toBe(0);
    expect(usable({ id: "now", startsAt: "2026-11-25T09:00:00.000Z" })).toBe(60);
  });
});

test("what lapses next: only of the kind, only what is left and has an end, the soonest first", () => {
  const lots = [
    aLot({ id: "later", expiresAt: JANUARY }),
    aLot({ id: "sooner", expiresAt: DECEMBER, left: 3 }),
    aLot({ id: "as late", expiresAt: JANUARY, left: 4 }),
    aLot({ id: "never" }),
    aLot({ id: "used up", expiresAt: DECEMBER, left: 0 }),
    aLot({ id: "pages", unit: "mono_pages", expiresAt: DECEMBER }),
    aLot({ id: "money", ...euros, unit: "room_minutes", expiresAt: DECEMBER }),
  ];
  expect(expiresNext(lots, minutes)).toEqual([
    { at: DECEMBER, quantity: 3, label: "sooner" },
    { at: JANUARY, quantity: 60, label: "later" },
    { at: JANUARY, quantity: 4, label: "as late" },
  ]);
});
