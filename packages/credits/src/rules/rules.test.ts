import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromLocal, parseInstant, toLocal } from "@working-social/kernel";
import type { LotView, PlanAllowance } from "../schema.ts";
import { ANYTHING, CREDIT_UNITS } from "../schema.ts";
import { aLot } from "../testing/a-lot.ts";
import { allocate, inOrderOfUse, isInScope, paysFor } from "./allocate.ts";
import { isInLaterPeriod, periodName, periodOf } from "./period.ts";
import { allowanceKey, planChanges, refundParts, rolloverParts } from "./plan-credits.ts";

const AT = parseInstant("2026-11-25T09:00:00Z");
const instants = fc.constantFrom(
  "2026-10-01T00:00:00.000Z",
  "2026-11-25T09:00:00.000Z",
  "2026-11-26T00:00:00.000Z",
  "2027-01-01T00:00:00.000Z",
);
const someLots = fc
  .uniqueArray(
    fc.record({
      id: fc.uuid(),
      left: fc.nat(100),
      owner: fc.constantFrom("person" as const, "team" as const),
      unit: fc.constantFrom(...CREDIT_UNITS.slice(0, 2)),
      source: fc.constantFrom(
        "plan" as const,
        "rollover" as const,
        "pack" as const,
        "gift" as const,
        "overdraft" as const,
      ),
      startsAt: fc.option(instants),
      expiresAt: fc.option(instants),
      createdAt: instants,
    }),
    { selector: (lot) => lot.id, maxLength: 8 },
  )
  .map((lots) => lots.map(aLot));
const wishes = fc.record({
  unit: fc.constantFrom(...CREDIT_UNITS.slice(0, 2)),
  quantity: fc.integer({ min: 1, max: 300 }),
  at: instants.map(parseInstant),
});

describe("allocate", () => {
  test("covers and misses exactly what is asked, never takes more than is left, and only what pays for it", () => {
    fc.assert(
      fc.property(someLots, wishes, (lots, wish) => {
        const { parts, covered, missing } = allocate(lots, wish);
        const byId = new Map(lots.map((lot) => [lot.id, lot]));
        expect(covered + missing).toBe(wish.quantity);
        expect(parts.reduce((sum, part) => sum + part.quantity, 0)).toBe(covered);
        for (const part of parts) {
          const lot = byId.get(part.lotId);
          expect(lot && paysFor(lot, wish) && part.quantity > 0 && part.quantity <= lot.left).toBe(true);
        }
        const all = lots.filter((lot) => paysFor(lot, wish)).reduce((sum, lot) => sum + lot.left, 0);
        expect(covered).toBe(Math.min(all, wish.quantity));
      }),
    );
  });

  test("does not depend on the order in which lots come", () => {
    fc.assert(
      fc.property(
        someLots.chain((lots) => fc.tuple(fc.constant(lots), fc.shuffledSubarray(lots, { minLength: lots.length }))),
        wishes,
        ([lots, shuffled], wish) => {
          expect(allocate(shuffled, wish)).toEqual(allocate(lots, wish));
        },
      ),
    );
  });

  test("uses a lot up before it begins the next, and more is asked only from later ones", () => {
    fc.assert(
      fc.property(someLots, wishes, fc.nat(50), (lots, wish, more) => {
        const little = allocate(lots, wish).parts;
        const much = allocate(lots, { ...wish, quantity: wish.quantity + more }).parts;
        expect(much.slice(0, little.length).map((part) => part.lotId)).toEqual(little.map((part) => part.lotId));
        expect(much.slice(0, Math.max(little.length - 1, 0))).toEqual(little.slice(0, -1));
      }),
    );
  });

  test("two wishes one after the other take what one of both takes", () => {
    fc.assert(
      fc.property(someLots, wishes, fc.integer({ min: 1, max: 100 }), (lots, wish, quantity) => {
        const first = allocate(lots, wish);
        const taken = new Map(first.parts.map((part) => [part.lotId, part.quantity]));
        const rest = lots.map((lot) => ({ ...lot, left: lot.left - (taken.get(lot.id) ?? 0) }));
        const second = allocate(rest, { ...wish, quantity });
        expect(first.covered + second.covered).toBe(
          allocate(lots, { ...wish, quantity: wish.quantity + quantity }).covered,
        );
      }),
    );
  });

  test("the order: expiry, plan before bought, own before the team's, the oldest, the id; an overdraft last of all", () => {
    const lots: LotView[] = [
      aLot({ id: "overdraft", source: "overdraft", expiresAt: "2026-11-26T00:00:00.000Z" }),
      aLot({ id: "b" }),
      aLot({ id: "a" }),
      aLot({ id: "older", createdAt: "2026-10-01T00:00:00.000Z" }),
      aLot({ id: "team", owner: "team", createdAt: "2026-09-01T00:00:00.000Z" }),
      aLot({ id: "plan", source: "plan", owner: "team" }),
      aLot({ id: "soon", expiresAt: "2026-11-26T00:00:00.000Z", owner: "team" }),
    ];
    expect(inOrderOfUse(lots).map((lot) => lot.id)).toEqual(["soon", "plan", "older", "a", "b", "team", "overdraft"]);
  });

  test("bounds are half-open: valid from its start, not at its end", () => {
    const lot = aLot({ id: "x", startsAt: "2026-11-25T09:00:00.000Z", expiresAt: "2026-11-25T10:00:00.000Z" });
    const at = [AT - 1, AT, AT + 3_599_999, AT + 3_600_000];
    expect(at.map((one) => paysFor(lot, { unit: "room_minutes", quantity: 1, at: one }))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("pays for its own unit and currency alone", () => {
    const euros = aLot({ id: "x", unit: "money", currency: "EUR" });
    const wish = { unit: "money", quantity: 1, at: AT } as const;
    expect(paysFor(euros, { ...wish, currency: "EUR" })).toBe(true);
    expect(paysFor(euros, { ...wish, currency: "USD" })).toBe(false);
    expect(paysFor(euros, wish)).toBe(false);
    expect(paysFor(aLot({ id: "y" }), { unit: "day_passes", quantity: 1, at: AT })).toBe(false);
    expect(paysFor(aLot({ id: "y" }), { unit: "room_minutes", quantity: 1, at: AT, currency: null })).toBe(true);
  });

  test("what was carried over is as good as the plan's, and goes before what was bought", () => {
    const lots = [
      aLot({ id: "pack", source: "pack", createdAt: "2026-01-01T00:00:00.000Z" }),
      aLot({ id: "rollover", source: "rollover" }),
    ];
    expect(inOrderOfUse(lots).map((lot) => lot.id)).toEqual(["rollover", "pack"]);
  });

  test("a scope is for what it names, and every list that names something must fit", () => {
    const resource = { id: "r1", kind: "room", locationId: "l1" };
    expect(isInScope(ANYTHING, undefined)).toBe(true);
    expect(isInScope({ ...ANYTHING, resourceKinds: ["room"] }, undefined)).toBe(false);
    expect(isInScope({ ...ANYTHING, resourceIds: ["r1"] }, undefined)).toBe(false);
    expect(isInScope({ ...ANYTHING, locationIds: ["l1"] }, undefined)).toBe(false);
    expect(isInScope({ ...ANYTHING, locationIds: ["l1"], resourceKinds: ["room"] }, undefined)).toBe(false);
    expect(isInScope(ANYTHING, resource)).toBe(true);
    expect(isInScope({ ...ANYTHING, resourceKinds: ["room"] }, resource)).toBe(true);
    expect(isInScope({ ...ANYTHING, resourceKinds: ["booth", "room"] }, resource)).toBe(true);
    expect(isInScope({ ...ANYTHING, resourceKinds: ["booth"] }, resource)).toBe(false);
    expect(isInScope({ ...ANYTHING, resourceKinds: ["room"], locationIds: ["l2"] }, resource)).toBe(false);
    expect(isInScope({ ...ANYTHING, resourceIds: ["r2"] }, resource)).toBe(false);
  });
});

describe("periods", () => {
  test.each(["Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe", "America/Havana", "Pacific/Apia"])(
    "months of %s follow each other without a gap",
    (zone) => {
      fc.assert(
        fc.property(
          fc.integer({ min: parseInstant("2000-01-01T00:00:00Z"), max: parseInstant("2060-01-01T00:00:00Z") }),
          (at) => {
            const period = periodOf(at, zone);
            expect(period.start <= at && at < period.end).toBe(true);
            expect(periodOf(period.end, zone).start).toBe(period.end);
            expect(periodOf(period.end - 1, zone)).toEqual(period);
            expect(toLocal(period.start, zone).date.slice(0, 7)).toBe(periodName(period, zone));
          },
        ),
      );
    },
  );

  test("the last evening of the month is still this month, where the members are", () => {
    const now = fromLocal("2026-11-30", 23 * 60 + 59, "Asia/Kathmandu");
    expect(periodName(periodOf(now, "Asia/Kathmandu"), "Asia/Kathmandu")).toBe("2026-11");
    expect(isInLaterPeriod(now + 60_000, now, "Asia/Kathmandu")).toBe(true);
    expect(isInLaterPeriod(now + 59_999, now, "Asia/Kathmandu")).toBe(false);
  });
});

describe("what plans give", () => {
  const allowance = (quantity: number, more: Partial<PlanAllowance> = {}): PlanAllowance => ({
    unit: "room_minutes",
    currency: null,
    quantity,
    rolloverCap: 0,
    scope: ANYTHING,
    ...more,
  });
  const key = allowanceKey(allowance(1));

  test("the first time all of it, a larger plan the difference, a smaller one takes the difference back", () => {
    expect(planChanges([allowance(600)], new Map())).toMatchObject([{ change: 600 }]);
    expect(planChanges([allowance(600)], new Map([[key, 600]]))).toEqual([]);
    expect(planChanges([allowance(900)], new Map([[key, 600]]))).toMatchObject([{ change: 300 }]);
    expect(planChanges([allowance(200)], new Map([[key, 600]]))).toMatchObject([{ change: -400 }]);
    expect(planChanges([], new Map([[key, 600]]))).toMatchObject([{ change: -600, allowance: null }]);
  });

  test("another scope is another allowance, however its lists are sorted", () => {
    const [a, b] = [
      { ...ANYTHING, locationIds: ["1", "2"] },
      { ...ANYTHING, locationIds: ["2", "1"] },
    ];
    expect(allowanceKey(allowance(1, { scope: a }))).toBe(allowanceKey(allowance(2, { scope: b })));
    expect(allowanceKey(allowance(1, { scope: a }))).not.toBe(key);
    const joined = { ...ANYTHING, locationIds: ["12"] };
    expect(allowanceKey(allowance(1, { scope: a }))).not.toBe(allowanceKey(allowance(1, { scope: joined })));
    const euros = allowance(1, { unit: "money", currency: "EUR" });
    expect(allowanceKey(euros)).not.toBe(allowanceKey({ ...euros, currency: "USD" }));
  });

  test("rollover carries the oldest first, never more than the cap or than is left", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100)), fc.nat(300), (lefts, cap) => {
        const lots = lefts.map((left, i) => ({ id: String(i), left }));
        const parts = rolloverParts(lots, cap);
        expect(parts.every((part) => part.quantity > 0)).toBe(true);
        const total = parts.reduce((sum, part) => sum + part.quantity, 0);
        expect(total).toBe(
          Math.min(
            cap,
            lefts.reduce((sum, left) => sum + left, 0),
          ),
        );
      }),
    );
    expect(
      refundParts(
        [
          { lotId: "last", quantity: 20 },
          { lotId: "first", quantity: 40 },
        ],
        30,
      ),
    ).toEqual([
      { lotId: "last", quantity: 20 },
      { lotId: "first", quantity: 10 },
    ]);
  });
});
