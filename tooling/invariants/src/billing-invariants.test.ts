import { changeContract, creditInvoice, listInvoices } from "@working-social/billing";
import type { BilledSpace } from "@working-social/billing/testing";
import { aBilledSpace } from "@working-social/billing/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkInvariants } from "./check.ts";

// Each is broken on purpose, past the app and its triggers, and must be found.
let database: TestDatabase;
let billed: BilledSpace;

/** A month that was invoiced, days of it that came back, and an invoice that was credited. */
beforeAll(async () => {
  database = await createTestDatabase();
  billed = await aBilledSpace(database);
  billed.on("2026-12-01");
  const contract = await billed.sign(await billed.plan({ setupFeeMinor: 5_000 }));
  await billed.bill("2026-12-01");
  billed.on("2026-12-10");
  const larger = await billed.plan({ prices: [{ fromPeriod: 0, priceMinor: 31_000 }] });
  const change = { kind: "plan", planVersionId: larger.id, quantity: 1, from: { on: "2026-12-11" } } as const;
  await changeContract(billed.manager, { id: contract.id, change });
  await billed.bill("2026-12-11");
  await billed.sign(await billed.plan(), { holder: { teamId: billed.team } });
  await billed.bill("2026-12-12");
  const { invoices } = await listInvoices(billed.manager, { accountId: null, cursor: null });
  const [last] = invoices;
  if (last) await creditInvoice(billed.manager, { id: last.id, lines: null, reason: "A wrong price" });
});
afterAll(() => database.close());

async function foundAfter(sql: string | null): Promise<string[]> {
  const client = await database.owner.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    if (sql) await client.query(sql.replaceAll("$org", `'${billed.space.organizationId}'`));
    return (await checkInvariants(client)).map((finding) => finding.invariant);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

test("what was billed as it should be breaks none", async () => {
  expect(await foundAfter(null)).toEqual([]);
});

const NUMBERS = "Numbers of a series and year begin at 1 and have no gap.";
const CHAIN = "Each document follows on the one before in its series, and the series ends with the last.";
const SUMS = "The lines of a document sum to it, and so do its taxes, each of which is that of its category and rate.";
const BACK = "What comes back of a line, as days or by credit notes, is never more than the line.";
const ONCE = "No day of a contract line is charged twice by one kind of charge, but for days that came back.";
const DAYS = "The charged days of an invoice line are its days, whether or not they came back.";
const BOOKS = "Each document is in the books, with what is due of it owed by its account.";

test.each<[string, string]>([
  [NUMBERS, "UPDATE invoices SET sequence = sequence + 5 WHERE number = '2026-0003' AND organization_id = $org"],
  [NUMBERS, "UPDATE number_counters SET last_number = 9 WHERE organization_id = $org"],
  [CHAIN, "UPDATE invoices SET hash = repeat('0', 64) WHERE number = '2026-0001' AND organization_id = $org"],
  [CHAIN, "UPDATE number_series SET last_hash = repeat('0', 64) WHERE organization_id = $org"],
  [SUMS, "UPDATE invoice_lines SET net_minor = net_minor + 1 WHERE position = 0 AND organization_id = $org"],
  [SUMS, "UPDATE invoice_taxes SET tax_minor = tax_minor + 1 WHERE organization_id = $org"],
  [BACK, "UPDATE invoice_lines SET amount_minor = -99999 WHERE returns_line_id IS NOT NULL AND organization_id = $org"],
  [BACK, "UPDATE invoice_lines SET amount_minor = 99999 WHERE credits_line_id IS NOT NULL AND organization_id = $org"],
  [
    ONCE,
    "ALTER TABLE charged_days DROP CONSTRAINT charged_days_once; UPDATE charged_days SET returned_by_line_id = NULL WHERE organization_id = $org AND kind = 'fee' AND from_day = '2026-12-11'",
  ],
  [
    DAYS,
    "ALTER TABLE charged_days DROP CONSTRAINT charged_days_once; UPDATE charged_days SET until_day = until_day + 1 WHERE organization_id = $org",
  ],
  [
    "Nobody has two memberships on one day.",
    "ALTER TABLE contracts DROP CONSTRAINT contracts_one_membership; INSERT INTO contracts (id, organization_id, kind, person_id, billing_account_id, location_id, currency, price_mode, starts_on, interval_months, created_at) SELECT gen_random_uuid(), organization_id, kind, person_id, billing_account_id, location_id, currency, price_mode, starts_on + 40, interval_months, created_at FROM contracts WHERE person_id IS NOT NULL AND organization_id = $org",
  ],
  [
    "Each entry of the books balances in each currency.",
    "UPDATE journal_postings SET amount_minor = amount_minor + 1 WHERE position = 0 AND organization_id = $org",
  ],
  [BOOKS, "DELETE FROM journal_entries WHERE organization_id = $org"],
  [
    BOOKS,
    "ALTER TABLE invoices DROP CONSTRAINT invoices_add_up; UPDATE invoices SET due_minor = due_minor + 1 WHERE organization_id = $org",
  ],
  [
    "What is deferred is what was invoiced and is not earned yet.",
    "UPDATE journal_postings SET amount_minor = amount_minor + 1 WHERE account = 'deferred_revenue' AND organization_id = $org",
  ],
])("%s is noticed: %s", async (name, sql) => {
  expect(await foundAfter(sql)).toContain(name);
});
