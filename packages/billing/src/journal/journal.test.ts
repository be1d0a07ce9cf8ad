import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeContract } from "../contracts/commands/change-contract.ts";
import { earnedUntil } from "../rules/index.ts";
import type { BilledSpace } from "../testing/a-billed-space.ts";
import { aBilledSpace } from "../testing/a-billed-space.ts";
import { recogniseRevenue } from "./commands/recognise-revenue.ts";
import { listEntries, trialBalance } from "./queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function aSeller(billed: BilledSpace): Promise<string> {
  const { rows } = await database.owner.query<{ id: string }>("SELECT id FROM sellers WHERE organization_id = $1", [
    billed.space.organizationId,
  ]);
  return rows[0]?.id ?? "";
}
const asJob = ({ space }: BilledSpace) =>
  database.context(space.organizationId, { kind: "job", job: "run_billing" }, space.clock);

async function balances(billed: BilledSpace, on: string): Promise<Record<string, number>> {
  const { rows, sums } = await trialBalance(billed.manager, { sellerId: await aSeller(billed), on });
  for (const { debitMinor, creditMinor } of sums) expect(debitMinor).toBe(creditMinor);
  const byAccount = Map.groupBy(rows, ({ account }) => account);
  return Object.fromEntries(
    [...byAccount].map(([account, all]) => [account, all.reduce((sum, row) => sum + row.balanceMinor, 0)]),
  );
}

test("what was invoiced in advance is earned day by day, and the past stays what it was", async () => {
  const billed = await aBilledSpace(database, { taxBasisPoints: 0 });
  billed.on("2026-12-01");
  await billed.sign(await billed.plan({ prices: [{ fromPeriod: 0, priceMinor: 310_00 }] }));
  await billed.bill("2026-12-01");
  expect(await balances(billed, "2026-12-01")).toEqual({ receivable: 310_00, deferred_revenue: -310_00 });
  billed.on("2026-12-11");
  expect(await recogniseRevenue(asJob(billed))).toEqual({ days: 10 });
  expect(await recogniseRevenue(asJob(billed))).toEqual({ days: 0 });
  expect(await balances(billed, "2026-12-10")).toEqual({
    receivable: 310_00,
    deferred_revenue: -210_00,
    revenue: -100_00,
  });
  expect(await balances(billed, "2026-12-03")).toEqual({
    receivable: 310_00,
    deferred_revenue: -280_00,
    revenue: -30_00,
  });
  billed.on("2027-01-20");
  await recogniseRevenue(asJob(billed));
  expect(await balances(billed, "2027-01-19")).toEqual({ receivable: 310_00, deferred_revenue: 0, revenue: -310_00 });
  expect(await balances(billed, "2026-12-03")).toEqual({
    receivable: 310_00,
    deferred_revenue: -280_00,
    revenue: -30_00,
  });
  const { entries } = await listEntries(billed.manager, { sellerId: await aSeller(billed), cursor: null });
  expect(entries).toHaveLength(32);
});

test("what comes back is earned no more, a deposit is held until the end, and everything is zero then", async () => {
  const billed = await aBilledSpace(database);
  billed.on("2026-12-01");
  const contract = await billed.sign(
    await billed.plan({ depositMinor: 100_00, prices: [{ fromPeriod: 0, priceMinor: 310_00 }] }),
  );
  await billed.bill("2026-12-01");
  await changeContract(billed.manager, { id: contract.id, change: { kind: "cancel", lastDay: "2026-12-10" } });
  billed.on("2026-12-11");
  await billed.bill("2026-12-11");
  billed.on("2027-02-01");
  await recogniseRevenue(asJob(billed));
  const end = await balances(billed, "2027-01-31");
  expect(end).toMatchObject({ receivable: 100_00, deferred_revenue: 0, deposits_held: 0 });
  expect((end["revenue"] ?? 0) + (end["tax_payable"] ?? 0) + (end["rounding"] ?? 0)).toBe(-100_00);
});

test("nobody without the permission reads the books", async () => {
  const billed = await aBilledSpace(database);
  const input = { sellerId: await aSeller(billed), on: "2026-12-01" };
  for (const role of ["member", "front_desk", "community_manager"] as const)
    await expect(trialBalance(billed.space.as(role), input)).rejects.toMatchObject({
      refusal: { code: "not_allowed" },
    });
  const elsewhere = await aBilledSpace(database);
  expect((await trialBalance(elsewhere.manager, input)).rows).toEqual([]);
});

test("the database computes a share as the rules do", async () => {
  const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
  const line = fc.record({ amount, days: fc.integer({ min: 1, max: 366 }), past: fc.integer({ min: -5, max: 400 }) });
  const lines = fc.sample(line, 2_000);
  const { rows } = await database.owner.query<{ share: number }>(
    `SELECT rounded_share((l->>'amount')::bigint, least(greatest((l->>'past')::int, 0), (l->>'days')::int), (l->>'days')::int)::float8 AS share
     FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS x (l, n) ORDER BY n`,
    [JSON.stringify(lines)],
  );
  const day = (offset: number) => new Date(Date.UTC(2027, 0, 1 + offset)).toISOString().slice(0, 10);
  expect(rows.map(({ share }) => share)).toEqual(
    lines.map(({ amount: amountMinor, days, past }) =>
      earnedUntil({ from: day(0), until: day(days), amountMinor }, day(past - 1)),
    ),
  );
});
