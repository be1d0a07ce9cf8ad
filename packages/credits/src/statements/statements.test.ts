import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "@working-social/db";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { newId, parseInstant } from "@working-social/kernel";
import { refundCredits } from "../commands/refund-credits.ts";
import { setOverdraft } from "../commands/set-overdraft.ts";
import { revokeCredits } from "../commands/revoke-credits.ts";
import { explainBalance } from "./queries.ts";
import { wallet } from "../queries.ts";
import type { RevokeCreditsInput } from "../schema.ts";
import type { Ledger } from "../testing/a-ledger.ts";
import { aLedger, aUsage } from "../testing/a-ledger.ts";

let database: TestDatabase;
let ledger: Ledger;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  ledger = await aLedger(database);
});

const asPerson = (personId: string, role: "member" | "team_admin" = "member"): Context =>
  database.context(ledger.space.organizationId, { kind: "person", personId, role }, ledger.space.clock);
const november = (personId: string | null) => ({
  personId,
  unit: "room_minutes" as const,
  currency: null,
  from: "2026-11-25",
  to: "2026-11-30",
});

test("opening, each movement with its cause, closing, and what expires next", async () => {
  await ledger.grant({ personId: ledger.ana }, 60, { expiresAt: parseInstant("2026-12-31T00:00:00Z"), label: "Sorry" });
  ledger.space.clock.set("2026-11-26T09:00:00Z");
  const usage = aUsage(ledger.ana, 90);
  await ledger.grant({ teamId: ledger.team }, 100);
  await ledger.consume(ledger.ana, 90, usage);
  await ledger.inside((tx) =>
    refundCredits(tx, ledger.system, { cause: usage.cause, quantity: 40, reason: "shortened" }),
  );
  const explained = await explainBalance(asPerson(ledger.ana), { ...november(null), from: "2026-11-26" });
  expect(explained).toMatchObject({
    opening: 60,
    closing: 110,
    movements: [
      { kind: "grant", quantity: 100, own: 0, team: 100, balanceAfter: 160 },
      { kind: "consume", quantity: -90, own: -60, team: -30, cause: usage.cause, balanceAfter: 70 },
      { kind: "refund", quantity: 40, own: 10, team: 30, cause: usage.cause, reason: "shortened", balanceAfter: 110 },
    ],
    expiresNext: [{ at: "2026-12-31T00:00:00.000Z", quantity: 10, label: "Sorry" }],
  });
  expect((await wallet(asPerson(ledger.ana), { personId: null })).balances).toMatchObject([
    { balance: explained.closing },
  ]);
});

test("members see what their team's credits did, not what a colleague did; team admins and staff do", async () => {
  await ledger.grant({ teamId: ledger.team }, 100);
  const usage = aUsage(ledger.ben, 30);
  await ledger.consume(ledger.ben, 30, usage);
  const causes = async (ctx: Context) =>
    (await explainBalance(ctx, november(ledger.ana))).movements.map((one) => one.cause?.id);
  const grantId = (await causes(ledger.space.as("front_desk")))[0];
  expect(await causes(asPerson(ledger.ana))).toEqual([grantId, undefined]);
  expect(await causes(asPerson(ledger.ana, "team_admin"))).toEqual([grantId, usage.cause.id]);
  expect(await causes(ledger.space.as("front_desk"))).toEqual([grantId, usage.cause.id]);
});

test("others' wallets and balances are staff's to see, and nobody's of another organization", async () => {
  const forbidden = { kind: "forbidden" };
  await expect(wallet(asPerson(ledger.ben), { personId: ledger.ana })).rejects.toMatchObject(forbidden);
  await expect(explainBalance(asPerson(ledger.ben), november(ledger.ana))).rejects.toMatchObject(forbidden);
  await expect(wallet(ledger.space.as("billing_manager"), { personId: ledger.ana })).rejects.toMatchObject(forbidden);
  const foreign = await aLedger(database);
  await expect(wallet(ledger.space.as("owner"), { personId: foreign.ana })).rejects.toMatchObject({
    refusal: { code: "not_found", what: "person" },
  });
  await expect(wallet(ledger.system, { personId: null })).rejects.toMatchObject({ refusal: { code: "not_allowed" } });
});

test("a range that ends before it starts or spans many years is refused", async () => {
  const explain = (from: string, to: string) => explainBalance(asPerson(ledger.ana), { ...november(null), from, to });
  await expect(explain("2026-11-30", "2026-11-29")).rejects.toMatchObject({ refusal: { code: "bad_range" } });
  await expect(explain("2020-01-01", "2026-01-01")).rejects.toMatchObject({ refusal: { code: "bad_range" } });
  expect(await explain("2026-11-30", "2026-11-30")).toMatchObject({ opening: 0, movements: [], closing: 0 });
});

test("a manager takes back with a reason; once for a key; others may not", async () => {
  await ledger.grant({ personId: ledger.ana }, 60);
  const input: RevokeCreditsInput = {
    owner: { personId: ledger.ana },
    lotId: null,
    unit: "room_minutes",
    currency: null,
    quantity: 100,
    reason: "A mistake",
    idempotencyKey: newId(),
  };
  const manager = ledger.space.as("community_manager");
  expect(await revokeCredits(manager, input)).toEqual(await revokeCredits(manager, input));
  expect(await explainBalance(ledger.space.as("owner"), november(ledger.ana))).toMatchObject({
    closing: 0,
    movements: [{}, { kind: "take_back", quantity: -60, reason: "A mistake" }],
  });
  await expect(revokeCredits(asPerson(ledger.ana), input)).rejects.toMatchObject({ kind: "forbidden" });
  const foreign = await aLedger(database);
  await expect(revokeCredits(foreign.space.as("owner"), input)).rejects.toMatchObject({
    refusal: { code: "not_found" },
  });
  const limit = {
    owner: { personId: ledger.ana },
    unit: "room_minutes" as const,
    currency: null,
    limit: 10,
    reason: "x",
  };
  await expect(setOverdraft(ledger.space.as("member"), limit)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(setOverdraft(foreign.space.as("owner"), limit)).rejects.toMatchObject({
    refusal: { code: "not_found" },
  });
});
