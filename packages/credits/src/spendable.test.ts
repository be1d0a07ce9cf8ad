import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { timestamp } from "@working-social/db";
import type { TestDatabase } from "@working-social/db/testing";
import { aPlan, createTestDatabase } from "@working-social/db/testing";
import { parseInstant } from "@working-social/kernel";
import { cancelSchedules } from "./commands/cancel-schedules.ts";
import { holdCredits } from "./commands/hold-credits.ts";
import { openPeriod } from "./commands/open-period.ts";
import { scheduleConsumption } from "./commands/schedule-consumption.ts";
import { setPlanAllowances } from "./commands/set-plan-allowances.ts";
import { holdsOf, voidHoldsOf } from "./commands/void-holds-of.ts";
import { loadSpendable, loadSpendableRow, spendableJson } from "./queries/load-spendable.ts";
import { wallet } from "./queries.ts";
import { needsOpening } from "./rules/spendable.ts";
import type { LotView, PlanAllowance } from "./schema.ts";
import { ANYTHING } from "./schema.ts";
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

const DECEMBER = "2026-12-10T09:00:00Z";
const span = (at: string) => ({ start: parseInstant(at), end: parseInstant(at) + 3_600_000 });
const spendable = (at: string, personId = ledger.ana, exceptCauseId: string | null = null) =>
  ledger.inside((tx) => loadSpendable(tx, ledger.system, { personId, span: span(at), exceptCauseId }));
const needs = async (personId = ledger.ana) =>
  needsOpening(
    await ledger.inside((tx) => loadSpendableRow(tx, ledger.system, { personId })),
    ledger.space.clock.now(),
  );
const shown = (lots: readonly LotView[]) =>
  lots.map(({ isPlanned, owner, left }) => `${isPlanned ? "planned " : ""}${owner} ${left}`);
const schedule = (personId: string, quantity: number, at = DECEMBER) => {
  const usage = aUsage(personId, quantity, parseInstant(at));
  return ledger.inside(async (tx) => {
    await scheduleConsumption(tx, ledger.system, usage);
    return usage.cause;
  });
};
const minutes = (quantity: number, more: Partial<PlanAllowance> = {}): PlanAllowance => ({
  unit: "room_minutes",
  currency: null,
  quantity,
  rolloverCap: 0,
  scope: ANYTHING,
  ...more,
});

async function aPlanOf(...allowances: PlanAllowance[]): Promise<string> {
  const { id: planId } = await aPlan(database.owner, ledger.space.organizationId);
  await setPlanAllowances(ledger.space.as("owner"), { planId, allowances });
  return planId;
}
async function onPlan(owner: "ana" | "ben" | "team", ...allowances: PlanAllowance[]): Promise<string> {
  const planId = await aPlanOf(...allowances);
  await move(owner, planId);
  return planId;
}
async function move(owner: "ana" | "ben" | "team", planId: string | null): Promise<void> {
  const table = owner === "team" ? "teams" : "people";
  await database.owner.query(`UPDATE ${table} SET plan_id = $1 WHERE id = $2`, [planId, ledger[owner]]);
}
const open = (owner: "ana" | "ben" | "team") =>
  ledger.inside((tx) =>
    openPeriod(tx, ledger.system, {
      owner: owner === "team" ? { teamId: ledger.team } : { personId: ledger[owner] },
    }),
  );

describe("planned lots", () => {
  test("of a later period are what both plans will give, own before the team's; real lots that never end come after", async () => {
    await ledger.grant({ personId: ledger.ana }, 30);
    await onPlan("ana", minutes(60));
    await onPlan("team", minutes(120), minutes(5, { unit: "mono_pages" }));
    await open("team");
    await open("ana");
    expect(shown(await spendable(DECEMBER))).toEqual([
      "person 60",
      "team 120",
      "planned person 60",
      "planned team 120",
      "person 30",
    ]);
    expect((await spendable(DECEMBER)).find((lot) => lot.isPlanned)).toMatchObject({
      source: "plan",
      startsAt: "2026-11-30T18:15:00.000Z",
      expiresAt: "2026-12-31T18:15:00.000Z",
      id: expect.stringMatching(/^planned:[0-9a-f-]{36}:2026-11-30T18:15:00.000Z$/) as string,
    });
    expect(shown(await spendable("2026-11-26T09:00:00Z"))).toEqual(["person 60", "team 120", "person 30"]);
  });

  test("of one plan that a person and the team both have are two", async () => {
    const planId = await onPlan("ana", minutes(60));
    await move("team", planId);
    const ids = (await spendable(DECEMBER)).map((lot) => lot.id);
    expect([ids.length, new Set(ids).size]).toEqual([4, 4]);
  });

  test("are less what was promised, first what is one's own, to whoever asked first", async () => {
    await onPlan("ben", minutes(30));
    await onPlan("team", minutes(100));
    for (const owner of ["team", "ana", "ben"] as const) await open(owner);
    const first = await schedule(ledger.ben, 50);
    await schedule(ledger.ana, 60);
    const ofDecember = async (personId: string, except: string | null = null) =>
      shown((await spendable(DECEMBER, personId, except)).filter((lot) => lot.isPlanned));
    expect(await ofDecember(ledger.ana)).toEqual(["planned team 20"]);
    expect(await ofDecember(ledger.ben)).toEqual(["planned team 20"]);
    expect(await ofDecember(ledger.ben, first.id)).toEqual(["planned person 30", "planned team 40"]);
    expect(shown((await spendable("2027-01-05T09:00:00Z")).filter((lot) => lot.isPlanned))).toEqual([
      "planned team 100",
    ]);
    await ledger.inside((tx) => cancelSchedules(tx, ledger.system, first));
    expect(await ofDecember(ledger.ana)).toEqual(["planned team 40"]);
  });

  test("stand for the present period until it is opened with the plan of now, and for the difference to another plan", async () => {
    await onPlan("ana", minutes(60));
    expect([shown(await spendable("2026-11-26T09:00:00Z")), await needs()]).toEqual([["planned person 60"], true]);
    await open("ana");
    expect([shown(await spendable("2026-11-26T09:00:00Z")), await needs()]).toEqual([["person 60"], false]);
    await move("ana", await aPlanOf(minutes(100)));
    expect([shown(await spendable("2026-11-26T09:00:00Z")), await needs()]).toEqual([
      ["person 60", "planned person 40"],
      true,
    ]);
    await open("ana");
    expect([shown(await spendable("2026-11-26T09:00:00Z")), await needs()]).toEqual([
      ["person 60", "person 40"],
      false,
    ]);
  });

  test("what is promised of a period that has begun needs opening, and is not anybody else's", async () => {
    await onPlan("team", minutes(100));
    await open("team");
    await schedule(ledger.ben, 70, "2026-12-03T09:00:00Z");
    ledger.space.clock.set("2026-12-01T00:00:00Z");
    expect([shown(await spendable(DECEMBER)), await needs()]).toEqual([["planned team 30"], true]);
    await open("team");
    expect([shown(await spendable(DECEMBER)), await needs()]).toEqual([["team 30"], true]);
  });

  test("are in the wallet for the next period, and for this one until it is open", async () => {
    await onPlan("ana", minutes(60), minutes(20, { unit: "colour_pages" }));
    const planned = async () => {
      const view = await wallet(ledger.space.as("owner"), { personId: ledger.ana });
      return view.planned.map(({ unit, left, startsAt }) => `${unit} ${left} ${startsAt?.slice(0, 10)}`);
    };
    const next = ["colour_pages 20 2026-11-30", "room_minutes 60 2026-11-30"];
    expect((await planned()).sort()).toEqual([
      "colour_pages 20 2026-10-31",
      next[0],
      "room_minutes 60 2026-10-31",
      next[1],
    ]);
    await open("ana");
    expect((await planned()).sort()).toEqual(next);
  });

  test("are none for suspended people, archived teams, nobody, and people of elsewhere", async () => {
    await onPlan("ana", minutes(60));
    await onPlan("team", minutes(100));
    await database.owner.query("UPDATE people SET status = 'suspended' WHERE id = $1", [ledger.ana]);
    await database.owner.query("UPDATE teams SET archived_at = now() WHERE id = $1", [ledger.team]);
    expect([await spendable(DECEMBER), await needs()]).toEqual([[], false]);
    const foreign = await aLedger(database);
    expect(await spendable(DECEMBER, foreign.ana)).toEqual([]);
  });
});

describe("what the excepted booking has", () => {
  test("counts as free: used up, in a hold, or scheduled; for nobody else", async () => {
    const [{ lotId }] = [await ledger.grant({ personId: ledger.ana }, 60)];
    const usage = aUsage(ledger.ana, 60);
    await ledger.consume(ledger.ana, 60, usage);
    expect(await spendable("2026-11-26T09:00:00Z")).toEqual([]);
    expect(await spendable("2026-11-26T09:00:00Z", ledger.ana, usage.cause.id)).toMatchObject([
      { id: lotId, left: 60 },
    ]);
    expect(await spendable("2026-11-26T09:00:00Z", ledger.ben, usage.cause.id)).toEqual([]);
  });

  test("holds of a cause are found and freed, once", async () => {
    await ledger.grant({ teamId: ledger.team }, 60);
    const usage = aUsage(ledger.ana, 45);
    await ledger.inside((tx) => holdCredits(tx, ledger.system, { ...usage, expiresAt: usage.at + 60_000 }));
    expect(shown(await spendable("2026-11-26T09:00:00Z"))).toEqual(["team 15"]);
    expect(await spendable("2026-11-26T09:00:00Z", ledger.ana, usage.cause.id)).toMatchObject([{ left: 60, held: 45 }]);
    const holds = await ledger.inside((tx) => holdsOf(tx, ledger.system, usage.cause));
    expect(holds).toMatchObject([{ unit: "room_minutes", covered: 45, isOver: false, parts: [{ quantity: 45 }] }]);
    await ledger.inside((tx) => voidHoldsOf(tx, ledger.system, usage.cause));
    await ledger.inside((tx) => voidHoldsOf(tx, ledger.system, usage.cause));
    expect(await ledger.inside((tx) => holdsOf(tx, ledger.system, usage.cause))).toEqual([]);
    expect(shown(await spendable("2026-11-26T09:00:00Z"))).toEqual(["team 60"]);
  });

  test("schedules are cancelled once, and say what they were", async () => {
    const usage = aUsage(ledger.ana, 90, parseInstant(DECEMBER));
    await ledger.inside((tx) =>
      scheduleConsumption(tx, ledger.system, { ...usage, price: { amountMinor: 3600, currency: "USD" } }),
    );
    const cancel = () => ledger.inside((tx) => cancelSchedules(tx, ledger.system, usage.cause));
    const [one, other] = await Promise.all([cancel(), cancel()]);
    expect([...one, ...other]).toEqual([
      { unit: "room_minutes", quantity: 90, priceMinor: 3600, priceCurrency: "USD" },
    ]);
  });
});

test("thousands of lots that are used up are not even looked at", async () => {
  await ledger.grant({ personId: ledger.ana }, 60);
  await deadLots(3_000);
  const fragments = { personId: "$personId::uuid", now: "$now::timestamptz", exceptCauseId: "$exceptCauseId::text" };
  const { organizationId, clock } = ledger.system;
  const rows = await ledger.inside((tx) =>
    tx.query<{ "QUERY PLAN": string }>(
      `EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) SELECT ${spendableJson(fragments)}`,
      { organizationId, personId: ledger.ana, now: timestamp(clock.now()), exceptCauseId: null },
    ),
  );
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  expect(plan).toMatch(/credit_balances_alive[^\n]*rows=1(\.00)? /);
  expect(plan).toMatch(/credit_periods_organization_id_owner_id_starts_at_idx/);
  expect(plan).not.toMatch(/Seq Scan on credit_(lots|balances|periods)|Rows Removed by Filter: \d{3}/);
  expect(shown(await spendable("2026-11-26T09:00:00Z"))).toEqual(["person 60"]);
});

/** Empty lots and periods of long ago, past the verbs. */
async function deadLots(count: number): Promise<void> {
  await database.owner.query(
    `WITH lots AS (INSERT INTO credit_lots (id, organization_id, person_id, unit, source, label, resource_ids, resource_kinds, location_ids, created_at)
       SELECT gen_random_uuid(), $1, $2, 'room_minutes', 'gift', 'Old', '{}', '{}', '{}', now() FROM generate_series(1, $3) RETURNING id)
     SELECT count(*) FROM lots`,
    [ledger.space.organizationId, ledger.ana, count],
  );
  await database.owner.query(
    `INSERT INTO credit_periods (id, organization_id, person_id, starts_at, ordinal, opened_at)
     SELECT gen_random_uuid(), $1, $2, now() - i * interval '30 days', 0, now() FROM generate_series(1, $3) i`,
    [ledger.space.organizationId, ledger.ana, count],
  );
  await database.owner.query("ANALYZE credit_balances, credit_lots, credit_periods");
}
