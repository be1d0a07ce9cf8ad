import { formatInstant, parseInstant } from "@working-social/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CancellationPolicyView } from "../cancellation/schema.ts";
import { aResource, aSituation } from "./builders.ts";
import { cancellationFee, cancellationTermsFor } from "./cancellation.ts";

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
  expect(named(house, policy("8", { resourceId: "room-2" }))).toBe("1-house");
  expect(named(elsewhere)).toBe(null);
  expect(cancellationTermsFor(aSituation({ policies: [house] }), aResource()).tiers).toEqual(terms.tiers);
});
