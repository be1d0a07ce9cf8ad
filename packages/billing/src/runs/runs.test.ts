import type { TestDatabase } from "@working-social/db/testing";
import { aPerson, createTestDatabase } from "@working-social/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeContract } from "../contracts/commands/change-contract.ts";
import type { BilledSpace } from "../testing/a-billed-space.ts";
import { aBilledSpace } from "../testing/a-billed-space.ts";
import { continueRuns } from "./commands/continue-run.ts";
import { startRun } from "./commands/start-run.ts";
import { previewRun } from "./queries/preview-run.ts";

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

/** So many people with a membership each, from 1 December on. */
async function members(billed: BilledSpace, count: number): Promise<string[]> {
  const plan = await billed.plan();
  const people = await Promise.all(
    Array.from({ length: count }, () => aPerson(database.owner, billed.space.organizationId)),
  );
  for (const { id } of people) await billed.sign(plan, { holder: { personId: id } });
  return people.map(({ id }) => id);
}

const jobOf = ({ space }: BilledSpace) =>
  database.context(space.organizationId, { kind: "job", job: "run_billing" }, space.clock);
const numbersOf = async ({ space }: BilledSpace) =>
  (
    await database.owner.query<{ number: string }>(
      "SELECT number FROM invoices WHERE organization_id = $1 ORDER BY sequence",
      [space.organizationId],
    )
  ).rows.map(({ number }) => number);

test("two managers press at once, and sixteen workers go on with it: each account is invoiced once, numbers have no gap", async () => {
  const billed = await aBilledSpace(database);
  billed.on("2026-12-01");
  await members(billed, 130);
  const pressed = await Promise.allSettled(
    Array.from({ length: 2 }, () => startRun(billed.manager, { issueDate: "2026-12-01" })),
  );
  const refused = pressed.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  expect(refused).toEqual([expect.objectContaining({ refusal: { code: "run_in_progress" } })]);
  const fail = (fault: unknown) => {
    throw fault;
  };
  await Promise.all(Array.from({ length: 16 }, () => continueRuns(jobOf(billed), fail)));
  await continueRuns(jobOf(billed), fail);
  const numbers = await numbersOf(billed);
  expect(numbers).toEqual(Array.from({ length: 130 }, (_, place) => `2026-${String(place + 1).padStart(4, "0")}`));
  expect(await billed.bill("2026-12-02")).toMatchObject({ accounts: { issued: 0, nothing: 130 }, sums: [] });
});

test("an account that can't be billed is held back with its reason, and the others are invoiced", async () => {
  const billed = await aBilledSpace(database);
  billed.on("2026-12-01");
  const [first] = await members(billed, 3);
  // A day that stands charged already, behind the back of the rules: the constraint refuses its invoice.
  await billed.bill("2026-12-01");
  billed.on("2027-01-01");
  await database.owner.query(
    `INSERT INTO charged_days (id, organization_id, contract_line_id, kind, from_day, until_day, invoice_line_id)
     SELECT gen_random_uuid(), d.organization_id, d.contract_line_id, 'fee', '2027-02-01', '2027-02-02', d.invoice_line_id
     FROM charged_days d JOIN contract_lines l ON l.id = d.contract_line_id JOIN contracts c ON c.id = l.contract_id WHERE c.person_id = $1`,
    [first],
  );
  await database.owner.query(
    "UPDATE invoice_lines l SET period_from = '2027-02-01', period_until = '2027-01-01' FROM charged_days d JOIN contract_lines n ON n.id = d.contract_line_id JOIN contracts c ON c.id = n.contract_id WHERE d.invoice_line_id = l.id AND c.person_id = $1",
    [first],
  );
  const told: string[] = [];
  await startRun(billed.manager, { issueDate: "2027-01-01" });
  await continueRuns(jobOf(billed), (_fault, accountId) => told.push(accountId));
  const { rows } = await database.owner.query(
    "SELECT outcome, problem, count(*)::int FROM billing_run_accounts a JOIN billing_runs r ON r.id = a.run_id WHERE r.organization_id = $1 AND r.issue_date = '2027-01-01' GROUP BY 1, 2 ORDER BY 1",
    [billed.space.organizationId],
  );
  expect(rows).toEqual([
    { outcome: "issued", problem: null, count: 2 },
    { outcome: "held_back", problem: { code: "fault" }, count: 1 },
  ]);
  expect(told).toHaveLength(1);
});

test("a database that is away for a moment holds nobody back: the run is gone on with later", async () => {
  const billed = await aBilledSpace(database);
  billed.on("2026-12-01");
  await members(billed, 2);
  await startRun(billed.manager, { issueDate: "2026-12-01" });
  const job = jobOf(billed);
  let connections = 0;
  const connect = async () => {
    // The first two times it is away: for the batch, and for its first account alone.
    if (++connections <= 2) throw new Error("Connection terminated unexpectedly");
    return job.db.pool.connect();
  };
  const pool = new Proxy(job.db.pool, {
    get: (target, name) => (name === "connect" ? connect : Reflect.get(target, name)),
  });
  const told: string[] = [];
  const onFault = (_fault: unknown, accountId: string) => void told.push(accountId);
  await expect(continueRuns({ ...job, db: { ...job.db, pool } }, onFault)).rejects.toThrow("Connection terminated");
  expect(await continueRuns(job, onFault)).toEqual({ accounts: 2 });
  expect(told).toEqual([]);
  expect(await numbersOf(billed)).toEqual(["2026-0001", "2026-0002"]);
});

test("a preview says what the run then issues, and why it differs from the one before", async () => {
  const billed = await aBilledSpace(database);
  billed.on("2026-12-01");
  await billed.sign(await billed.plan({ setupFeeMinor: 50_00 }));
  const first = await previewRun(billed.manager, { issueDate: "2026-12-01" });
  expect(first.totals).toMatchObject([{ currency: "USD", count: 1, dueMinor: 250_00, beforeMinor: 0 }]);
  expect(await billed.bill("2026-12-01")).toMatchObject({ sums: [{ dueMinor: 250_00 }] });
  billed.on("2027-01-01");
  const second = await previewRun(billed.manager, { issueDate: "2027-01-01" });
  expect(second.totals).toMatchObject([{ currency: "USD", count: 1, dueMinor: 200_00, beforeMinor: 250_00 }]);
  expect(second.accounts[0]?.documents[0]?.differences).toEqual([
    { kind: "ended", productKind: "setup_fee", byMinor: -50_00 },
  ]);
  expect(await billed.bill("2027-01-01")).toMatchObject({ sums: [{ dueMinor: 200_00 }] });
});

test("a run is a billing manager's, is not dated into closed books, and not far ahead", async () => {
  const billed = await aBilledSpace(database);
  billed.on("2026-12-10");
  for (const role of ["member", "front_desk", "community_manager"] as const)
    await expect(startRun(billed.space.as(role), { issueDate: "2026-12-10" })).rejects.toMatchObject({
      refusal: { code: "not_allowed", action: "manageBilling" },
    });
  await expect(startRun(billed.manager, { issueDate: "2027-02-01" })).rejects.toMatchObject({
    refusal: { code: "too_far_ahead_to_bill", latest: "2027-01-10" },
  });
  await database.owner.query("UPDATE sellers SET locked_until = '2026-11-30' WHERE organization_id = $1", [
    billed.space.organizationId,
  ]);
  await expect(startRun(billed.manager, { issueDate: "2026-11-30" })).rejects.toMatchObject({
    refusal: { code: "books_closed", lockedUntil: "2026-11-30" },
  });
});
