import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { aPlan, createTestDatabase } from "@working-social/db/testing";
import { newId, parseInstant } from "@working-social/kernel";
import { expireCredits } from "./commands/expire-credits.ts";
import { holdCredits } from "./commands/hold-credits.ts";
import { openPeriod } from "./commands/open-period.ts";
import { refundCredits } from "./commands/refund-credits.ts";
import { scheduleConsumption } from "./commands/schedule-consumption.ts";
import { setPlanAllowances } from "./commands/set-plan-allowances.ts";
import { settleHold } from "./commands/settle-hold.ts";
import { settleScheduled } from "./commands/settle-scheduled.ts";
import { voidHold } from "./commands/void-hold.ts";
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
  expect(await planAllowances(ledger.space.as("community_manager"), { planId })).toEqual([
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

test("a hold that is open over the month's end keeps its credits out of what rolls over, and still pays with them", async () => {
  await subscribe(await planWith(minutes(600, 600)));
  await open();
  const held = () =>
    ledger.inside((tx) =>
      holdCredits(tx, ledger.system, {
        ...aUsage(ledger.ana, 100, ledger.space.clock.now()),
        expiresAt: parseInstant("2026-12-01T09:00:00Z"),
      }),
    );
  const [paying, freed] = [await held(), await held()];
  ledger.space.clock.set("2026-12-01T00:00:00Z");
  expect(await open()).toMatchObject({ granted: 600, rolledOver: 400 });
  expect(await left()).toBe(1000);
  const settled = await ledger.inside((tx) => settleHold(tx, ledger.system, { holdId: paying.id, quantity: 60 }));
  expect(settled).toMatchObject({ covered: 60, missing: 0, parts: [{ lotId: paying.parts[0]?.lotId, quantity: 60 }] });
  await ledger.inside((tx) => voidHold(tx, ledger.system, { holdId: freed.id }));
  // What comes free by now has ended with November: neither December's nor what was carried is any more for it.
  expect([await left(), await expire()]).toEqual([1000, { holds: 0, lots: 1 }]);
  expect(await left()).toBe(1000);
});

test("of lots with different caps, the newest one's holds for all that is carried", async () => {
  await subscribe(await planWith(minutes(300, 300)));
  await open();
  await subscribe(await planWith(minutes(500, 60)));
  expect(await open()).toMatchObject({ granted: 200 });
  ledger.space.clock.set("2026-12-02T00:00:00Z");
  expect(await open()).toMatchObject({ granted: 500, rolledOver: 60 });
  const carried = (await walletOf()).lots.filter(({ source }) => source === "rollover");
  expect(carried.map((lot) => lot.left)).toEqual([60]);
  ledger.space.clock.set("2027-01-02T00:00:00Z");
  expect(await open()).toMatchObject({ granted: 500, rolledOver: 60 });
});

test("and caps of different credits stay their own", async () => {
  const pages: PlanAllowance = { ...minutes(100, 30), unit: "mono_pages" };
  await subscribe(await planWith(minutes(300, 120), pages));
  await open();
  ledger.space.clock.set("2026-12-02T00:00:00Z");
  expect(await open()).toMatchObject({ granted: 400, rolledOver: 150 });
  const carried = (await walletOf()).lots.filter(({ source }) => source === "rollover");
  expect(carried.map(({ unit, left: rest }) => [unit, rest]).sort()).toEqual([
    ["mono_pages", 30],
    ["room_minutes", 120],
  ]);
});

test("a print of November that is told in December takes nothing of November's lot, swept up or not, nor of December's", async () => {
  const pages: PlanAllowance = { ...minutes(100), unit: "mono_pages" };
  await subscribe(await planWith(pages));
  await open();
  const november = ledger.space.clock.now();
  const late = (quantity: number) => ledger.consume(ledger.ana, quantity, { unit: "mono_pages", at: november });
  ledger.space.clock.set("2026-12-02T00:00:00Z");
  expect(await late(10)).toMatchObject({ covered: 0, missing: 10 });
  await open();
  expect(await late(10)).toMatchObject({ covered: 0, missing: 10 });
  expect((await expire()).lots).toBe(1);
  expect(await late(10)).toMatchObject({ covered: 0, missing: 10 });
  const welcome = await ledger.grant({ personId: ledger.ana }, 15, { unit: "mono_pages" });
  expect(await late(20)).toMatchObject({ covered: 15, missing: 5, parts: [{ lotId: welcome.lotId, quantity: 15 }] });
  const now = { unit: "mono_pages", at: ledger.space.clock.now() } as const;
  expect(await ledger.consume(ledger.ana, 20, now)).toMatchObject({ covered: 20 });
});
