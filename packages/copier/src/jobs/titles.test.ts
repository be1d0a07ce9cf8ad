import { listCharges } from "@working-social/charges";
import { balanceStatement, explainBalance } from "@working-social/credits";
import type { Context } from "@working-social/db";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCopier, printed } from "../testing/a-copier.ts";
import type { Copier } from "../testing/a-copier.ts";
import { listPrintJobs } from "./queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Everything that the API tells somebody about what Ana printed. */
async function toldTo(reader: Context, { anaId }: Copier): Promise<string> {
  const personId = reader.actor.kind === "person" && reader.actor.personId === anaId ? null : anaId;
  const month = { personId, unit: "mono_pages" as const, currency: null, from: "2026-01-01", to: "2026-12-31" };
  return JSON.stringify([
    await listPrintJobs(reader, { personId, cursor: null }),
    await explainBalance(reader, month),
    await balanceStatement(reader, { ...month, language: "en" }),
    await listCharges(reader, { personId, status: "all", cursor: null }),
  ]);
}

test("what somebody printed is called stays with them: staff see that there was a print, its size and its price", async () => {
  const copier = await aCopier(database);
  await copier.give({ personId: copier.anaId }, "mono_pages", 1);
  expect(await copier.report(printed({ title: "Divorce papers", sides: 3 }))).toEqual(["settled"]);
  expect((await toldTo(copier.ana, copier)).split("Divorce papers")).toHaveLength(5);
  for (const reader of [copier.desk, copier.manager]) {
    const told = await toldTo(reader, copier);
    expect(told).not.toContain("Divorce");
    expect(told).toContain('"type":"print_job"');
  }
});
