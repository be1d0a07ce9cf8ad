import { copyDatabase, createEmptyDatabase, migrateWith, plantedMigration } from "@working-social/db/testing";
import { checkInvariants } from "@working-social/invariants";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readFixtures } from "./fixture-file.ts";
import { lostSince, STATED } from "./kept-rows.ts";
import { onDatabase } from "./load-fixture.ts";
import type { Upgraded } from "./upgrade.ts";
import { upgrade } from "./upgrade.ts";

// Migrations that nobody should write, each planted behind the newest: what upgrades.test.ts looks at must show them.
let empty: Awaited<ReturnType<typeof createEmptyDatabase>>;
let upgraded: Upgraded;
beforeAll(async () => {
  const newest = (await readFixtures()).at(-1);
  if (!newest) throw new Error("There is no fixture.");
  empty = await createEmptyDatabase();
  upgraded = await upgrade(empty.url, newest);
});
afterAll(() => empty.drop());

const PLANTED = "99991231000000_planted";

/** Everything that upgrades.test.ts would say of a database after this migration. */
async function faultsAfter(sql: string, stated = STATED): Promise<string[]> {
  const copy = await copyDatabase(empty.url);
  try {
    expect(await migrateWith(copy.url, (all) => [...all, plantedMigration(PLANTED, sql)])).toEqual([PLANTED]);
    return await onDatabase(copy.url, async (owner) => [
      ...(await lostSince(owner, upgraded.before, stated)),
      ...(await checkInvariants(owner)).map(({ invariant }) => invariant),
    ]);
  } finally {
    await copy.drop();
  }
}

test("a migration that adds, or says which names it changes, is no fault", async () => {
  const sql = `ALTER TABLE people ADD COLUMN nickname text NOT NULL DEFAULT 'en';
    ALTER TABLE print_log_problems RENAME TO print_problems;
    ALTER TABLE credit_holds RENAME COLUMN cause_label TO title`;
  const renamed = new Map([...STATED.renamed, ["public.print_log_problems", "public.print_problems"]]);
  const restated = new Set([...STATED.restated, "public.credit_holds.cause_label"]);
  expect(await faultsAfter(sql, { ...STATED, renamed, restated })).toEqual([]);
});

test.each([
  [
    "loses rows",
    "DELETE FROM opening_exceptions WHERE closes_minute IS NULL",
    /^public\.opening_exceptions lost 1 of 2 rows/,
  ],
  [
    "writes rows anew under other keys",
    "UPDATE opening_exceptions SET id = gen_random_uuid()",
    /^public\.opening_exceptions lost 2 of 2 rows/,
  ],
  ["drops a table", "DROP TABLE print_log_problems", /^public\.print_log_problems is gone, and its 3 rows with it/],
  [
    "rewrites history",
    "ALTER TABLE quotes DISABLE TRIGGER USER; UPDATE quotes SET created_at = created_at + interval '1 day'; ALTER TABLE quotes ENABLE TRIGGER USER",
    /^public\.quotes\.created_at is history, and says something else in \d+ rows/,
  ],
  [
    "forgets a part of history",
    "ALTER TABLE quotes DROP COLUMN created_at",
    /^public\.quotes\.created_at is history, and is gone/,
  ],
  [
    "breaks an invariant",
    "ALTER TABLE credit_balances DISABLE TRIGGER USER; UPDATE credit_balances SET balance = balance + 1; ALTER TABLE credit_balances ENABLE TRIGGER USER",
    /^Each lot's balance is the sum of its entries/,
  ],
])("a migration that %s is found", async (_, sql, fault) => {
  expect(await faultsAfter(sql)).toEqual([expect.stringMatching(fault)]);
});
