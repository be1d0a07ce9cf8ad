import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { recordCharge } from "@working-social/charges";
import { aLine } from "@working-social/charges/testing";
import { holdCredits, scheduleConsumption, settleHold } from "@working-social/credits";
import type { Ledger } from "@working-social/credits/testing";
import { aLedger, aUsage } from "@working-social/credits/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { checkInvariants } from "./check.ts";

// Each is broken on purpose, past the app and its triggers, and must be found.
let database: TestDatabase;
let ledger: Ledger;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** A ledger that has seen everything: a grant, a use, an open and a settled hold, a schedule, a charge. */
beforeEach(async () => {
  ledger = await aLedger(database);
  await ledger.grant({ personId: ledger.ana }, 100);
  await ledger.consume(ledger.ana, 10);
  const usage = aUsage(ledger.ana, 20);
  const hold = { expiresAt: usage.at + 60_000 };
  await ledger.inside(async (tx) => {
    await holdCredits(tx, ledger.system, { ...usage, ...hold });
    const { id } = await holdCredits(tx, ledger.system, { ...usage, ...hold, idempotencyKey: newId() });
    await settleHold(tx, ledger.system, { holdId: id, quantity: 5 });
    await scheduleConsumption(tx, ledger.system, usage);
    await recordCharge(tx, ledger.system, {
      payer: { personId: ledger.ana, teamId: null },
      cause: usage.cause,
      currency: "USD",
      lines: [aLine(500, { locationId: ledger.locationId })],
      idempotencyKey: newId(),
    });
  });
});

async function foundAfter(sql: string | null): Promise<string[]> {
  const client = await database.owner.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query(`ALTER TABLE credit_balances DROP CONSTRAINT credit_balances_never_below_floor, DROP CONSTRAINT credit_balances_only_overdrafts_owe;
      ALTER TABLE credit_usages DROP CONSTRAINT credit_usages_refunded_once`);
    if (sql) await client.query(sql.replaceAll("$org", `'${ledger.system.organizationId}'`));
    return (await checkInvariants(client)).map((finding) => finding.invariant);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

test("a sound ledger breaks none", async () => {
  // The people of this space include no second owner who could sign in; that is another invariant's matter, and holds.
  expect(await foundAfter(null)).toEqual([]);
});

test.each<[string, string]>([
  [
    "Each credit transfer sums to zero.",
    "UPDATE credit_entries SET quantity = quantity + 1 WHERE account = 'used' AND organization_id = $org",
  ],
  [
    "Each lot's balance is the sum of its entries, and what is held of it is what its open holds hold.",
    "UPDATE credit_balances SET balance = balance + 1 WHERE organization_id = $org",
  ],
  [
    "Each lot's balance is the sum of its entries, and what is held of it is what its open holds hold.",
    "UPDATE credit_balances SET held = held + 1 WHERE organization_id = $org",
  ],
  [
    "No lot is below its floor, and only overdrafts have one below zero.",
    "UPDATE credit_balances SET balance = -1 WHERE organization_id = $org",
  ],
  [
    "No lot is below its floor, and only overdrafts have one below zero.",
    "UPDATE credit_balances SET floor = -1 WHERE organization_id = $org",
  ],
  ["Every lot has a balance, of its own kind.", "DELETE FROM credit_balances WHERE organization_id = $org"],
  [
    "What each cause has used of a lot is what it took less what it got back, and never below zero.",
    "UPDATE credit_usages SET quantity = quantity - 1 WHERE organization_id = $org",
  ],
  [
    "What each cause has used of a lot is what it took less what it got back, and never below zero.",
    "DELETE FROM credit_usages WHERE organization_id = $org",
  ],
  [
    "A transfer moves lots of its own unit and currency, and no more than was asked for.",
    "UPDATE credit_lots SET unit = 'mono_pages' WHERE organization_id = $org",
  ],
  [
    "A transfer moves lots of its own unit and currency, and no more than was asked for.",
    "UPDATE credit_transfers SET requested = 1 WHERE organization_id = $org",
  ],
  [
    "A hold that was posted has at most one transfer, and one that was voided has none.",
    "UPDATE credit_hold_resolutions SET outcome = 'voided' WHERE organization_id = $org",
  ],
  [
    "Scheduled usage that was settled has its transfer; cancelled or open usage has none.",
    "UPDATE credit_schedules SET outcome = 'settled', resolved_at = now() WHERE organization_id = $org",
  ],
  [
    "The lines of each charge sum to its amount, and no line is open below zero.",
    "UPDATE charge_lines SET amount_minor = 499, net_minor = 499 WHERE organization_id = $org",
  ],
])("%s", async (name, sql) => {
  expect(await foundAfter(sql)).toContain(name);
});
