import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadSpendable, loadWallet, scheduleConsumption, setPlanAllowances } from "@working-social/credits";
import type { Cause, PlanAllowance } from "@working-social/credits";
import { ANYTHING } from "@working-social/credits/schema";
import type { Ledger } from "@working-social/credits/testing";
import { aLedger, aUsage } from "@working-social/credits/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { aPlan, createTestDatabase } from "@working-social/db/testing";
import { newId, parseInstant } from "@working-social/kernel";
import { changePlanAllowances } from "./commands/change-plan-allowances.ts";
import { openAndSettle } from "./commands/open-and-settle.ts";
import { openPeriods } from "./commands/open-periods.ts";
import { recordCharge } from "./commands/record-charge.ts";
import { aLine } from "./testing/a-line.ts";
import { loadCost } from "./queries.ts";

let database: TestDatabase;
let ledger: Ledger;
beforeAll(async () => {
  database = await createTestDatabase({ maxConnections: 16 });
});
afterAll(() => database.close());
beforeEach(async () => {
  ledger = await aLedger(database);
});

const minutes = (quantity: number): PlanAllowance => ({
  unit: "room_minutes",
  currency: null,
  quantity,
  rolloverCap: 0,
  scope: ANYTHING,
});
async function onPlan(owner: "ana" | "ben" | "team", quantity: number): Promise<string> {
  const { id: planId } = await aPlan(database.owner, ledger.space.organizationId);
  await setPlanAllowances(ledger.space.as("owner"), { planId, allowances: [minutes(quantity)] });
  const table = owner === "team" ? "teams" : "people";
  await database.owner.query(`UPDATE ${table} SET plan_id = $1 WHERE id = $2`, [planId, ledger[owner]]);
  return planId;
}
/** A promise of minutes in December, at 40 cents a minute. */
async function promise(personId: string, quantity: number, at: string): Promise<Cause> {
  const resource = { id: newId(), kind: "room", locationId: ledger.locationId };
  const usage = { ...aUsage(personId, quantity, parseInstant(at)), resource };
  const price = { amountMinor: quantity * 40, currency: "USD" };
  await ledger.inside((tx) => scheduleConsumption(tx, ledger.system, { ...usage, price }));
  return usage.cause;
}
const costOf = async (cause: Cause) => {
  const { used, openMinor } = await ledger.inside((tx) => loadCost(tx, ledger.system, cause));
  return [used[0]?.quantity ?? 0, openMinor];
};
const wallet = async (personId: string) =>
  (await ledger.inside((tx) => loadWallet(tx, ledger.system, { personId }))).balances;
const open = (owner: { personId: string } | { teamId: string }) =>
  ledger.inside((tx) => openAndSettle(tx, ledger.system, owner));

describe("when a period opens", () => {
  test("promises are kept in the order in which they were made, also among colleagues, whatever comes first in the calendar", async () => {
    await onPlan("team", 100);
    const bens = await promise(ledger.ben, 60, "2026-12-20T09:00:00Z");
    ledger.space.clock.advanceMinutes(1);
    const anas = await promise(ledger.ana, 60, "2026-12-02T09:00:00Z");
    ledger.space.clock.set("2026-12-01T00:00:00Z");
    expect(await openPeriods(ledger.system)).toEqual({ opened: 1, settled: 2 });
    expect([await costOf(bens), await costOf(anas)]).toEqual([
      [60, 0],
      [40, 800],
    ]);
  });

  test("a colleague's own plan keeps their promise before the team's does", async () => {
    await onPlan("team", 60);
    await onPlan("ben", 50);
    const bens = await promise(ledger.ben, 60, "2026-12-20T09:00:00Z");
    const anas = await promise(ledger.ana, 60, "2026-12-02T09:00:00Z");
    ledger.space.clock.set("2026-12-01T00:00:00Z");
    expect(await open({ personId: ledger.ana })).toEqual({ opened: 2, settled: 2 });
    expect([await costOf(bens), await costOf(anas)]).toEqual([
      [60, 0],
      [50, 400],
    ]);
    expect(await openPeriods(ledger.system)).toEqual({ opened: 0, settled: 0 });
  });

  test("a promise comes before who went without: unpaid usage of that period gets what is left", async () => {
    await onPlan("ana", 60);
    const promised = await promise(ledger.ana, 50, "2026-12-20T09:00:00Z");
    const without = { type: "booking" as const, id: newId(), label: "Lantern" };
    const usage = { unit: "room_minutes" as const, quantity: 30, at: parseInstant("2026-12-02T09:00:00Z") };
    await ledger.inside((tx) =>
      recordCharge(tx, ledger.system, {
        payer: { personId: ledger.ana, teamId: null },
        cause: without,
        currency: "USD",
        lines: [aLine(1200, { usage })],
        idempotencyKey: newId(),
      }),
    );
    ledger.space.clock.set("2026-12-01T00:00:00Z");
    await openPeriods(ledger.system);
    expect([await costOf(promised), await costOf(without)]).toEqual([
      [50, 0],
      [10, 800],
    ]);
  });

  test("sixteen devices and jobs open it once, and settle each promise once", async () => {
    await onPlan("team", 100);
    await onPlan("ana", 20);
    const causes = [];
    for (const personId of [ledger.ana, ledger.ben, ledger.ana])
      causes.push(await promise(personId, 40, "2026-12-10T09:00:00Z"));
    ledger.space.clock.set("2026-12-01T00:00:00Z");
    const owners = [{ teamId: ledger.team }, { personId: ledger.ana }, { personId: ledger.ben }];
    const runs = await Promise.all(
      Array.from({ length: 16 }, (_, i) =>
        i % 4 === 3 ? openPeriods(ledger.system) : open(owners[i % 4] ?? { teamId: "" }),
      ),
    );
    const sum = (key: "opened" | "settled") => runs.reduce((total, run) => total + run[key], 0);
    expect([sum("opened"), sum("settled")]).toEqual([2, 3]);
    expect(await Promise.all(causes.map(costOf))).toEqual([
      [40, 0],
      [40, 0],
      [40, 0],
    ]);
    expect(await wallet(ledger.ana)).toEqual([]);
  });

  test("what was planned is what is taken: the quote of a later period holds", async () => {
    await onPlan("team", 100);
    await onPlan("ana", 30);
    await openPeriods(ledger.system);
    const at = parseInstant("2026-12-10T09:00:00Z");
    const planned = async () => {
      const span = { start: at, end: at + 3_600_000 };
      const lots = await ledger.inside((tx) => loadSpendable(tx, ledger.system, { personId: ledger.ana, span }));
      return lots.filter((lot) => lot.isPlanned).reduce((sum, lot) => sum + lot.left, 0);
    };
    expect(await planned()).toBe(130);
    await promise(ledger.ben, 45, "2026-12-24T09:00:00Z");
    const free = await planned();
    const anas = await promise(ledger.ana, free, "2026-12-10T09:00:00Z");
    expect([free, await planned()]).toEqual([85, 0]);
    ledger.space.clock.set("2026-12-01T00:00:00Z");
    await openPeriods(ledger.system);
    expect(await costOf(anas)).toEqual([85, 0]);
  });
});

describe("other allowances", () => {
  const change = (planId: string, quantity: number, from?: "now" | "next_period") =>
    changePlanAllowances(ledger.space.as("owner"), { planId, allowances: [minutes(quantity)], from });

  test("count from the next period on, or from now for everybody on the plan, who gets the difference once", async () => {
    const planId = await onPlan("ana", 60);
    await database.owner.query("UPDATE teams SET plan_id = $1 WHERE id = $2", [planId, ledger.team]);
    await openPeriods(ledger.system);
    await change(planId, 90, "next_period");
    await openPeriods(ledger.system);
    expect(await wallet(ledger.ana)).toMatchObject([{ own: 60, team: 60 }]);
    await change(planId, 100, "now");
    await change(planId, 100, "now");
    expect(await wallet(ledger.ana)).toMatchObject([{ own: 100, team: 100 }]);
    await ledger.consume(ledger.ana, 70);
    await change(planId, 50, "now");
    expect(await wallet(ledger.ana)).toMatchObject([{ own: 0, team: 50 }]);
    expect((await ledger.space.audited()).filter((action) => action === "plan.allowances_set")).toHaveLength(5);
  });

  test("from now open a period that nobody has opened, and pay what was used before", async () => {
    const planId = await onPlan("ana", 10);
    const cause = { type: "booking" as const, id: newId(), label: "Lantern" };
    const usage = { unit: "room_minutes" as const, quantity: 90, at: ledger.space.clock.now() };
    await ledger.inside((tx) =>
      recordCharge(tx, ledger.system, {
        payer: { personId: ledger.ana, teamId: null },
        cause,
        currency: "USD",
        lines: [aLine(3600, { usage })],
        idempotencyKey: newId(),
      }),
    );
    await change(planId, 60, "now");
    expect(await costOf(cause)).toEqual([60, 1200]);
  });

  test("beside the job and bookings come to the same", async () => {
    const planId = await onPlan("team", 60);
    const done = await Promise.allSettled([
      openPeriods(ledger.system),
      change(planId, 100, "now"),
      ledger.consume(ledger.ana, 30),
      change(planId, 80, "now"),
      openPeriods(ledger.system),
      ledger.consume(ledger.ben, 20),
    ]);
    expect(done.filter((one) => one.status === "rejected")).toEqual([]);
    const [last] = await database.owner
      .query<{ quantity: string }>("SELECT quantity FROM plan_allowances WHERE plan_id = $1", [planId])
      .then(({ rows }) => rows);
    const taken = done.reduce((sum, one) => {
      const value = one.status === "fulfilled" && "covered" in one.value ? one.value.covered : 0;
      return sum + value;
    }, 0);
    expect((await wallet(ledger.ana))[0]?.team).toBe(Number(last?.quantity) - taken);
  });

  test("are the managers' to change", async () => {
    const planId = await onPlan("ana", 10);
    for (const role of ["member", "front_desk", "billing_manager"] as const)
      await expect(
        changePlanAllowances(ledger.space.as(role), { planId, allowances: [], from: "now" }),
      ).rejects.toMatchObject({ kind: "forbidden" });
    const foreign = await aLedger(database);
    await expect(
      changePlanAllowances(foreign.space.as("owner"), { planId, allowances: [], from: "now" }),
    ).rejects.toMatchObject({ refusal: { code: "not_found", what: "plan" } });
  });
});
