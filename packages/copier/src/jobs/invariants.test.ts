import { afterAll, beforeAll, expect, test } from "vitest";
import type { Copier } from "../testing/a-copier.ts";
import { aCopier, printed, submitted } from "../testing/a-copier.ts";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { checkInvariants } from "@working-social/invariants";

// Each is broken on purpose, past the app and its triggers, and must be found.
let database: TestDatabase;
let copier: Copier;
beforeAll(async () => {
  database = await createTestDatabase();
  copier = await aCopier(database);
  await copier.give({ personId: copier.anaId }, "mono_pages", 5);
  await copier.report(submitted({ jobId: "7", estimatedSides: 2 }), printed({ sides: 4 }));
});
afterAll(() => database.close());

async function foundAfter(sql: string | null): Promise<string[]> {
  const client = await database.owner.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    if (sql) await client.query(sql, [copier.organizationId]);
    return (await checkInvariants(client)).map((finding) => finding.invariant);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

const PAID = "A settled print job was paid as it says: by credits of the ledger, and by its charges.";
const HELD = "A print job that waits holds as many credits as it says, and no other job holds any.";

test("sound jobs break none", async () => {
  expect(await foundAfter(null)).toEqual([]);
});
test.each([
  [PAID, "UPDATE print_jobs SET money_minor = money_minor + 1 WHERE status = 'settled' AND organization_id = $1"],
  [PAID, "UPDATE print_jobs SET credits_used = credits_used + 1 WHERE status = 'settled' AND organization_id = $1"],
  [HELD, "UPDATE print_jobs SET held_credits = held_credits + 1 WHERE status = 'held' AND organization_id = $1"],
  [
    HELD,
    "UPDATE print_jobs SET held_credits = 0, hold_id = NULL, status = 'cancelled' WHERE status = 'held' AND organization_id = $1",
  ],
])("%s", async (name, sql) => {
  expect(await foundAfter(sql)).toContain(name);
});
