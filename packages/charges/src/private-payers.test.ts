import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Ledger } from "@working-social/credits/testing";
import { aLedger } from "@working-social/credits/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { recordCharge } from "./commands/record-charge.ts";
import { buyPack } from "./packs/commands/buy-pack.ts";
import { createPack } from "./packs/commands/create-pack.ts";
import { aLine } from "./testing/a-line.ts";

// Somebody of a team who pays privately owes what they use themselves; what is bought for the team stays the team's.

let database: TestDatabase;
let ledger: Ledger;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  ledger = await aLedger(database);
});

const paysPrivately = (is: boolean) =>
  database.owner.query("UPDATE people SET pays_privately = $1 WHERE id = $2", [is, ledger.ana]);
const charge = (personId: string, key: string = newId()) =>
  ledger.inside((tx) =>
    recordCharge(tx, ledger.system, {
      payer: { personId, teamId: ledger.team },
      cause: { type: "booking", id: newId(), label: "Lantern" },
      currency: "USD",
      lines: [aLine(1200)],
      idempotencyKey: key,
    }),
  );
/** Whose account each charge of the space is on, the oldest first. */
async function payers(): Promise<string[]> {
  const { rows } = await database.owner.query<{ owner_id: string }>(
    `SELECT a.owner_id FROM charges c JOIN billing_accounts a ON a.id = c.billing_account_id WHERE c.organization_id = $1
     ORDER BY c.created_at, c.id`,
    [ledger.space.organizationId],
  );
  return rows.map(({ owner_id }) => owner_id);
}

test("what they use is on their own account from the day on which that is said, and a colleague's is on the team's", async () => {
  await charge(ledger.ana);
  await paysPrivately(true);
  await charge(ledger.ana);
  await charge(ledger.ben);
  await paysPrivately(false);
  await charge(ledger.ana);
  expect((await payers()).sort()).toEqual([ledger.ana, ledger.team, ledger.team, ledger.team].sort());
});

test("the same key again is the same charge, whoever pays by then", async () => {
  const key = newId();
  const cause = { type: "booking" as const, id: newId(), label: "Lantern" };
  const again = () =>
    ledger.inside((tx) =>
      recordCharge(tx, ledger.system, {
        payer: { personId: ledger.ana, teamId: ledger.team },
        cause,
        currency: "USD",
        lines: [aLine(1200)],
        idempotencyKey: key,
      }),
    );
  await paysPrivately(true);
  const first = await again();
  await paysPrivately(false);
  expect(await again()).toEqual(first);
  expect(await payers()).toEqual([ledger.ana]);
});

test("a pack that is bought for the team is the team's to pay", async () => {
  await paysPrivately(true);
  const owner = ledger.space.as("owner");
  const pack = await createPack(owner, {
    name: "100 pages",
    unit: "mono_pages",
    currency: null,
    quantity: 100,
    priceMinor: 900,
    priceCurrency: "USD",
    validDays: null,
    scope: { resourceIds: [], resourceKinds: [], locationIds: [] },
  });
  const buy = (whom: { teamId: string } | { personId: string }) =>
    buyPack(owner, { packId: pack.id, for: whom, expectedPriceMinor: 900, idempotencyKey: newId() });
  await buy({ teamId: ledger.team });
  await buy({ personId: ledger.ana });
  expect((await payers()).sort()).toEqual([ledger.ana, ledger.team].sort());
});
