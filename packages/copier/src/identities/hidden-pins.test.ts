import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { listPrintJobs } from "../jobs/queries.ts";
import { aCopier, printed, submitted } from "../testing/a-copier.ts";
import { assignUnknownUser } from "../commands/assign-unknown-user.ts";
import { forgetPrintUser } from "./commands/forget-print-user.ts";
import { makePrintPin } from "./commands/make-print-pin.ts";
import { knownPrintUsers, unknownPrintUsers } from "./queries.ts";
import { hashPin } from "./formats/secrets.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Whether any column of any table holds the text: what is nowhere can't be read by anybody. */
async function isWrittenDown(text: string): Promise<boolean> {
  const { rows: tables } = await database.owner.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND (tablename LIKE 'print%' OR tablename = 'events')",
  );
  for (const { name } of tables) {
    const { rows } = await database.owner.query(`SELECT FROM ${name} AS t WHERE t::text ~ $1`, [
      `(^|[^0-9a-f])${text}([^0-9a-f]|$)`,
    ]);
    if (rows.length > 0) return true;
  }
  return false;
}

test("a PIN that was typed wrong is nowhere written down; the desk knows it by two digits, assigns it once, and it stays assigned", async () => {
  const copier = await aCopier(database);
  const { pin } = await makePrintPin(copier.ana);
  const mistyped = `9${pin.slice(1, 5)}77`;
  expect(
    await copier.report(
      printed({ user: pin }),
      printed({ user: mistyped, sides: 2 }),
      submitted({ user: mistyped, jobId: "2" }),
    ),
  ).toEqual(["settled", "unassigned", "unassigned"]);
  const [unknown] = await unknownPrintUsers(copier.desk);
  expect(unknown).toMatchObject({ userName: "••••77", jobCount: 2 });
  const hash = await hashPin(mistyped, copier.organizationId);
  expect(JSON.stringify(unknown)).not.toContain(hash);
  await assignUnknownUser(copier.desk, { userKey: unknown?.userKey ?? "", personId: copier.anaId });
  expect(await unknownPrintUsers(copier.desk)).toEqual([]);
  expect(await copier.report(printed({ user: ` ${mistyped} ` }))).toEqual(["settled"]);
  expect(await knownPrintUsers(copier.desk)).toMatchObject([{ userName: "••••77", person: { id: copier.anaId } }]);
  const [known] = await knownPrintUsers(copier.desk);
  expect(JSON.stringify(known)).not.toContain(hash);
  await forgetPrintUser(copier.desk, { userKey: known?.userKey ?? "" });
  expect(await copier.report(printed({ user: mistyped }))).toEqual(["unassigned"]);
  expect(await isWrittenDown(pin)).toBe(false);
  expect(await isWrittenDown(mistyped)).toBe(false);
});

test("the same digits are another name in another organization, and other digits with the same end are another user", async () => {
  const [one, other] = [await aCopier(database), await aCopier(database)];
  await one.report(printed({ user: "123456" }), printed({ user: "923456" }));
  await other.report(printed({ user: "123456" }));
  const keys = [...(await unknownPrintUsers(one.desk)), ...(await unknownPrintUsers(other.desk))].map(
    ({ userKey }) => userKey,
  );
  expect(new Set(keys).size).toBe(3);
});

test("what an earlier version wrote down is taken back with the next print of the same name, and keeps its owner", async () => {
  const copier = await aCopier(database);
  await copier.report(printed({ user: "early" }));
  await assignUnknownUser(copier.desk, { userKey: "early", personId: copier.anaId });
  for (const [table, column] of [
    ["print_identities", "value"],
    ["print_jobs", "user_key"],
    ["print_jobs", "reported_user"],
  ])
    await database.owner.query(`UPDATE ${table} SET ${column} = '55512' WHERE organization_id = $1`, [
      copier.organizationId,
    ]);
  expect(await knownPrintUsers(copier.desk)).toMatchObject([{ userName: "••••12" }]);
  expect(JSON.stringify(await knownPrintUsers(copier.desk))).not.toContain("55512");
  expect(await copier.report(printed({ user: "55512" }))).toEqual(["settled"]);
  const { jobs } = await listPrintJobs(copier.ana, { personId: null, cursor: null });
  expect(jobs).toHaveLength(2);
  expect(
    (await database.owner.query("SELECT FROM print_jobs WHERE user_key = '55512' OR reported_user = '55512'")).rowCount,
  ).toBe(0);
});
