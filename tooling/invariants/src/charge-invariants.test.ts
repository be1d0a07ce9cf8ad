import { buyPack, createPack, giveCredits, lowerCharges, recordCharge } from "@working-social/charges";
import { aPrint } from "@working-social/charges/testing";
import type { Ledger } from "@working-social/credits/testing";
import { aLedger } from "@working-social/credits/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { checkInvariants } from "./check.ts";

// Each is broken on purpose, past the app and its triggers, and must be found.
let database: TestDatabase;
let ledger: Ledger;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const scope = { resourceIds: [], resourceKinds: [], locationIds: [] };

/** Somebody bought a pack, and owed something that a voucher paid, of which a part came back. */
beforeEach(async () => {
  ledger = await aLedger(database);
  const owner = ledger.space.as("owner");
  const pages = { unit: "mono_pages", currency: null, quantity: 100, validDays: 90, scope } as const;
  const pack = await createPack(owner, { name: "100 pages", ...pages, priceMinor: 900, priceCurrency: "USD" });
  const whom = { personId: ledger.ana };
  await buyPack(owner, { packId: pack.id, for: whom, expectedPriceMinor: 900, idempotencyKey: newId() });
  const copier = { id: newId(), kind: "copier", locationId: ledger.locationId };
  await ledger.consume(ledger.ana, 30, { unit: "mono_pages", resource: copier });
  const voucher = { unit: "money", currency: "USD", quantity: 700, expiresAt: null, scope } as const;
  await giveCredits(owner, { owner: whom, ...voucher, reason: "A voucher", idempotencyKey: newId() });
  const cause = { type: "print_job" as const, id: newId(), label: "Report" };
  await ledger.inside(async (tx) => {
    await recordCharge(tx, ledger.system, {
      payer: { personId: ledger.ana, teamId: null },
      cause,
      currency: "USD",
      lines: [aPrint(500, ledger.locationId)],
      idempotencyKey: newId(),
    });
    await lowerCharges(tx, ledger.system, { cause, keepMinor: 200, reason: "jam", idempotencyKey: newId() });
  });
});

const OURS = /pack|credits of money|Each balance belongs|billing account|A line of a charge|is taxed|was taxed/;

async function foundAfter(sql: string | null): Promise<string[]> {
  const client = await database.owner.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    if (sql) await client.query(sql.replaceAll("$org", `'${ledger.system.organizationId}'`));
    return (await checkInvariants(client))
      .map((finding) => finding.invariant)
      .filter((name) => sql === null || OURS.test(name));
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

test("what was bought and paid as it should be breaks none", async () => {
  expect(await foundAfter(null)).toEqual([]);
});

const LOT = "Each purchase of a pack made one lot of what is in the pack, for who bought it.";
const TAXED =
  "What is taxed of each lot that was prepaid is its share of what was paid for it, and never more than was used.";
const ACCOUNT =
  "Each person and each team has a billing account, and a charge is owed by that of its team, or else of its person.";
const ABOUT = "A line of a charge is about what its charge is for, with the data that its code asks for.";
const PRICE = "Each purchase of a pack is charged at its price, once, and never paid with credits.";

test.each<[string, string]>([
  [LOT, "UPDATE credit_packs SET quantity = 101 WHERE organization_id = $org"],
  [LOT, "DELETE FROM credit_transfers WHERE cause_type = 'pack_purchase' AND organization_id = $org"],
  [PRICE, "UPDATE credit_pack_purchases SET price_minor = 1 WHERE organization_id = $org"],
  [
    PRICE,
    "UPDATE credit_usages u SET cause_type = 'pack_purchase', cause_id = p.id::text FROM credit_pack_purchases p WHERE p.organization_id = $org AND u.organization_id = $org",
  ],
  [
    "What the charges of a cause say credits of money have paid is what the ledger took for it.",
    "DELETE FROM charge_adjustments WHERE reason = 'returned_to_credit' AND organization_id = $org",
  ],
  [
    TAXED,
    "UPDATE credit_lots SET prepaid_minor = prepaid_minor + 500 WHERE organization_id = $org AND prepaid_minor IS NOT NULL",
  ],
  [TAXED, "UPDATE pack_redemptions SET quantity = quantity + 1 WHERE organization_id = $org"],
  [
    "A pack that was taxed at its sale is not taxed at its use, and one that was not is.",
    "UPDATE credit_packs SET purpose = 'single_purpose' WHERE organization_id = $org",
  ],
  [ACCOUNT, "DELETE FROM billing_accounts WHERE organization_id = $org AND team_id IS NOT NULL"],
  [ACCOUNT, "UPDATE charges SET billing_account_id = gen_random_uuid() WHERE organization_id = $org"],
  [ABOUT, "UPDATE charge_lines SET code = 'booking' WHERE code = 'print' AND organization_id = $org"],
  [ABOUT, "UPDATE charge_lines SET product = 'room_time' WHERE code = 'print' AND organization_id = $org"],
  [ABOUT, "UPDATE charge_lines SET data = data - 'sides' WHERE code = 'print' AND organization_id = $org"],
  [ABOUT, "UPDATE charge_lines SET location_id = NULL WHERE code = 'print' AND organization_id = $org"],
  [
    "Each balance belongs to whom its lot belongs to.",
    "UPDATE credit_balances SET owner_id = gen_random_uuid() WHERE organization_id = $org",
  ],
])("%s", async (name, sql) => {
  expect(await foundAfter(sql)).toContain(name);
});
