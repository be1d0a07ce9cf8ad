import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { read, sqlStateOf } from "@working-social/db";
import { checkInvariants } from "@working-social/invariants";
import { setPrintPrices } from "../commands/set-print-prices.ts";
import { aCopier, PRICES, printed, refusalOf } from "../testing/a-copier.ts";
import { countPrintJob } from "./commands/count-print-job.ts";
import { refundPrintJob } from "./commands/refund-print-job.ts";
import { listPrintJobs, printExceptions } from "./queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const jobsOf = async (copier: Awaited<ReturnType<typeof aCopier>>) =>
  (await listPrintJobs(copier.ana, { personId: null, cursor: null })).jobs;

describe("what can't be paid yet", () => {
  test("no price: settled when there is one, also when it comes at the same moment", async () => {
    const copier = await aCopier(database, []);
    expect(await copier.report(printed())).toEqual(["unpriced"]);
    expect((await printExceptions(copier.desk)).unpriced).toMatchObject([{ sides: 3, title: null }]);
    await Promise.all([
      setPrintPrices(copier.manager, { locationId: copier.locationId, rows: PRICES }),
      copier.report(printed({ sides: 1 }), printed({ sides: 1 })),
    ]);
    expect((await printExceptions(copier.desk)).unpriced).toEqual([]);
    expect(await copier.books()).toMatchObject({ openMinor: 50 });
  });
  test("no count: the desk says how many, with a reason", async () => {
    const copier = await aCopier(database);
    expect(await copier.report(printed({ sides: 0 }))).toEqual(["uncounted"]);
    const [job] = (await printExceptions(copier.desk)).uncounted;
    const jobId = job?.id ?? "";
    expect(await countPrintJob(copier.desk, { jobId, sides: 2, reason: "counted by hand" })).toMatchObject({
      status: "settled",
      moneyMinor: 20,
    });
    expect(await refusalOf(countPrintJob(copier.desk, { jobId, sides: 3, reason: "again" }))).toMatchObject({
      code: "wrong_job_state",
    });
    expect(await refusalOf(countPrintJob(copier.ana, { jobId, sides: 3, reason: "again" }))).toMatchObject({
      code: "not_allowed",
    });
  });
  test("nothing came out: the desk says so, and nobody pays; should the copier count later, that counts", async () => {
    const copier = await aCopier(database);
    const event = printed({ sides: 0 });
    await copier.report(event);
    const [job] = (await printExceptions(copier.desk)).uncounted;
    const nothing = { jobId: job?.id ?? "", sides: 0, reason: "taken away while it printed" };
    expect(await countPrintJob(copier.desk, nothing)).toMatchObject({ status: "cancelled", moneyMinor: 0 });
    expect((await printExceptions(copier.desk)).uncounted).toEqual([]);
    expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 0 });
    expect(await copier.report(event, { ...event, sides: 2 })).toEqual(["duplicate", "settled"]);
    expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 20 });
  });
  test("a spoiled print is given back once, to the lots and off the charge, also by two at the desk", async () => {
    const copier = await aCopier(database);
    await copier.give({ personId: copier.anaId }, "mono_pages", 2);
    await copier.report(printed({ sides: 3 }));
    const jobId = (await jobsOf(copier))[0]?.id ?? "";
    await Promise.all(Array.from({ length: 4 }, () => refundPrintJob(copier.desk, { jobId, reason: "paper jam" })));
    expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 0 });
    expect(await jobsOf(copier)).toMatchObject([{ isRefunded: true }]);
    expect(await refusalOf(refundPrintJob(copier.ana, { jobId, reason: "please" }))).toMatchObject({
      code: "not_allowed",
    });
  });
  test("prices: two rows of one thing, members and foreign locations are refused", async () => {
    const [copier, other] = [await aCopier(database), await aCopier(database)];
    const rows = [PRICES[0], PRICES[0]].flatMap((row) => row ?? []);
    expect(await refusalOf(setPrintPrices(copier.manager, { locationId: copier.locationId, rows }))).toMatchObject({
      code: "price_twice",
    });
    expect(await refusalOf(setPrintPrices(copier.ana, { locationId: copier.locationId, rows: [] }))).toMatchObject({
      code: "not_allowed",
    });
    expect(await refusalOf(setPrintPrices(copier.manager, { locationId: other.locationId, rows: [] }))).toMatchObject({
      code: "not_found",
    });
  });
});

describe("the database itself", () => {
  const asApp = (copier: Awaited<ReturnType<typeof aCopier>>, sql: string) =>
    read(copier.device)
      .query(sql)
      .then(() => "done", sqlStateOf);
  test("forgets no job and no line, lowers no count, settles nobody's job, and shows no other organization's", async () => {
    const [copier, other] = [await aCopier(database), await aCopier(database)];
    await copier.report(
      printed(),
      { type: "problem", key: "1", code: "torn_line", line: "x" },
      printed({ user: "nobody" }),
    );
    expect(
      await Promise.all(
        ["print_jobs", "print_log_problems", "print_devices"].map((table) => asApp(copier, `DELETE FROM ${table}`)),
      ),
    ).toEqual(["42501", "42501", "42501"]);
    expect(await asApp(copier, "UPDATE print_jobs SET counted_sides = 1")).toBe("23000");
    expect(await asApp(copier, "UPDATE print_jobs SET counted_sides = -1 WHERE counted_sides IS NULL")).toBe("done");
    expect(
      await asApp(
        copier,
        "UPDATE print_jobs SET status = 'settled', settled_at = now(), price_minor = 0 WHERE person_id IS NULL",
      ),
    ).toBe("23514");
    expect(await asApp(copier, "UPDATE print_jobs SET credits_used = -1")).toBe("23514");
    expect(await read(other.device).query("SELECT FROM print_jobs")).toEqual([]);
    expect(
      await refusalOf(countPrintJob(other.desk, { jobId: (await jobsOf(copier))[0]?.id ?? "", sides: 9, reason: "x" })),
    ).toEqual({ code: "not_found", what: "print_job" });
  });
  test("is sound after all of the above", async () => {
    expect(await checkInvariants(database.owner)).toEqual([]);
  });
});
