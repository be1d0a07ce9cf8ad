import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { refundCredits, scheduleConsumption, setPlanAllowances } from "@working-social/credits";
import type { GiveCreditsInput } from "@working-social/credits";
import { ANYTHING } from "@working-social/credits/schema";
import type { Ledger } from "@working-social/credits/testing";
import { aLedger, aUsage } from "@working-social/credits/testing";
import type { Sql } from "@working-social/db";
import type { TestDatabase } from "@working-social/db/testing";
import { aPlan, createTestDatabase } from "@working-social/db/testing";
import { newId, parseInstant } from "@working-social/kernel";
import { adjustCharge } from "./commands/adjust-charge.ts";
import { giveCredits } from "./commands/give-credits.ts";
import { openPeriods, openPeriodsEverywhere } from "./commands/open-periods.ts";
import type { ChargeInput } from "./commands/record-charge.ts";
import { recordCharge } from "./commands/record-charge.ts";
import { aLine } from "./testing/a-line.ts";
import { loadCharges } from "./queries.ts";
import { settleUnpaidUsage } from "./commands/settle-unpaid-usage.ts";
import { openAmount } from "./rules.ts";

let database: TestDatabase;
let ledger: Ledger;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  ledger = await aLedger(database);
});

const give = (quantity: number, more: Partial<GiveCreditsInput> = {}) =>
  giveCredits(ledger.space.as("community_manager"), {
    owner: { personId: ledger.ana },
    unit: "room_minutes",
    currency: null,
    quantity,
    reason: "Sorry for the noise",
    expiresAt: null,
    scope: ANYTHING,
    idempotencyKey: newId(),
    ...more,
  });
const charges = (personId = ledger.ana) => ledger.inside((tx) => loadCharges(tx, ledger.system, { personId }));

/** Ninety minutes that nothing covered, at 24.00 an hour. */
function aCharge(more: Partial<ChargeInput> = {}, minutes = 90, at = "2026-11-24T09:00:00Z"): ChargeInput {
  const usage = { unit: "room_minutes", quantity: minutes, at: parseInstant(at) } as const;
  return {
    payer: { personId: ledger.ana, teamId: null },
    cause: { type: "booking" as const, id: newId(), label: "Lantern" },
    currency: "USD",
    lines: [aLine(minutes * 40, { usage })],
    idempotencyKey: newId(),
    ...more,
  };
}
const charge = (input = aCharge()) => ledger.inside((tx) => recordCharge(tx, ledger.system, input));

describe("charges", () => {
  test("are written once for a key, with their lines", async () => {
    const input = aCharge();
    expect(await charge(input)).toEqual(await charge(input));
    expect(await charges()).toMatchObject([
      {
        amountMinor: 3600,
        openMinor: 3600,
        cause: input.cause,
        lines: [{ usage: { unit: "room_minutes", openQuantity: 90 } }],
      },
    ]);
    await expect(charge({ ...input, currency: "EUR" })).rejects.toMatchObject({
      refusal: { code: "idempotency_key_reused" },
    });
  });

  test.each([
    ["less than nothing", aLine(-1)],
    ["half of a cent", aLine(0.5)],
    ["more than net and tax", { ...aLine(2), price: { ...aLine(2).price, netMinor: 1 } }],
  ])("a line of %s is refused", async (_, line) => {
    await expect(charge(aCharge({ lines: [line] }))).rejects.toMatchObject({ refusal: { code: "bad_amount" } });
  });

  test("no line falls below zero, however many adjust it at once; a key adjusts once", async () => {
    await charge();
    const [line] = (await charges())[0]?.lines ?? [];
    const adjust = (amountMinor: number, idempotencyKey = newId()) =>
      ledger.inside((tx) =>
        adjustCharge(tx, ledger.system, { lineId: line?.id ?? "", amountMinor, reason: "goodwill", idempotencyKey }),
      );
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => adjust(-1000)));
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(3);
    await expect(adjust(-1000)).rejects.toMatchObject({ refusal: { code: "below_zero", openMinor: 600 } });
    const key = newId();
    await adjust(-100, key);
    await adjust(-100, key);
    expect((await charges())[0]?.openMinor).toBe(500);
  });

  test("the app's role can't rewrite them, and lines sum to their charge", async () => {
    for (const table of ["charges", "charge_lines", "charge_adjustments"]) {
      await expect(
        ledger.inside((tx) => tx.query(`UPDATE ${table} SET organization_id = organization_id`)),
      ).rejects.toMatchObject({ code: "42501" });
      await expect(ledger.inside((tx) => tx.query(`DELETE FROM ${table}`))).rejects.toMatchObject({ code: "42501" });
    }
    const { chargeId } = await charge();
    await expect(
      ledger.inside((tx) =>
        tx.query(
          `INSERT INTO charge_lines SELECT (jsonb_populate_record(l, jsonb_build_object('id', $2::uuid, 'position', 1))).*
           FROM charge_lines l WHERE l.charge_id = $1::uuid`,
          [chargeId, newId()],
        ),
      ),
    ).rejects.toMatchObject({ constraint: "charges_sum_their_lines" });
  });
});

describe("credits that arrive late", () => {
  test("pay the oldest unpaid usage first, and the charge shrinks with it", async () => {
    await charge(aCharge({}, 60, "2026-11-24T12:00:00Z"));
    await charge(aCharge({}, 90, "2026-11-24T09:00:00Z"));
    expect(await give(100)).toMatchObject({ settledQuantity: 100 });
    expect((await charges()).map(({ amountMinor, openMinor }) => [amountMinor, openMinor])).toEqual([
      [2400, 2000],
      [3600, 0],
    ]);
    expect(await give(80)).toMatchObject({ settledQuantity: 50 });
    expect((await charges()).map((one) => one.openMinor)).toEqual([0, 0]);
    expect(await give(10)).toMatchObject({ settledQuantity: 0 });
  });

  test("given to a team, they pay for its people; with a scope, only for what it names; in another unit, for nothing", async () => {
    await charge(aCharge({ payer: { personId: ledger.ben, teamId: ledger.team } }));
    expect(await give(90, { unit: "mono_pages" })).toMatchObject({ settledQuantity: 0 });
    expect(await give(90, { scope: { ...ANYTHING, locationIds: [ledger.locationId] } })).toMatchObject({
      settledQuantity: 0,
    });
    expect(await give(30)).toMatchObject({ settledQuantity: 0 });
    expect(await give(30, { owner: { teamId: ledger.team } })).toMatchObject({ settledQuantity: 30 });
    expect((await charges(ledger.ben))[0]?.openMinor).toBe(2400);
  });

  test("next month's credits pay nothing of this month", async () => {
    await charge();
    const { id: planId } = await aPlan(database.owner, ledger.space.organizationId);
    await setPlanAllowances(ledger.space.as("owner"), {
      planId,
      allowances: [{ unit: "room_minutes", currency: null, quantity: 60, rolloverCap: 0, scope: ANYTHING }],
    });
    await database.owner.query("UPDATE people SET plan_id = $1 WHERE id = $2", [planId, ledger.ana]);
    ledger.space.clock.set("2026-12-02T00:00:00Z");
    expect(await openPeriods(ledger.system)).toEqual({ opened: 1, settled: 0 });
    expect((await charges())[0]?.openMinor).toBe(3600);
  });

  test("sixteen gifts at once settle a charge once", async () => {
    await charge();
    const gifts = await Promise.all(Array.from({ length: 16 }, () => give(20)));
    expect(gifts.reduce((sum, gift) => sum + gift.settledQuantity, 0)).toBe(90);
    expect((await charges())[0]).toMatchObject({ openMinor: 0, lines: [{ usage: { openQuantity: 0 } }] });
  });

  test("in steps they come to the same cent as at once, and leave nothing", () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.integer({ min: 1, max: 10_000 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
        (amount, quantity, cuts) => {
          const opens = [quantity, ...cuts.map((cut) => Math.floor(cut * quantity)).sort((a, b) => b - a), 0];
          const steps = opens
            .slice(1)
            .map((open, i) => openAmount(amount, quantity, opens[i] ?? 0) - openAmount(amount, quantity, open));
          expect(steps.every((step) => step >= 0)).toBe(true);
          expect(steps.reduce((sum, step) => sum + step, 0)).toBe(amount);
        },
      ),
    );
  });
});

describe("usage of a later period", () => {
  test("takes that period's credits when it opens, and the rest becomes a charge; run twice, once", async () => {
    const { id: planId } = await aPlan(database.owner, ledger.space.organizationId);
    await setPlanAllowances(ledger.space.as("owner"), {
      planId,
      allowances: [{ unit: "room_minutes", currency: null, quantity: 60, rolloverCap: 0, scope: ANYTHING }],
    });
    await database.owner.query("UPDATE teams SET plan_id = $1 WHERE id = $2", [planId, ledger.team]);
    const resource = { id: newId(), kind: "room", locationId: ledger.locationId };
    const usage = { ...aUsage(ledger.ana, 90, parseInstant("2026-12-10T17:30:00Z")), resource };
    await database.owner.query("UPDATE locations SET tax_basis_points = 1900 WHERE id = $1", [ledger.locationId]);
    await ledger.inside((tx) =>
      scheduleConsumption(tx, ledger.system, { ...usage, price: { amountMinor: 3600, currency: "USD" } }),
    );
    expect(await openPeriods(ledger.system)).toEqual({ opened: 1, settled: 0 });
    ledger.space.clock.set("2026-12-01T00:00:00Z");
    const runs = await Promise.all([
      openPeriods(ledger.system),
      openPeriods(ledger.system),
      openPeriods(ledger.system),
    ]);
    expect([runs.reduce((sum, run) => sum + run.opened, 0), runs.reduce((sum, run) => sum + run.settled, 0)]).toEqual([
      1, 1,
    ]);
    expect(await charges()).toMatchObject([
      {
        amountMinor: 1200,
        cause: usage.cause,
        lines: [
          {
            item: { code: "booking", data: { resourceName: "Lantern" } },
            // A part of the agreed total has its tax inside, though prices are net here; 17:30 UTC is 23:15 in Kathmandu.
            price: {
              mode: "gross",
              category: "S",
              basisPoints: 1900,
              netMinor: 1008,
              taxMinor: 192,
              amountMinor: 1200,
            },
            service: { from: "2026-12-10", until: "2026-12-12" },
            locationId: ledger.locationId,
            usage: { quantity: 30, usedAt: "2026-12-10T17:30:00.000Z" },
          },
        ],
      },
    ]);
    const refunds = await ledger.inside((tx) =>
      refundCredits(tx, ledger.system, { cause: usage.cause, quantity: "all", reason: "cancelled" }),
    );
    expect(refunds).toMatchObject([{ quantity: 60 }]);
  });
});

test("the job finds the organizations that have work", async () => {
  const { id: planId } = await aPlan(database.owner, ledger.space.organizationId);
  await setPlanAllowances(ledger.space.as("owner"), {
    planId,
    allowances: [{ unit: "room_minutes", currency: null, quantity: 60, rolloverCap: 0, scope: ANYTHING }],
  });
  await database.owner.query("UPDATE people SET plan_id = $1 WHERE id = $2", [planId, ledger.ana]);
  await openPeriodsEverywhere(ledger.system);
  expect(await openPeriods(ledger.system)).toEqual({ opened: 0, settled: 0 });
  expect(await ledger.consume(ledger.ana, 60)).toMatchObject({ covered: 60 });
});

test("giving: who may, and what is refused", async () => {
  const input = {
    owner: { personId: ledger.ana },
    unit: "room_minutes" as const,
    currency: null,
    quantity: 60,
    reason: "x",
    expiresAt: null,
    scope: ANYTHING,
    idempotencyKey: newId(),
  };
  for (const role of ["member", "team_admin", "front_desk", "billing_manager"] as const) {
    await expect(giveCredits(ledger.space.as(role), input)).rejects.toMatchObject({ kind: "forbidden" });
  }
  await expect(give(60, { scope: { ...ANYTHING, resourceIds: [newId()] } })).rejects.toMatchObject({
    refusal: { code: "not_found", what: "resource" },
  });
  await expect(give(60, { unit: "money" })).rejects.toMatchObject({ refusal: { code: "currency_mismatch" } });
  const foreign = await aLedger(database);
  await expect(give(60, { owner: { personId: foreign.ana } })).rejects.toMatchObject({
    refusal: { code: "not_found", what: "person" },
  });
  const key = newId();
  expect((await give(60, { idempotencyKey: key })).lotId).toBe((await give(60, { idempotencyKey: key })).lotId);
});

test("what credits don't fit costs no look at the wallet each", async () => {
  const statements = async (work: (tx: Sql) => Promise<unknown>) => {
    let count = 0;
    await ledger.inside((tx) =>
      work({
        query: (text, values) => {
          count += 1;
          return tx.query(text, values);
        },
      }),
    );
    return count;
  };
  const settle = () => statements((tx) => settleUnpaidUsage(tx, ledger.system, { personId: ledger.ana }));
  await charge();
  const few = await settle();
  for (let more = 0; more < 20; more += 1) await charge();
  expect(await settle()).toBe(few);
});
