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
import { setOverdraft } from "./set-overdraft.ts";
import { clawBackCredits } from "./claw-back-credits.ts";

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

describe("overdrafts", () => {
  const allow = (limit: number) =>
    setOverdraft(ledger.space.as("owner"), {
      owner: { teamId: ledger.team },
      unit: "mono_pages",
      currency: null,
      limit,
      reason: "A good customer",
    });
  const print = (quantity: number, mayOverdraw = true) =>
    ledger.consume(ledger.ana, quantity, { unit: "mono_pages", mayOverdraw });

  test("are used last, to their limit, only when the usage may; what comes later repays them first", async () => {
    await ledger.grant({ personId: ledger.ana }, 10, { unit: "mono_pages" });
    await allow(50);
    expect(await print(30, false)).toMatchObject({ covered: 10, missing: 20 });
    expect(await print(70)).toMatchObject({ covered: 50, missing: 20 });
    expect(await left(ledger.ana, "mono_pages")).toBe(-50);
    expect(await ledger.grant({ teamId: ledger.team }, 80, { unit: "mono_pages" })).toMatchObject({ repaid: 50 });
    expect(await left(ledger.ana, "mono_pages")).toBe(30);
  });

  test("a limit can't be set below what is owed", async () => {
    await allow(50);
    await print(40);
    await expect(allow(39)).rejects.toMatchObject({ refusal: { code: "overdraft_in_use", owed: 40 } });
    await allow(40);
    expect(await print(1)).toMatchObject({ covered: 0 });
  });

  test("a refund of what was repaid meanwhile can be spent by anybody", async () => {
    await allow(50);
    const usage = { ...aUsage(ledger.ana, 40), unit: "mono_pages" as const, mayOverdraw: true };
    await ledger.consume(ledger.ana, 40, usage);
    await ledger.grant({ teamId: ledger.team }, 40, { unit: "mono_pages" });
    await refund(usage.cause.id, "all");
    expect(await left(ledger.ana, "mono_pages")).toBe(40);
    expect(await print(45, false)).toMatchObject({ covered: 40 });
  });
});

test("taking back takes what nobody has used or holds, and no more", async () => {
  await ledger.grant({ personId: ledger.ana }, 100);
  await hold(30);
  await ledger.consume(ledger.ana, 20);
  const cause = { type: "by_hand" as const, id: ledger.ana, label: "A mistake" };
  const taken = await ledger.inside((tx) =>
    clawBackCredits(tx, ledger.system, {
      owner: { personId: ledger.ana },
      unit: "room_minutes",
      quantity: 100,
      cause,
      reason: "A mistake",
      idempotencyKey: newId(),
    }),
  );
  expect(taken).toMatchObject({ covered: 50, missing: 50 });
});

test("what is over goes to breakage, held credits when their hold ends", async () => {
  await ledger.grant({ personId: ledger.ana }, 100, { expiresAt: parseInstant("2026-11-25T09:05:00Z") });
  await hold(30, { at: parseInstant("2026-11-25T09:00:00Z") });
  ledger.space.clock.advanceMinutes(6);
  expect(await expire()).toEqual({ holds: 0, lots: 1 });
  ledger.space.clock.advanceMinutes(6);
  expect(await expire()).toEqual({ holds: 1, lots: 1 });
  const { rows } = await database.owner.query(
    "SELECT sum(quantity)::int AS broken FROM credit_entries WHERE account = 'breakage' AND organization_id = $1",
    [ledger.space.organizationId],
  );
  expect(rows).toEqual([{ broken: 100 }]);
});
