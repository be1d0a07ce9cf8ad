import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { consumeCredits, loadWallet, refundCredits, scheduleConsumption } from "@working-social/credits";
import { ANYTHING } from "@working-social/credits/schema";
import type { Ledger } from "@working-social/credits/testing";
import { aLedger, aUsage } from "@working-social/credits/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import type { Cause, EpochMs } from "@working-social/kernel";
import { newId, parseInstant } from "@working-social/kernel";
import { adjustCharge } from "./commands/adjust-charge.ts";
import { giveCredits } from "./commands/give-credits.ts";
import { lowerCharges } from "./commands/lower-charges.ts";
import { recordCharge } from "./commands/record-charge.ts";
import { aLine } from "./testing/a-line.ts";
import { listCharges, loadCharges, loadCost } from "./queries.ts";

let database: TestDatabase;
let ledger: Ledger;
beforeAll(async () => {
  database = await createTestDatabase({ maxConnections: 16 });
});
afterAll(() => database.close());
beforeEach(async () => {
  ledger = await aLedger(database);
});

const AT = parseInstant("2026-11-26T09:00:00Z");
type Given = { unit?: "money" | "room_minutes"; currency?: string; to?: "ana" | "team"; expiresAt?: string | null };
const give = (quantity: number, { unit = "money", currency = "USD", to = "ana", expiresAt = null }: Given = {}) =>
  giveCredits(ledger.space.as("owner"), {
    owner: to === "team" ? { teamId: ledger.team } : { personId: ledger.ana },
    unit,
    currency: unit === "money" ? currency : null,
    quantity,
    reason: "A voucher",
    expiresAt,
    scope: ANYTHING,
    idempotencyKey: newId(),
  });

/** Ninety minutes at 24.00 an hour that no credits covered, unless said otherwise. */
async function charge({
  amountMinor = 3600,
  minutes = 90 as number | null,
  at = AT as EpochMs,
  currency = "USD",
} = {}) {
  const cause = { type: "booking" as const, id: newId(), label: "Lantern" };
  await ledger.inside((tx) =>
    recordCharge(tx, ledger.system, {
      payer: { personId: ledger.ana, teamId: null },
      cause,
      currency,
      lines: [
        aLine(amountMinor, {
          usage: minutes === null ? undefined : { unit: "room_minutes", quantity: minutes, at },
        }),
      ],
      idempotencyKey: newId(),
    }),
  );
  return cause;
}
const cost = (cause: Pick<Cause, "type" | "id">) => ledger.inside((tx) => loadCost(tx, ledger.system, cause));
const charges = () => ledger.inside((tx) => loadCharges(tx, ledger.system, { personId: ledger.ana }));
const left = async (unit = "money") => {
  const { balances } = await ledger.inside((tx) => loadWallet(tx, ledger.system, { personId: ledger.ana }));
  return balances.filter((one) => one.unit === unit).reduce((sum, one) => sum + one.balance, 0);
};
const lower = (cause: Pick<Cause, "type" | "id">, keepMinor: number, idempotencyKey = newId()) =>
  ledger.inside((tx) => lowerCharges(tx, ledger.system, { cause, keepMinor, reason: "cancelled", idempotencyKey }));

describe("credits of money", () => {
  test("pay a charge when it is recorded, and what is open when they arrive, the oldest first", async () => {
    await give(1000);
    const first = await charge();
    expect(await cost(first)).toMatchObject({ openMinor: 2600, paidMinor: 1000, isCharged: true, used: [] });
    const second = await charge();
    expect(await give(3000)).toMatchObject({ quantity: 3000 });
    expect([await cost(first), await cost(second), await left()]).toMatchObject([
      { openMinor: 0, paidMinor: 3600 },
      { openMinor: 3200, paidMinor: 400 },
      0,
    ]);
    const list = (status: "open" | "all") =>
      listCharges(ledger.space.as("owner"), { personId: ledger.ana, status, cursor: null });
    expect((await list("open")).charges).toMatchObject([{ cause: second, openMinor: 3200, paidMinor: 400 }]);
    expect((await list("all")).charges).toHaveLength(2);
  });

  test("pay in their currency only, for usage while they are valid, own before the team's", async () => {
    await give(1000, { currency: "EUR" });
    await give(1000, { expiresAt: "2026-11-26T00:00:00Z" });
    await give(400);
    await give(700, { to: "team" });
    const cause = await charge({ amountMinor: 1000 });
    expect(await cost(cause)).toMatchObject({ openMinor: 0, paidMinor: 1000 });
    const { lots } = await ledger.inside((tx) => loadWallet(tx, ledger.system, { personId: ledger.ana }));
    expect(lots.map(({ currency, owner, left: of }) => [currency, owner, of])).toEqual(
      expect.arrayContaining([
        ["EUR", "person", 1000],
        ["USD", "person", 1000],
        ["USD", "team", 100],
      ]),
    );
  });

  test("come after late credits for the usage itself, which don't pay again what money has paid", async () => {
    const cause = await charge();
    await give(60, { unit: "room_minutes" });
    await give(5000);
    expect(await cost(cause)).toMatchObject({ openMinor: 0, paidMinor: 1200, used: [{ quantity: 60 }] });
    const other = await charge();
    expect([await cost(other), await left()]).toMatchObject([{ openMinor: 0, paidMinor: 3600 }, 200]);
    expect(await give(90, { unit: "room_minutes" })).toMatchObject({ settledQuantity: 0 });
  });

  test("that have paid a part leave the rest of the usage to late credits", async () => {
    await give(1000);
    const cause = await charge();
    expect(await give(90, { unit: "room_minutes" })).toMatchObject({ settledQuantity: 65 });
    expect(await cost(cause)).toMatchObject({ openMinor: 0, paidMinor: 1000, used: [{ quantity: 65 }] });
  });

  test("what a manager took off stays off: late credits pay the rest, and never fail", async () => {
    await charge();
    const [line] = (await charges())[0]?.lines ?? [];
    await ledger.inside((tx) =>
      adjustCharge(tx, ledger.system, {
        lineId: line?.id ?? "",
        amountMinor: -600,
        reason: "goodwill",
        idempotencyKey: newId(),
      }),
    );
    expect(await give(90, { unit: "room_minutes" })).toMatchObject({ settledQuantity: 75 });
    expect((await charges())[0]).toMatchObject({ openMinor: 0, lines: [{ usage: { openQuantity: 15 } }] });
  });

  test("and charges that come at once meet: nothing is paid twice, nothing stays open beside money", async () => {
    await Promise.all(
      Array.from({ length: 16 }, (_, i) => (i % 2 ? give(500) : charge({ amountMinor: 500, minutes: null }))),
    );
    expect([(await charges()).reduce((sum, one) => sum + one.openMinor, 0), await left()]).toEqual([0, 0]);
  });
});

describe("lowering what a cause costs", () => {
  test("takes what is open first, then gives paid money back to its lots; late credits don't pay what is gone", async () => {
    await give(2000);
    const cause = await charge();
    expect(await lower(cause, 2500)).toEqual({ openMinor: 500, paidMinor: 2000 });
    expect(await left()).toBe(0);
    expect(await lower(cause, 1000)).toEqual({ openMinor: 0, paidMinor: 1000 });
    expect(await left()).toBe(1000);
    expect(await give(90, { unit: "room_minutes" })).toMatchObject({ settledQuantity: 0 });
    expect(await lower(cause, 0)).toEqual({ openMinor: 0, paidMinor: 0 });
    expect(await left()).toBe(2000);
    const movements = await database.owner.query<{ reason: string; amount: string }>(
      "SELECT reason, sum(amount_minor) AS amount FROM charge_adjustments WHERE organization_id = $1 GROUP BY 1 ORDER BY 1",
      [ledger.space.organizationId],
    );
    expect(movements.rows).toEqual([
      { reason: "cancelled", amount: "-3600" },
      { reason: "paid_from_credit", amount: "-2000" },
      { reason: "returned_to_credit", amount: "2000" },
    ]);
  });

  test("keeps a part of the usage for late credits: as much as the fee is worth", async () => {
    const cause = await charge();
    expect(await lower(cause, 1800)).toEqual({ openMinor: 1800, paidMinor: 0 });
    expect(await give(90, { unit: "room_minutes" })).toMatchObject({ settledQuantity: 45 });
    expect(await cost(cause)).toMatchObject({ openMinor: 0, used: [{ quantity: 45 }] });
  });

  test("comes to the same before and after everything was refunded", async () => {
    for (const refundFirst of [true, false]) {
      await give(2000);
      const cause = await charge();
      const refund = () =>
        ledger.inside((tx) => refundCredits(tx, ledger.system, { cause, quantity: "all", reason: "cancelled" }));
      if (refundFirst) await refund();
      expect(await lower(cause, 0)).toEqual({ openMinor: 0, paidMinor: 0 });
      if (!refundFirst) await refund();
      expect([await left(), await cost(cause)]).toMatchObject([2000, { openMinor: 0, paidMinor: 0 }]);
      await ledger.inside((tx) =>
        consumeCredits(tx, ledger.system, { ...aUsage(ledger.ana, 2000), unit: "money", currency: "USD" }),
      );
    }
  });

  test("after a refund of everything, a fee is paid from the money that came back", async () => {
    await give(2000);
    const cause = await charge();
    await ledger.inside((tx) => refundCredits(tx, ledger.system, { cause, quantity: "all", reason: "cancelled" }));
    expect(await lower(cause, 1500)).toEqual({ openMinor: 0, paidMinor: 1500 });
    expect(await left()).toBe(500);
  });

  test("spreads over several charges, the last first; more than it costs changes nothing; again, nothing", async () => {
    const cause = await charge({ amountMinor: 1000, minutes: null });
    await ledger.inside((tx) =>
      recordCharge(tx, ledger.system, {
        payer: { personId: ledger.ana, teamId: null },
        cause,
        currency: "USD",
        lines: [aLine(300), aLine(400)],
        idempotencyKey: newId(),
      }),
    );
    expect(await lower(cause, 5000)).toEqual({ openMinor: 1700, paidMinor: 0 });
    const key = newId();
    for (let i = 0; i < 2; i++) expect(await lower(cause, 1100, key)).toEqual({ openMinor: 1100, paidMinor: 0 });
    expect((await charges()).map(({ lines }) => lines.map((line) => line.openMinor))).toEqual([[1000], [100, 0]]);
    await expect(lower(cause, -1)).rejects.toMatchObject({ refusal: { code: "bad_amount" } });
    await expect(lower(cause, 0.5)).rejects.toMatchObject({ refusal: { code: "bad_amount" } });
    expect(await lower({ type: "booking" as const, id: newId() }, 0)).toEqual({ openMinor: 0, paidMinor: 0 });
  });

  test("beside refunds of the same cause: nobody waits in a circle, and everything is back once", async () => {
    await give(3600);
    await ledger.grant({ teamId: ledger.team }, 60);
    const cause = await charge();
    await ledger.consume(ledger.ana, 60, { cause });
    let tries = 0;
    const refund = () =>
      ledger.inside((tx) => {
        tries++;
        return refundCredits(tx, ledger.system, { cause, quantity: "all", reason: "cancelled" });
      });
    await Promise.all(Array.from({ length: 16 }, (_, i) => (i % 2 ? refund() : lower(cause, 0))));
    expect([await left(), await left("room_minutes"), tries]).toEqual([3600, 60, 8]);
    expect(await cost(cause)).toMatchObject({ used: [], openMinor: 0, paidMinor: 0 });
  });

  test("sixteen times at once gives money back once", async () => {
    await give(3600);
    const cause = await charge();
    await Promise.all(Array.from({ length: 16 }, () => lower(cause, 600)));
    expect([await left(), await cost(cause)]).toMatchObject([3000, { openMinor: 0, paidMinor: 600 }]);
  });
});

test("what a cause costs names credits, promises and money, each by itself", async () => {
  expect(await cost({ type: "booking" as const, id: newId() })).toEqual({
    used: [],
    scheduled: [],
    openMinor: 0,
    paidMinor: 0,
    isCharged: false,
  });
  await ledger.grant({ personId: ledger.ana }, 30);
  const cause = await charge({ amountMinor: 1200, minutes: 30, at: parseInstant("2027-01-01T00:00:00Z") });
  await ledger.consume(ledger.ana, 30, { cause });
  await ledger.inside((tx) =>
    scheduleConsumption(tx, ledger.system, {
      ...aUsage(ledger.ana, 45, AT),
      cause,
      price: { amountMinor: 1800, currency: "USD" },
    }),
  );
  expect(await cost(cause)).toEqual({
    used: [{ unit: "room_minutes", currency: null, quantity: 30 }],
    scheduled: [{ unit: "room_minutes", quantity: 45, priceMinor: 1800 }],
    openMinor: 1200,
    paidMinor: 0,
    isCharged: true,
  });
});
