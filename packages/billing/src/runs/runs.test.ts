import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeContract } from "../contracts/commands/change-contract.ts";
import { aBilledSpace } from "../testing/a-billed-space.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const linesOf = async (organizationId: string) =>
  (
    await database.owner.query(
      `SELECT i.number, i.kind, l.code, l.amount_minor::int AS amount, l.service_from::text AS from, l.service_until::text AS until
       FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id WHERE i.organization_id = $1 ORDER BY i.issued_at, i.number, l.position`,
      [organizationId],
    )
  ).rows;

test("a month is billed once, whoever runs again, and the books balance", async () => {
  const billed = await aBilledSpace(database);
  billed.on("2026-12-01");
  await billed.sign(await billed.plan({ setupFeeMinor: 50_00, depositMinor: 400_00 }));
  expect(await billed.bill("2026-12-01")).toMatchObject({
    status: "done",
    accounts: { issued: 1, waiting: 0 },
    sums: [{ currency: "USD", count: 1, dueMinor: 650_00 }],
  });
  expect(await billed.bill("2026-12-01")).toMatchObject({ accounts: { issued: 0, nothing: 1 }, sums: [] });
  expect(await linesOf(billed.space.organizationId)).toEqual([
    { number: "2026-0001", kind: "invoice", code: "plan_fee", amount: 200_00, from: "2026-12-01", until: "2027-01-01" },
    { number: "2026-0001", kind: "invoice", code: "setup_fee", amount: 50_00, from: "2026-12-01", until: "2026-12-02" },
    { number: "2026-0001", kind: "invoice", code: "deposit", amount: 400_00, from: "2026-12-01", until: "2026-12-02" },
  ]);
  const { rows } = await database.owner.query(
    "SELECT account, sum(amount_minor)::int AS amount FROM journal_postings WHERE organization_id = $1 GROUP BY 1 ORDER BY 1",
    [billed.space.organizationId],
  );
  expect(rows).toEqual([
    { account: "receivable", amount: 650_00 },
    { account: "deferred_revenue", amount: -227_27 },
    { account: "tax_payable", amount: -22_73 },
    { account: "deposits_held", amount: -400_00 },
  ]);
});

test("another plan from a day on: what was paid for the days after it comes back, and they are charged at the new price", async () => {
  const billed = await aBilledSpace(database);
  billed.on("2026-12-01");
  const contract = await billed.sign(await billed.plan());
  await billed.bill("2026-12-01");
  billed.on("2026-12-10");
  const larger = await billed.plan({ prices: [{ fromPeriod: 0, priceMinor: 310_00 }] });
  const change = { kind: "plan", planVersionId: larger.id, quantity: 1, from: { on: "2026-12-11" } } as const;
  await changeContract(billed.manager, { id: contract.id, change });
  await billed.bill("2026-12-11");
  expect((await linesOf(billed.space.organizationId)).slice(1)).toEqual([
    { number: "2026-0002", kind: "invoice", code: "plan_fee", amount: 210_00, from: "2026-12-11", until: "2027-01-01" },
    {
      number: "2026-0002",
      kind: "invoice",
      code: "returned",
      amount: -135_48,
      from: "2026-12-11",
      until: "2027-01-01",
    },
  ]);
});

test("a total below zero waits, and becomes a credit note when the contract is over", async () => {
  const billed = await aBilledSpace(database);
  billed.on("2026-12-01");
  const contract = await billed.sign(await billed.plan());
  await billed.bill("2026-12-01");
  billed.on("2026-12-20");
  await changeContract(billed.manager, { id: contract.id, change: { kind: "cancel", lastDay: "2026-12-21" } });
  expect(await billed.bill("2026-12-20")).toMatchObject({ accounts: { carried: 1 }, sums: [] });
  billed.on("2026-12-22");
  expect(await billed.bill("2026-12-22")).toMatchObject({
    accounts: { issued: 1 },
    sums: [{ count: 1, dueMinor: -64_52 }],
  });
  expect((await linesOf(billed.space.organizationId)).slice(-1)).toEqual([
    {
      number: "CN-2026-0001",
      kind: "credit_note",
      code: "returned",
      amount: 64_52,
      from: "2026-12-22",
      until: "2027-01-01",
    },
  ]);
  expect(await billed.bill("2026-12-23")).toMatchObject({ accounts: { nothing: 1 } });
});
