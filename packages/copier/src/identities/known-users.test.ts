import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { aCopier, printed, refusalOf } from "../testing/a-copier.ts";
import { assignUnknownUser } from "../commands/assign-unknown-user.ts";
import { forgetPrintUser } from "./commands/forget-print-user.ts";
import { knownPrintUsers, unknownPrintUsers } from "./queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test("who was named by hand stands in a list until the name is forgotten; nobody else's is in it", async () => {
  const [copier, other] = [await aCopier(database), await aCopier(database)];
  await copier.report(printed({ user: "afer" }), printed({ user: "reception" }));
  await assignUnknownUser(copier.desk, { userKey: "afer", personId: copier.anaId });
  await assignUnknownUser(copier.desk, { userKey: "reception", personId: null });
  expect(await knownPrintUsers(copier.desk)).toMatchObject([
    { userKey: "afer", person: { id: copier.anaId } },
    { userKey: "reception", person: null },
  ]);
  expect(await knownPrintUsers(other.desk)).toEqual([]);
  expect(await refusalOf(knownPrintUsers(copier.ana))).toMatchObject({ code: "not_allowed" });
  await forgetPrintUser(copier.desk, { userKey: "reception" });
  expect(await knownPrintUsers(copier.desk)).toHaveLength(1);
  await copier.report(printed({ user: "reception" }));
  expect(await unknownPrintUsers(copier.desk)).toMatchObject([{ userKey: "reception", jobCount: 1 }]);
});
