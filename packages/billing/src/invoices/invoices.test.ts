import { recordCharge, adjustCharge } from "@working-social/charges";
import { aLine } from "@working-social/charges/testing";
import { inTransaction } from "@working-social/db";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { newId, taxedPrice } from "@working-social/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BilledSpace } from "../testing/a-billed-space.ts";
import { aBilledSpace } from "../testing/a-billed-space.ts";
import { creditInvoice } from "./commands/credit-invoice.ts";
import { getInvoice, listInvoices } from "./queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const refusal = (code: string, more: object = {}) => ({ refusal: { code, ...more } });

async function anInvoice(version: Parameters<BilledSpace["plan"]>[0] = {}) {
  const billed = await aBilledSpace(database);
  billed.on("2026-12-01");
  await billed.sign(await billed.plan(version));
  await billed.bill("2026-12-01");
  const { invoices } = await listInvoices(billed.manager, { accountId: null, cursor: null });
  const [summary] = invoices;
  if (!summary) throw new Error("Nothing was invoiced.");
  return { billed, invoice: await getInvoice(billed.manager, { id: summary.id }) };
}

test("its holder sees it, the team's admin the team's, nobody else", async () => {
  const { billed, invoice } = await anInvoice();
  const { organizationId, clock } = billed.space;
  const ana = database.context(organizationId, { kind: "person", personId: billed.ana, role: "member" }, clock);
  expect(await getInvoice(ana, { id: invoice.id })).toEqual(invoice);
  expect((await listInvoices(ana, { accountId: null, cursor: null })).invoices).toHaveLength(1);
  const stranger = billed.space.as("member");
  await expect(getInvoice(stranger, { id: invoice.id })).rejects.toMatchObject(
    refusal("not_found", { what: "invoice" }),
  );
  expect((await listInvoices(stranger, { accountId: null, cursor: null })).invoices).toEqual([]);
  await expect(listInvoices(stranger, { accountId: invoice.accountId, cursor: null })).rejects.toMatchObject(
    refusal("not_found", { what: "billing_account" }),
  );
  const elsewhere = await aBilledSpace(database);
  await expect(getInvoice(elsewhere.manager, { id: invoice.id })).rejects.toMatchObject(refusal("not_found"));
});

describe("a credit note", () => {
  test("takes back the whole, and its days are charged anew", async () => {
    const { billed, invoice } = await anInvoice();
    const note = await creditInvoice(billed.manager, { id: invoice.id, lines: null, reason: "Wrong price" });
    expect(note).toMatchObject({
      kind: "credit_note",
      number: "CN-2026-0001",
      correctsNumber: invoice.number,
      reason: "Wrong price",
      netMinor: invoice.netMinor,
      taxMinor: invoice.taxMinor,
      dueMinor: invoice.dueMinor,
    });
    await expect(creditInvoice(billed.manager, { id: invoice.id, lines: null, reason: "Again" })).rejects.toMatchObject(
      refusal("credited_already"),
    );
    await expect(creditInvoice(billed.manager, { id: note.id, lines: null, reason: "Back" })).rejects.toMatchObject(
      refusal("not_an_invoice"),
    );
    expect(await billed.bill("2026-12-02")).toMatchObject({ sums: [{ count: 1, dueMinor: 200_00 }] });
  });

  test("is a manager's of billing, and of this organization", async () => {
    const { billed, invoice } = await anInvoice();
    const input = { id: invoice.id, lines: null, reason: "Wrong price" };
    await expect(creditInvoice(billed.space.as("community_manager"), input)).rejects.toMatchObject(
      refusal("not_allowed", { action: "manageBilling" }),
    );
    const elsewhere = await aBilledSpace(database);
    await expect(creditInvoice(elsewhere.manager, input)).rejects.toMatchObject(refusal("not_found"));
  });

  test("of sixteen at once one is issued", async () => {
    const { billed, invoice } = await anInvoice();
    const input = { id: invoice.id, lines: null, reason: "Wrong price" };
    const tries = await Promise.allSettled(Array.from({ length: 16 }, () => creditInvoice(billed.manager, input)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of tries)
      if (one.status === "rejected") expect(one.reason).toMatchObject(refusal("credited_already"));
  });
});

describe("usage", () => {
  const inDecember = { from: "2026-12-03", until: "2026-12-04" };

  async function used(billed: BilledSpace, amountMinor: number): Promise<string> {
    const tax = { category: "S", basisPoints: 1000 } as const;
    const line = aLine(amountMinor, {
      price: taxedPrice(amountMinor, "gross", tax),
      service: inDecember,
      locationId: billed.locationId,
    });
    await inTransaction(billed.manager, (tx) =>
      recordCharge(tx, billed.manager, {
        payer: { personId: billed.ana, teamId: null },
        cause: { type: "booking", id: newId(), label: "Lantern" },
        currency: "USD",
        lines: [line],
        idempotencyKey: newId(),
      }),
    );
    const { rows } = await database.owner.query<{ id: string }>(
      "SELECT l.id FROM charge_lines l JOIN charges c ON c.id = l.charge_id WHERE c.person_id = $1 ORDER BY l.id DESC LIMIT 1",
      [billed.ana],
    );
    return rows[0]?.id ?? "";
  }
  const lower = (billed: BilledSpace, lineId: string, amountMinor: number) =>
    inTransaction(billed.manager, (tx) =>
      adjustCharge(tx, billed.manager, { lineId, amountMinor, reason: "jam", idempotencyKey: newId() }),
    );

  test("is invoiced when its day is over, as far as it is open; what is taken off later comes back on the next one", async () => {
    const billed = await aBilledSpace(database);
    billed.on("2026-12-03");
    const lineId = await used(billed, 110_00);
    await lower(billed, lineId, -10_00);
    expect(await billed.bill("2026-12-03")).toMatchObject({ sums: [] });
    billed.on("2026-12-04");
    expect(await billed.bill("2026-12-04")).toMatchObject({ sums: [{ dueMinor: 100_00 }] });
    expect(await billed.bill("2026-12-04")).toMatchObject({ sums: [] });
    await lower(billed, lineId, -25_00);
    const other = await used(billed, 60_00);
    expect(other).not.toBe(lineId);
    expect(await billed.bill("2026-12-05")).toMatchObject({ sums: [{ dueMinor: 35_00 }] });
    expect(await billed.bill("2026-12-05")).toMatchObject({ sums: [] });
  });
});

describe("the database", () => {
  const app = (organizationId: string, sql: string) =>
    inTransaction(database.context(organizationId), (tx) => tx.query(sql));

  test.each([
    ["a document is never changed", "UPDATE invoices SET due_minor = 1", "permission denied"],
    ["nor a line", "UPDATE invoice_lines SET amount_minor = 1", "permission denied"],
    ["nor is one taken away", "DELETE FROM invoices", "permission denied"],
    ["nor an entry of the books", "UPDATE journal_postings SET amount_minor = 1", "permission denied"],
    [
      "a line that comes later is refused",
      "INSERT INTO invoice_taxes (organization_id, invoice_id, category, basis_points, net_minor, tax_minor) SELECT organization_id, id, 'Z', 0, 0, 0 FROM invoices",
      "is issued",
    ],
    [
      "a number without a document is a gap",
      "UPDATE number_counters SET last_number = last_number + 1",
      "Not every number",
    ],
    [
      "numbers never go back",
      "UPDATE number_counters SET last_number = last_number - 1",
      "number_counters_begin_at_one",
    ],
    [
      "an entry that does not balance is refused",
      "INSERT INTO journal_postings (organization_id, entry_id, position, account, currency, amount_minor) SELECT organization_id, id, 99, 'cash', 'USD', 5 FROM journal_entries",
      "does not balance",
    ],
    [
      "a day is charged once",
      "INSERT INTO charged_days (id, organization_id, contract_line_id, kind, from_day, until_day, invoice_line_id) SELECT gen_random_uuid(), organization_id, contract_line_id, kind, until_day - 1, until_day + 1, invoice_line_id FROM charged_days",
      "charged_days_once",
    ],
  ])("%s", async (_what, sql, message) => {
    const { billed } = await anInvoice();
    await expect(app(billed.space.organizationId, sql)).rejects.toThrow(message);
  });

  test("a document that is not the sum of its lines is refused, and one out of its chain", async () => {
    const { billed } = await anInvoice();
    const copy = (previous: string, net: string) =>
      `WITH counted AS (UPDATE number_counters SET last_number = last_number + 1 RETURNING series_id, year, last_number)
       INSERT INTO invoices SELECT (json_populate_record(i, json_build_object('id', gen_random_uuid(), 'sequence', 2, 'number', '2026-0002', 'previous_hash', ${previous},
         'hash', repeat('a', 64), 'net_minor', ${net}, 'due_minor', i.tax_minor + i.rounding_minor + ${net}))).* FROM invoices i, counted`;
    await expect(app(billed.space.organizationId, copy("repeat('b', 64)", "i.net_minor"))).rejects.toThrow(
      "does not follow on the last",
    );
    await expect(app(billed.space.organizationId, copy("i.hash", "i.net_minor"))).rejects.toThrow(
      "is not the sum of its lines",
    );
  });
});
