import { formatInstant, parseInstant } from "@working-social/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CancellationPolicyView } from "../cancellation/schema.ts";
import { aResource, aSituation } from "./builders.ts";
import { ALWAYS_HOURS, cancellationFee, cancellationTermsFor, keptCredits, owedTerms } from "./cancellation.ts";

const STARTS_AT = parseInstant("2026-11-26T12:00:00Z");
const terms = {
  policyName: "Standard",
  tiers: [
    { hoursBefore: 48, feePercent: 25 },
    { hoursBefore: 24, feePercent: 50 },
    { hoursBefore: 2, feePercent: 100 },
  ],
};

describe("the fee rises at exactly its hours before the start", () => {
  test.each([
    ["2026-11-24T11:59:59Z", 0, 0, "2026-11-24T12:00:00.000Z"],
    ["2026-11-24T12:00:00Z", 25, 251, null],
    ["2026-11-25T11:59:59Z", 25, 251, null],
    ["2026-11-25T12:00:00Z", 50, 503, null],
    ["2026-11-26T09:59:59Z", 50, 503, null],
    ["2026-11-26T10:00:00Z", 100, 1005, null],
    ["2026-11-27T12:00:00Z", 100, 1005, null],
  ])("at %s: %i %%", (now, feePercent, feeMinor, freeUntil) => {
    const fee = cancellationFee(terms, 1005, STARTS_AT, parseInstant(now));
    expect({ ...fee, freeUntil: fee.freeUntil === null ? null : formatInstant(fee.freeUntil) }).toEqual({
      feeMinor,
      feePercent,
      freeUntil,
    });
  });
});

test("no policy: free until the start", () => {
  const none = { policyName: null, tiers: [] };
  expect(cancellationFee(none, 1000, STARTS_AT, STARTS_AT - 1)).toEqual({
    feeMinor: 0,
    feePercent: 0,
    freeUntil: STARTS_AT,
  });
  expect(cancellationFee(none, 1000, STARTS_AT, STARTS_AT)).toEqual({ feeMinor: 0, feePercent: 0, freeUntil: null });
});

test("a first tier without a fee is part of the free time", () => {
  const tiers = [
    { hoursBefore: 72, feePercent: 0 },
    { hoursBefore: 24, feePercent: 50 },
  ];
  expect(cancellationFee({ policyName: "x", tiers }, 1000, STARTS_AT, STARTS_AT - 48 * 3_600_000).freeUntil).toBe(
    STARTS_AT - 24 * 3_600_000,
  );
});

test("the fee never falls as the start comes nearer, and never exceeds the price", () => {
  const tiers = fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 6 }).chain((hours) =>
    fc.array(fc.integer({ min: 0, max: 100 }), { minLength: hours.length, maxLength: hours.length }).map((percents) => {
      const rising = percents.toSorted((a, b) => a - b);
      return hours.toSorted((a, b) => b - a).map((hoursBefore, i) => ({ hoursBefore, feePercent: rising[i] ?? 0 }));
    }),
  );
  fc.assert(
    fc.property(
      tiers,
      fc.nat(10_000_000),
      fc.integer({ min: -300, max: 20 }),
      fc.integer({ min: 0, max: 50 }),
      (list, total, hours, later) => {
        const at = (after: number) =>
          cancellationFee({ policyName: "x", tiers: list }, total, STARTS_AT, STARTS_AT + after * 3_600_000);
        expect(at(hours + later).feeMinor).toBeGreaterThanOrEqual(at(hours).feeMinor);
        expect(at(hours).feeMinor).toBeLessThanOrEqual(total);
        const { freeUntil, feePercent } = at(hours);
        expect(freeUntil === null || feePercent === 0).toBe(true);
      },
    ),
  );
});

const named = (...policies: CancellationPolicyView[]) =>
  cancellationTermsFor(aSituation({ policies }), aResource()).policyName;

test("the narrowest policy counts, the one made last at a tie, its tiers in order", () => {
  const policy = (id: string, over: Partial<CancellationPolicyView>): CancellationPolicyView => ({
    id,
    name: id,
    locationId: "north",
    resourceKind: null,
    resourceId: null,
    tiers: terms.tiers.toReversed(),
    ...over,
  });
  const house = policy("1-house", {});
  const rooms = policy("2-rooms", { resourceKind: "room" });
  const newer = policy("3-rooms", { resourceKind: "room" });
  const own = policy("0-own", { resourceId: "room-1" });
  const elsewhere = policy("9-south", { locationId: "south", resourceKind: "room" });
  expect(named(house, rooms, newer, own, elsewhere)).toBe("0-own");
  expect(named(newer, house, rooms, elsewhere)).toBe("3-rooms");
  expect([named(rooms, newer), named(newer, rooms)]).toEqual(["3-rooms", "3-rooms"]);
  expect(named(house, policy("8", { resourceId: "room-2" }))).toBe("1-house");
  expect(named(elsewhere)).toBe(null);
  expect(cancellationTermsFor(aSituation({ policies: [house] }), aResource()).tiers).toEqual(terms.tiers);
});

describe("of credits", () => {
  const HOUR_MS = 3_600_000;
  const unit = "room_minutes" as const;
  const always = { hoursBefore: ALWAYS_HOURS, feePercent: 50 };
  const kept = (
    over: Partial<Parameters<typeof keptCredits>[0]>,
    paid: Parameters<typeof keptCredits>[1],
    hours = 25,
  ) => keptCredits({ ...terms, tiers: terms.tiers.slice(1), ...over }, paid, STARTS_AT, STARTS_AT - hours * HOUR_MS);

  test("the same share stays used as of the money, rounded down, of each unit", () => {
    const paid = [
      { unit, quantity: 61 },
      { unit: "day_passes" as const, quantity: 3 },
    ];
    expect(kept({}, paid, 24)).toEqual([
      { unit, used: 61, kept: 30 },
      { unit: "day_passes", used: 3, kept: 1 },
    ]);
    expect(kept({}, paid, 2).map((one) => one.kept)).toEqual([61, 3]);
    expect(kept({}, paid).map((one) => one.kept)).toEqual([0, 0]);
  });

  test("no less than a change has left owed of the unit, and no more than is used", () => {
    const owedCredits = [
      { unit: "day_passes" as const, quantity: 2 },
      { unit, quantity: 40 },
    ];
    expect(kept({ owedCredits }, [{ unit, quantity: 60 }])).toEqual([{ unit, used: 60, kept: 40 }]);
    expect(kept({ owedCredits }, [{ unit, quantity: 20 }])).toEqual([{ unit, used: 20, kept: 20 }]);
    expect(kept({ owedCredits }, [{ unit, quantity: 100 }], 24)).toEqual([{ unit, used: 100, kept: 50 }]);
  });

  test("what came late, in the place of owed money, has the share that is always owed beside that", () => {
    const tiers = [always, ...terms.tiers.slice(1)];
    expect(kept({ tiers }, [{ unit, quantity: 60 }])).toEqual([{ unit, used: 60, kept: 0 }]);
    expect(kept({ tiers }, [{ unit, quantity: 60, late: 21 }])).toEqual([{ unit, used: 60, kept: 10 }]);
    const owedCredits = [{ unit, quantity: 7 }];
    expect(kept({ tiers, owedCredits }, [{ unit, quantity: 60, late: 21 }])).toEqual([{ unit, used: 60, kept: 17 }]);
    expect(kept({ tiers, owedCredits }, [{ unit, quantity: 15, late: 15 }])).toEqual([{ unit, used: 15, kept: 14 }]);
  });

  test("of which no more is owed than always is, though cancelling costs more by now", () => {
    const tiers = [{ ...always, feePercent: 10 }, ...terms.tiers.slice(1)];
    const owedCredits = [{ unit, quantity: 25 }];
    const paid = [{ unit, quantity: 60, late: 20 }];
    expect(kept({ tiers, owedCredits }, paid, 24)).toEqual([{ unit, used: 60, kept: 30 }]);
    expect(kept({ tiers, owedCredits }, paid, 25)).toEqual([{ unit, used: 60, kept: 27 }]);
  });

  test("who owes any can't cancel for free", () => {
    const freeUntil = (owedCredits?: { unit: typeof unit; quantity: number }[]) =>
      cancellationFee({ ...terms, ...(owedCredits && { owedCredits }) }, 1000, STARTS_AT, STARTS_AT - 100 * HOUR_MS)
        .freeUntil;
    expect(freeUntil()).toBe(STARTS_AT - 48 * HOUR_MS);
    expect(freeUntil([{ unit, quantity: 0 }])).toBe(STARTS_AT - 48 * HOUR_MS);
    expect(freeUntil([{ unit, quantity: 1 }])).toBe(null);
  });

  test("while it waits for approval, only what a change has left owed counts: a tier from before any booking can be made", () => {
    expect(ALWAYS_HOURS).toBe(731 * 24);
    const owed = { ...terms, tiers: [always, { hoursBefore: ALWAYS_HOURS - 1, feePercent: 1 }, ...terms.tiers] };
    expect(owedTerms(owed)).toEqual({ policyName: "Standard", tiers: [always] });
  });
});
