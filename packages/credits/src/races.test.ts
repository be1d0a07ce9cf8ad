import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { aPlan, createTestDatabase } from "@working-social/db/testing";
import { formatInstant, newId } from "@working-social/kernel";
import { expireCredits } from "./commands/expire-credits.ts";
import { holdCredits } from "./commands/hold-credits.ts";
import { openPeriod } from "./commands/open-period.ts";
import { refundCredits } from "./commands/refund-credits.ts";
import { setPlanAllowances } from "./commands/set-plan-allowances.ts";
import { settleHold } from "./commands/settle-hold.ts";
import { voidHold } from "./commands/void-hold.ts";
import { lockWallet } from "./steps/owner.ts";
import { loadWallet } from "./queries.ts";
import { ANYTHING } from "./schema.ts";
import type { Ledger } from "./testing/a-ledger.ts";
import { aLedger, aUsage } from "./testing/a-ledger.ts";

let database: TestDatabase;
let ledger: Ledger;
beforeAll(async () => {
  database = await createTestDatabase({ maxConnections: 16 });
});
afterAll(() => database.close());
beforeEach(async () => {
  ledger = await aLedger(database);
});

const CLIENTS = 16;
const atOnce = <T>(work: (client: number) => Promise<T>) =>
  Promise.all(Array.from({ length: CLIENTS }, (_, client) => work(client)));
const left = async () => {
  const { balances } = await ledger.inside((tx) => loadWallet(tx, ledger.system, { personId: ledger.ana }));
  return balances.reduce((sum, one) => sum + one.balance, 0);
};
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

test("sixteen devices spend the last hour: once", async () => {
  await ledger.grant({ personId: ledger.ana }, 60);
  const covered = await atOnce(async () => (await ledger.consume(ledger.ana, 60)).covered);
  expect(covered.sort((a, b) => b - a)).toEqual([60, ...Array<number>(CLIENTS - 1).fill(0)]);
});

test("colleagues share what their team has, to the minute, over several lots", async () => {
  for (let i = 0; i < 5; i++) await ledger.grant({ teamId: ledger.team }, 20);
  const covered = await atOnce(
    async (client) => (await ledger.consume(client % 2 ? ledger.ana : ledger.ben, 7)).covered,
  );
  expect([sum(covered), await left()]).toEqual([100, 0]);
});

test("sixteen repetitions of one request are one request", async () => {
  await ledger.grant({ personId: ledger.ana }, 100);
  const usage = aUsage(ledger.ana, 10);
  const answers = await atOnce(() => ledger.consume(ledger.ana, 10, usage));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await left()).toBe(90);
});

test("sixteen cancellations refund once", async () => {
  await ledger.grant({ personId: ledger.ana }, 30);
  await ledger.grant({ teamId: ledger.team }, 30);
  const { cause, ...usage } = aUsage(ledger.ana, 50);
  await ledger.consume(ledger.ana, 50, { ...usage, cause });
  const refunds = await atOnce(() =>
    ledger.inside((tx) => refundCredits(tx, ledger.system, { cause, quantity: "all", reason: "cancelled" })),
  );
  expect([sum(refunds.flat().map((one) => one.quantity)), await left()]).toEqual([50, 60]);
});

test("parts that are refunded at once never come to more than was used", async () => {
  await ledger.grant({ personId: ledger.ana }, 60);
  const { cause, ...usage } = aUsage(ledger.ana, 60);
  await ledger.consume(ledger.ana, 60, { ...usage, cause });
  const refunds = await atOnce(() =>
    ledger.inside((tx) => refundCredits(tx, ledger.system, { cause, quantity: 7, reason: "shortened" })),
  );
  expect([sum(refunds.flat().map((one) => one.quantity)), await left()]).toEqual([60, 60]);
});

test("a hold is settled, voided and timed out at once: one of them wins, and nothing is lost", async () => {
  await ledger.grant({ personId: ledger.ana }, 60);
  const usage = aUsage(ledger.ana, 60);
  const { id } = await ledger.inside((tx) =>
    holdCredits(tx, ledger.system, { ...usage, expiresAt: usage.at + 60_000 }),
  );
  ledger.space.clock.advanceMinutes(2);
  const tries = await Promise.allSettled(
    Array.from({ length: CLIENTS }, (_, client) =>
      ledger.inside(async (tx): Promise<number> => {
        if (client % 3 === 0) return (await settleHold(tx, ledger.system, { holdId: id, quantity: 40 })).covered;
        if (client % 3 === 1) await voidHold(tx, ledger.system, { holdId: id });
        else await expireCredits(tx, ledger.system);
        return 0;
      }),
    ),
  );
  const settled = tries.some((one) => one.status === "fulfilled" && one.value === 40);
  expect(
    tries.filter((one) => one.status === "rejected").every((one) => one.reason.refusal?.code === "hold_over"),
  ).toBe(true);
  expect(await left()).toBe(settled ? 20 : 60);
});

test("sixteen jobs open a period once", async () => {
  const { id: planId } = await aPlan(database.owner, ledger.space.organizationId);
  await database.owner.query("UPDATE people SET plan_id = $1 WHERE id = $2", [planId, ledger.ana]);
  await setPlanAllowances(ledger.space.as("owner"), {
    planId,
    allowances: [{ unit: "room_minutes", currency: null, quantity: 600, rolloverCap: 0, scope: ANYTHING }],
  });
  const opened = await atOnce(() =>
    ledger.inside((tx) => openPeriod(tx, ledger.system, { owner: { personId: ledger.ana } })),
  );
  expect([opened.filter((one) => one.isNew).length, sum(opened.map((one) => one.granted)), await left()]).toEqual([
    1, 600, 600,
  ]);
});

test("a grant and its repetitions make one lot", async () => {
  const idempotencyKey = newId();
  const cause = { type: "by_hand" as const, id: ledger.ana, label: "Sorry" };
  const grants = await atOnce(() => ledger.grant({ personId: ledger.ana }, 60, { idempotencyKey, cause }));
  expect([new Set(grants.map((grant) => grant.lotId)).size, await left()]).toEqual([1, 60]);
});

test("who waits for credits has taken them when the turn came, not when the wait began", async () => {
  await ledger.grant({ personId: ledger.ana }, 60);
  const { clock } = ledger.space;
  const asked = clock.now();
  let waiting: Promise<string | null> | undefined;
  await ledger.inside(async (tx) => {
    await lockWallet(tx, ledger.system, ledger.ana);
    waiting = ledger.consume(ledger.ana, 30).then(({ transferId }) => transferId);
    const isWaiting = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'";
    await vi.waitFor(async () => expect((await database.owner.query(isWaiting)).rowCount).toBe(1), 5_000);
    clock.set(formatInstant(asked + 7 * 60_000));
  });
  const { rows } = await database.owner.query("SELECT posted_at FROM credit_transfers WHERE id = $1", [await waiting]);
  expect(rows).toEqual([{ posted_at: new Date(asked + 7 * 60_000) }]);
});
