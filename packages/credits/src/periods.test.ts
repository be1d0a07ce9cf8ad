import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { aPlan, createTestDatabase } from "@working-social/db/testing";
import { newId, parseInstant } from "@working-social/kernel";
import { expireCredits } from "./commands/expire-credits.ts";
import { openPeriod } from "./commands/open-period.ts";
import { refundCredits } from "./commands/refund-credits.ts";
import { scheduleConsumption } from "./commands/schedule-consumption.ts";
import { setPlanAllowances } from "./commands/set-plan-allowances.ts";
import { settleScheduled } from "./commands/settle-scheduled.ts";
import { loadWallet, planAllowances, wallet } from "./queries.ts";
import type { PlanAllowance } from "./schema.ts";
import { ANYTHING } from "./schema.ts";
import { explainBalance } from "./statements/queries.ts";
import type { Ledger } from "./testing/a-ledger.ts";
import { aLedger, aUsage } from "./testing/a-ledger.ts";

let database: TestDatabase;
let ledger: Ledger;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  ledger = await aLedger(database);
});

const minutes = (quantity: number, rolloverCap = 0): PlanAllowance => ({
  unit: "room_minutes",
  currency: null,
  quantity,
  rolloverCap,
  scope: ANYTHING,
});
async function planWith(...allowances: PlanAllowance[]): Promise<string> {
  const { id: planId } = await aPlan(database.owner, ledger.space.organizationId);
  await setPlanAllowances(ledger.space.as("owner"), { planId, allowances });
  return planId;
}
const subscribe = (planId: string | null) =>
  database.owner.query("UPDATE people SET plan_id = $1 WHERE id = $2", [planId, ledger.ana]);
const open = (again = false) =>
  ledger.inside((tx) => openPeriod(tx, ledger.system, { owner: { personId: ledger.ana }, again }));
const expire = () => ledger.inside((tx) => expireCredits(tx, ledger.system));
const walletOf = () => ledger.inside((tx) => loadWallet(tx, ledger.system, { personId: ledger.ana }));
const left = async () => (await walletOf()).balances.find((one) => one.unit === "room_minutes")?.balance ?? 0;

test("a plan gives its credits once a month, for usage in that month, by the clock where the space is", async () => {
  await subscribe(await planWith(minutes(600)));
  expect(await open()).toEqual({ isNew: true, granted: 600, rolledOver: 0, takenBack: 0 });
  expect(await open()).toMatchObject({ isNew: false, granted: 0 });
  // Kathmandu is 5:45 ahead: its December begins at 18:15 UTC.
  expect((await walletOf()).lots).toMatchObject([
    { source: "plan", label: "2026-11", startsAt: "2026-10-31T18:15:00.000Z", expiresAt: "2026-11-30T18:15:00.000Z" },
  ]);
  expect(await ledger.consume(ledger.ana, 10, { at: parseInstant("2026-12-05T00:00:00Z") })).toMatchObject({
    covered: 0,
  });
  ledger.space.clock.set("2026-11-30T18:14:59Z");
  expect((await open()).isNew).toBe(false);
  ledger.space.clock.set("2026-11-30T18:15:00Z");
  expect(await open()).toMatchObject({ isNew: true, granted: 600 });
  expect(await left()).toBe(600);
});

test("rollover carries what is left up to the cap, what was carried before included; the rest is lost", async () => {
  await subscribe(await planWith(minutes(600, 200)));
  await open();
  await ledger.consume(ledger.ana, 450);
  ledger.space.clock.set("2026-12-02T00:00:00Z");
  expect(await expire()).toMatchObject({ lots: 0 }); // it waits until the next period knows what rolls over
  expect(await open()).toMatchObject({ granted: 600, rolledOver: 150 });
  // It leaves the balance as it is, and the statement still says how much it was.
  const december = { unit: "room_minutes" as const, currency: null, from: "2026-12-01", to: "2026-12-31" };
  const { movements } = await explainBalance(ledger.space.as("owner"), { personId: ledger.ana, ...december });
  expect(movements).toMatchObject([
    { kind: "rollover", quantity: 0, carried: 150, balanceAfter: 150 },
    { kind: "grant", quantity: 600, carried: 0, balanceAfter: 750 },
  ]);
  await ledger.consume(ledger.ana, 100, { at: ledger.space.clock.now() });
  ledger.space.clock.set("2027-01-02T00:00:00Z");
  expect(await open()).toMatchObject({ granted: 600, rolledOver: 200 });
  expect(await left()).toBe(800);
  expect(await expire()).toMatchObject({ lots: 1 });
  expect(await expire()).toMatchObject({ lots: 0 });
});

test("a larger plan adds the difference, a smaller one takes back what is unspent, and to and fro is worth the larger once", async () => {
  const [small, large] = [await planWith(minutes(300)), await planWith(minutes(900))];
  await subscribe(small);
  await open();
  await subscribe(large);
  expect(await open()).toMatchObject({ isNew: true, granted: 600 });
  await ledger.consume(ledger.ana, 500);
  await subscribe(small);
  expect(await open()).toMatchObject({ granted: 0, takenBack: 400 });
  await subscribe(large);
  expect(await open()).toMatchObject({ granted: 400 });
  expect(await left()).toBe(400);
});

test("what a manager took back is not given again, and a plan's new allowance counts from the next month", async () => {
  const planId = await planWith(minutes(300));
  await subscribe(planId);
  await open();
  await setPlanAllowances(ledger.space.as("community_manager"), {
    planId,
    allowances: [minutes(500), { ...minutes(40), unit: "mono_pages" }],
  });
  expect((await open()).isNew).toBe(false);
  expect(await planAllowances(ledger.system, { planId })).toEqual([
    minutes(500),
    { ...minutes(40), unit: "mono_pages" },
  ]);
  expect(await open(true)).toMatchObject({ granted: 240 });
});

test("a booking next month takes that month's credits when it opens, by the plan that counts then; cancelled, it takes none", async () => {
  await subscribe(await planWith(minutes(60)));
  await open();
  const at = parseInstant("2026-12-10T09:00:00Z");
  const usage = aUsage(ledger.ana, 90, at);
  const other = aUsage(ledger.ana, 30, at + 1);
  const schedule = (input: typeof usage) =>
    ledger.inside((tx) =>
      scheduleConsumption(tx, ledger.system, { ...input, price: { amountMinor: 3600, currency: "USD" } }),
    );
  expect(await schedule(usage)).toEqual(await schedule(usage));
  await schedule(other);
  await ledger.inside((tx) =>
    refundCredits(tx, ledger.system, { cause: other.cause, quantity: "all", reason: "cancelled" }),
  );
  expect((await walletOf()).balances).toMatchObject([{ balance: 60, scheduled: 90 }]);
  const settle = () => ledger.inside((tx) => settleScheduled(tx, ledger.system, { personIds: [ledger.ana] }));
  expect(await settle()).toEqual([]);
  ledger.space.clock.set("2026-12-01T00:00:00Z");
  await open();
  expect(await settle()).toMatchObject([
    { cause: usage.cause, price: { amountMinor: 3600, currency: "USD" }, consumption: { covered: 60, missing: 30 } },
  ]);
  expect(await settle()).toEqual([]);
  await expect(schedule({ ...usage, quantity: 91 })).rejects.toMatchObject({
    refusal: { code: "idempotency_key_reused" },
  });
});

test("a team's plan gives to the team, and to its people through it", async () => {
  const planId = await planWith(minutes(120));
  await database.owner.query("UPDATE teams SET plan_id = $1 WHERE id = $2", [planId, ledger.team]);
  expect(await ledger.inside((tx) => openPeriod(tx, ledger.system, { owner: { teamId: ledger.team } }))).toMatchObject({
    granted: 120,
  });
  expect(await open()).toMatchObject({ isNew: false });
  expect((await walletOf()).balances).toMatchObject([{ own: 0, team: 120 }]);
});

test("allowances: who may, what is refused", async () => {
  const planId = await planWith();
  const set = (role: "member" | "front_desk" | "owner", allowances: PlanAllowance[]) =>
    setPlanAllowances(ledger.space.as(role), { planId, allowances });
  await expect(set("member", [])).rejects.toMatchObject({ kind: "forbidden" });
  await expect(set("front_desk", [])).rejects.toMatchObject({ kind: "forbidden" });
  await expect(set("owner", [minutes(1), minutes(2)])).rejects.toMatchObject({ refusal: { code: "allowance_twice" } });
  await expect(set("owner", [{ ...minutes(1), unit: "money" }])).rejects.toMatchObject({
    refusal: { code: "currency_mismatch" },
  });
  await expect(set("owner", [{ ...minutes(1), scope: { ...ANYTHING, locationIds: [newId()] } }])).rejects.toMatchObject(
    { refusal: { code: "not_found", what: "location" } },
  );
  const foreign = await aLedger(database);
  await expect(setPlanAllowances(foreign.space.as("owner"), { planId, allowances: [] })).rejects.toMatchObject({
    refusal: { code: "not_found", what: "plan" },
  });
  await expect(
    set("owner", [{ ...minutes(1), scope: { ...ANYTHING, locationIds: [foreign.locationId] } }]),
  ).rejects.toMatchObject({ refusal: { what: "location" } });
});

test("the wallet tells the whole of what the plan gave, also when all of it is used", async () => {
  await subscribe(await planWith(minutes(600)));
  await open();
  await ledger.consume(ledger.ana, 570);
  await ledger.consume(ledger.ana, 30, { at: parseInstant("2026-11-30T09:00:00Z") });
  const ana = database.context(
    ledger.space.organizationId,
    { kind: "person", personId: ledger.ana, role: "member" },
    ledger.space.clock,
  );
  expect(await wallet(ana, { personId: null })).toMatchObject({
    timeZone: "Asia/Kathmandu",
    lots: [],
    plan: [{ unit: "room_minutes", owner: "person", given: 600, ahead: 30, until: "2026-11-30T18:15:00.000Z" }],
  });
});
