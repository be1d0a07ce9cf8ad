import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { newId, parseInstant } from "@working-social/kernel";
import { loadWallet } from "../queries.ts";
import type { CreditUnit } from "../schema.ts";
import type { Ledger } from "../testing/a-ledger.ts";
import { aLedger, aUsage } from "../testing/a-ledger.ts";
import { expireCredits } from "./expire-credits.ts";
import { holdCredits } from "./hold-credits.ts";
import { refundCredits } from "./refund-credits.ts";
import { settleHold } from "./settle-hold.ts";
import { voidHold } from "./void-hold.ts";

let database: TestDatabase;
let ledger: Ledger;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  ledger = await aLedger(database);
});

const left = async (personId = ledger.ana, unit: CreditUnit = "room_minutes") => {
  const { balances } = await ledger.inside((tx) => loadWallet(tx, ledger.system, { personId, units: [unit] }));
  return balances[0]?.balance ?? 0;
};
const hold = (quantity: number, more = {}) => {
  const usage = aUsage(ledger.ana, quantity);
  return ledger.inside((tx) => holdCredits(tx, ledger.system, { ...usage, expiresAt: usage.at + 600_000, ...more }));
};
const settle = (holdId: string, quantity: number) =>
  ledger.inside((tx) => settleHold(tx, ledger.system, { holdId, quantity }));
const refund = (id: string, quantity: number | "all", more = {}) =>
  ledger.inside((tx) =>
    refundCredits(tx, ledger.system, {
      cause: { type: "booking" as const, id },
      quantity,
      reason: "cancelled",
      ...more,
    }),
  );
const expire = () => ledger.inside((tx) => expireCredits(tx, ledger.system));

describe("consuming", () => {
  test("takes the earliest expiry first, own before the team's, and tells what is missing", async () => {
    const { ana, team } = ledger;
    const shared = await ledger.grant({ teamId: team }, 60);
    const own = await ledger.grant({ personId: ana }, 30);
    const soon = await ledger.grant({ teamId: team }, 20, { expiresAt: parseInstant("2026-12-01T00:00:00Z") });
    expect(await ledger.consume(ana, 150)).toMatchObject({
      requested: 150,
      covered: 110,
      missing: 40,
      parts: [
        { lotId: soon.lotId, quantity: 20 },
        { lotId: own.lotId, quantity: 30 },
        { lotId: shared.lotId, quantity: 60 },
      ],
    });
    expect(await left()).toBe(0);
  });

  test("the same key again takes nothing more and answers the same; about something else it is refused", async () => {
    await ledger.grant({ personId: ledger.ana }, 100);
    const usage = aUsage(ledger.ana, 30);
    const first = await ledger.consume(ledger.ana, 30, usage);
    expect(await ledger.consume(ledger.ana, 30, usage)).toEqual(first);
    expect(await left()).toBe(70);
    await expect(ledger.consume(ledger.ana, 31, { ...usage, quantity: 31 })).rejects.toMatchObject({
      refusal: { code: "idempotency_key_reused" },
    });
  });

  test.each([0, -1, -60, 0.5, Number.NaN, Infinity, 1e13, Number.MAX_SAFE_INTEGER])(
    "a quantity of %s is refused",
    async (quantity) => {
      await ledger.grant({ personId: ledger.ana }, 100);
      await expect(ledger.consume(ledger.ana, quantity)).rejects.toMatchObject({
        kind: "bad_input",
        refusal: { code: "bad_quantity" },
      });
      await expect(ledger.grant({ personId: ledger.ana }, quantity)).rejects.toMatchObject({
        refusal: { code: "bad_quantity" },
      });
      await expect(hold(quantity)).rejects.toMatchObject({ refusal: { code: "bad_quantity" } });
      expect(await left()).toBe(100);
    },
  );

  test("an unknown unit, money without a currency, and minutes with one are refused", async () => {
    const unit = "hugs" as CreditUnit;
    await expect(ledger.consume(ledger.ana, 1, { unit })).rejects.toMatchObject({
      refusal: { code: "unknown_unit", unit: "hugs" },
    });
    await expect(ledger.consume(ledger.ana, 1, { unit: "money" })).rejects.toMatchObject({
      refusal: { code: "currency_mismatch" },
    });
    await expect(ledger.consume(ledger.ana, 1, { currency: "USD" })).rejects.toMatchObject({
      refusal: { code: "currency_mismatch" },
    });
  });

  test("money of one currency pays for nothing in another", async () => {
    await ledger.grant({ personId: ledger.ana }, 500, { unit: "money", currency: "EUR" });
    expect(await ledger.consume(ledger.ana, 100, { unit: "money", currency: "USD" })).toMatchObject({ covered: 0 });
    expect(await ledger.consume(ledger.ana, 100, { unit: "money", currency: "EUR" })).toMatchObject({ covered: 100 });
  });

  test("another organization's credits and people are not there", async () => {
    const foreign = await aLedger(database);
    await foreign.grant({ personId: foreign.ana }, 100);
    await expect(ledger.grant({ personId: foreign.ana }, 10)).rejects.toMatchObject({
      refusal: { code: "not_found", what: "person" },
    });
    await expect(ledger.grant({ teamId: foreign.team }, 10)).rejects.toMatchObject({
      refusal: { code: "not_found", what: "team" },
    });
    await expect(ledger.consume(foreign.ana, 10)).rejects.toThrow(/foreign key/);
    expect(await foreign.consume(foreign.ana, 100)).toMatchObject({ covered: 100 });
  });
});

describe("holds", () => {
  test("less is used than held: the rest is free at once", async () => {
    await ledger.grant({ personId: ledger.ana }, 100);
    const { id, covered } = await hold(80);
    expect([covered, await left()]).toEqual([80, 20]);
    expect(await settle(id, 50)).toMatchObject({ covered: 50, missing: 0 });
    expect(await left()).toBe(50);
  });

  test("more is used than held: the rest comes from what is there", async () => {
    await ledger.grant({ personId: ledger.ana }, 100);
    const { id } = await hold(30);
    expect(await settle(id, 120)).toMatchObject({ covered: 100, missing: 20, parts: [{ quantity: 100 }] });
    expect(await left()).toBe(0);
  });

  test("settling twice posts once; another quantity is refused; a voided one can't be settled", async () => {
    await ledger.grant({ personId: ledger.ana }, 100);
    const { id } = await hold(30);
    const first = await settle(id, 30);
    expect(await settle(id, 30)).toEqual(first);
    await expect(settle(id, 20)).rejects.toMatchObject({ refusal: { code: "idempotency_key_reused" } });
    const other = await hold(30);
    await ledger.inside((tx) => voidHold(tx, ledger.system, { holdId: other.id }));
    await ledger.inside((tx) => voidHold(tx, ledger.system, { holdId: other.id }));
    await expect(settle(other.id, 30)).rejects.toMatchObject({ refusal: { code: "hold_over", outcome: "voided" } });
    await expect(ledger.inside((tx) => voidHold(tx, ledger.system, { holdId: id }))).rejects.toMatchObject({
      refusal: { code: "hold_over" },
    });
    expect(await left()).toBe(70);
  });

  test("settled for nothing, all is free", async () => {
    await ledger.grant({ personId: ledger.ana }, 100);
    const { id } = await hold(30);
    expect(await settle(id, 0)).toEqual({ transferId: null, requested: 0, covered: 0, missing: 0, parts: [] });
    expect(await settle(id, 0)).toMatchObject({ covered: 0 });
    await expect(settle(id, 1)).rejects.toMatchObject({ refusal: { code: "hold_over" } });
    expect(await left()).toBe(100);
  });

  test("a hold times out by itself: its credits can be spent, and it can still be settled from what is there", async () => {
    await ledger.grant({ personId: ledger.ana }, 100);
    const { id } = await hold(80);
    ledger.space.clock.advanceMinutes(11);
    expect(await left()).toBe(100);
    expect(await ledger.consume(ledger.ana, 90)).toMatchObject({ covered: 90 });
    expect(await settle(id, 30)).toMatchObject({ covered: 10, missing: 20 });
    expect(await settle(id, 30)).toMatchObject({ covered: 10, missing: 20 });
  });

  test("the same key again is the same hold", async () => {
    await ledger.grant({ personId: ledger.ana }, 100);
    const usage = aUsage(ledger.ana, 40);
    expect(await hold(40, usage)).toEqual(await hold(40, usage));
    expect(await left()).toBe(60);
    await expect(hold(50, { ...usage, quantity: 50 })).rejects.toMatchObject({
      refusal: { code: "idempotency_key_reused" },
    });
  });

  test("a foreign or unknown hold is not there", async () => {
    const foreign = await aLedger(database);
    const { id } = await hold(1);
    await expect(
      foreign.inside((tx) => settleHold(tx, foreign.system, { holdId: id, quantity: 1 })),
    ).rejects.toMatchObject({ refusal: { code: "not_found" } });
    await expect(settle(newId(), 1)).rejects.toMatchObject({ refusal: { code: "not_found", what: "hold" } });
  });
});

describe("refunds", () => {
  test("go back to the lots they came from, the last taken first, and never twice", async () => {
    const soon = await ledger.grant({ personId: ledger.ana }, 40, { expiresAt: parseInstant("2026-12-01T00:00:00Z") });
    const late = await ledger.grant({ personId: ledger.ana }, 40);
    const usage = aUsage(ledger.ana, 60);
    await ledger.consume(ledger.ana, 60, usage);
    expect(await refund(usage.cause.id, 30)).toMatchObject([
      {
        quantity: 30,
        parts: [
          { lotId: late.lotId, quantity: 20 },
          { lotId: soon.lotId, quantity: 10 },
        ],
      },
    ]);
    expect(await refund(usage.cause.id, "all")).toMatchObject([
      { quantity: 30, parts: [{ lotId: soon.lotId, quantity: 30 }] },
    ]);
    expect(await refund(usage.cause.id, "all")).toEqual([]);
    expect(await refund(usage.cause.id, 10)).toMatchObject([{ quantity: 0 }]);
    expect(await left()).toBe(80);
  });

  test("a part with the same key is given back once", async () => {
    await ledger.grant({ personId: ledger.ana }, 60);
    const usage = aUsage(ledger.ana, 60);
    await ledger.consume(ledger.ana, 60, usage);
    const idempotencyKey = newId();
    expect(await refund(usage.cause.id, 20, { idempotencyKey })).toEqual(
      await refund(usage.cause.id, 20, { idempotencyKey }),
    );
    expect(await left()).toBe(20);
  });

  test("of several units all come back at once, and a part needs its unit", async () => {
    const usage = aUsage(ledger.ana, 10);
    for (const unit of ["mono_pages", "colour_pages"] as const) {
      await ledger.grant({ personId: ledger.ana }, 10, { unit });
      await ledger.consume(ledger.ana, 10, { ...usage, unit, idempotencyKey: newId() });
    }
    await expect(refund(usage.cause.id, 5)).rejects.toMatchObject({ refusal: { code: "unit_needed" } });
    expect(await refund(usage.cause.id, 5, { unit: "mono_pages" })).toMatchObject([
      { unit: "mono_pages", quantity: 5 },
    ]);
    expect(await refund(usage.cause.id, "all")).toHaveLength(2);
    expect([await left(ledger.ana, "mono_pages"), await left(ledger.ana, "colour_pages")]).toEqual([10, 10]);
  });

  test("a lot that is over gets its own back, and loses it to breakage", async () => {
    await ledger.grant({ personId: ledger.ana }, 60, { expiresAt: parseInstant("2026-12-01T00:00:00Z") });
    const usage = aUsage(ledger.ana, 60);
    await ledger.consume(ledger.ana, 60, usage);
    ledger.space.clock.set("2026-12-02T00:00:00Z");
    await refund(usage.cause.id, "all");
    expect(await left()).toBe(0);
    expect(await expire()).toEqual({ holds: 0, lots: 1 });
    expect(await expire()).toEqual({ holds: 0, lots: 0 });
  });
});
