import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { loadSpendable, setPlanAllowances } from "@working-social/credits";
import { ANYTHING } from "@working-social/credits/schema";
import type { Ledger } from "@working-social/credits/testing";
import { aLedger, aUsage } from "@working-social/credits/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { aPlan, createTestDatabase } from "@working-social/db/testing";
import { parseInstant } from "@working-social/kernel";
import { changePlanAllowances } from "./commands/change-plan-allowances.ts";
import { openPeriods } from "./commands/open-periods.ts";

// The zone of the months changes with the first location, and clocks are set back: nobody gets a month twice.

let database: TestDatabase;
let ledger: Ledger;
let planId: string;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  ledger = await aLedger(database);
  planId = await planWith(600);
  await subscribe(planId);
  await openPeriods(ledger.system);
});

const allowance = (quantity: number) => ({
  unit: "room_minutes" as const,
  currency: null,
  quantity,
  rolloverCap: 0,
  scope: ANYTHING,
});
async function planWith(quantity: number): Promise<string> {
  const { id } = await aPlan(database.owner, ledger.space.organizationId, { name: `Flex ${quantity}` });
  await setPlanAllowances(ledger.space.as("owner"), {
    planId: id,
    allowances: [allowance(quantity)],
    from: "next_period",
  });
  return id;
}
const subscribe = (id: string) =>
  database.owner.query("UPDATE people SET plan_id = $1 WHERE id = $2", [id, ledger.ana]);
const moveTo = (zone: string) =>
  database.owner.query("UPDATE locations SET time_zone = $1 WHERE id = $2", [zone, ledger.locationId]);
const span = { start: parseInstant("2026-11-26T10:00:00Z"), end: parseInstant("2026-11-26T11:00:00Z") };
const spendable = async () =>
  (await ledger.inside((tx) => loadSpendable(tx, ledger.system, { personId: ledger.ana, span }))).reduce(
    (sum, lot) => sum + lot.left,
    0,
  );

for (const zone of ["UTC", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
  test(`from Kathmandu to ${zone}: the month was given once, also with another plan`, async () => {
    await moveTo(zone);
    expect(await spendable()).toBe(600);
    await openPeriods(ledger.system);
    expect(await spendable()).toBe(600);
    await subscribe(await planWith(900));
    expect(await spendable()).toBe(900);
    await openPeriods(ledger.system);
    expect(await spendable()).toBe(900);
    await subscribe(planId);
    await openPeriods(ledger.system);
    expect(await spendable()).toBe(600);
  });

  test(`from Kathmandu to ${zone}: another allowance from now on adds the difference`, async () => {
    await moveTo(zone);
    await changePlanAllowances(ledger.space.as("owner"), { planId, allowances: [allowance(660)], from: "now" });
    expect(await spendable()).toBe(660);
    ledger.space.clock.set("2026-12-02T10:00:00Z");
    await openPeriods(ledger.system);
    expect(await ledger.consume(ledger.ana, 1000, aUsage(ledger.ana, 1000, ledger.space.clock.now()))).toMatchObject({
      covered: 660,
    });
  });
}

test("a clock set back over the end of a month plans and gives nothing twice", async () => {
  ledger.space.clock.set("2026-11-30T19:00:00Z");
  await openPeriods(ledger.system);
  ledger.space.clock.set("2026-11-30T18:00:00Z");
  expect(await spendable()).toBe(600);
  await openPeriods(ledger.system);
  expect(await spendable()).toBe(600);
});
