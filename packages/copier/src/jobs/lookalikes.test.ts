import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { checkInvariants } from "@working-social/invariants";
import { pageLogReader, papercutReader, readPrintLog } from "../rules/index.ts";
import { aCopier, printed, submitted } from "../testing/a-copier.ts";
import { refundPrintJob } from "./commands/refund-print-job.ts";
import { releaseJob } from "./commands/release-job.ts";
import { listPrintJobs, printExceptions, waitingJobs } from "./queries.ts";

// Jobs that are easily taken for one another, and costs that are easily asked for twice.

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const jobsOf = async (copier: Awaited<ReturnType<typeof aCopier>>) =>
  (await listPrintJobs(copier.ana, { personId: null, cursor: null })).jobs;

describe("one number, two jobs", () => {
  test("the same number of another user: each pays their own, and what waits goes on waiting", async () => {
    const copier = await aCopier(database);
    await copier.give({ personId: copier.anaId }, "mono_pages", 10);
    const { id: boId } = await copier.another({ email: "bo@example.test" });
    await copier.report(submitted({ jobId: "7" }));
    expect(await copier.report(printed({ jobId: "7", user: "bo@example.test", sides: 4 }))).toEqual(["settled"]);
    expect(await copier.books()).toEqual({ used: 0, held: 3, openMinor: 40 });
    expect((await waitingJobs(copier.ana)).jobs).toMatchObject([{ status: "held" }]);
    expect(await copier.report(submitted({ jobId: "7", user: "bo@example.test", key: "queue/bo" }))).toEqual([
      "duplicate", // the queue tells late of what Bo has printed
    ]);
    expect(await copier.report(printed({ jobId: "7", sides: 3 }))).toEqual(["settled"]);
    expect(await copier.books()).toEqual({ used: 3, held: 0, openMinor: 40 });
    const { jobs } = await listPrintJobs(copier.desk, { personId: boId, cursor: null });
    expect(jobs).toMatchObject([{ sides: 4, status: "settled" }]);
  });
  test("a number that is sent again after an old print of it waits for its owner", async () => {
    const copier = await aCopier(database);
    await copier.report(printed({ jobId: "7", at: "2026-11-25T08:00:00Z", sides: 2 }));
    expect(await copier.report(submitted({ jobId: "7", at: "2026-11-25T08:59:00Z" }))).toEqual(["held"]);
    expect(await copier.report(printed({ jobId: "7", at: "2026-11-25T09:00:00Z", sides: 3 }))).toEqual(["settled"]);
    expect((await jobsOf(copier)).map(({ status, sides }) => [status, sides])).toEqual([
      ["settled", 3],
      ["settled", 2],
    ]);
  });
  test("two PaperCut jobs of one user in one second are two; the same row twice is one", async () => {
    const header = "Time,User,Pages,Copies,Printer,Document Name,Duplex,Grayscale\n";
    const row = (title: string) => `2026-11-25 08:00:00,ana@example.test,2,1,Copier,${title},NOT DUPLEX,GRAYSCALE\n`;
    const log = [header, row("Plan"), row("Note"), row("Plan")].join("");
    const { records } = await readPrintLog(papercutReader("UTC"), [new TextEncoder().encode(log)]);
    const copier = await aCopier(database);
    const events = records.map(({ key, title, sides }) => printed({ key, title, sides, jobId: null }));
    expect(await copier.report(...events, ...events)).toEqual(["settled", "settled", "duplicate", "duplicate"]);
    expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 40 });
  });
});

describe("one job, told in pieces", () => {
  test("a total of nothing beside pages: the pages are paid", async () => {
    const line = (counted: string) => `Copier ana 7 [25/Nov/2026:08:00:00 +0000] ${counted}\n`;
    const log = ["1 1", "2 1", "total 0"].map(line).join("");
    const { records } = await readPrintLog(pageLogReader("%p %u %j %T %P %C"), [new TextEncoder().encode(log)]);
    const copier = await aCopier(database);
    await copier.report(...records.map(({ key, sides, jobId }) => printed({ key, sides, jobId })));
    expect((await jobsOf(copier)).map(({ status, sides }) => [status, sides])).toEqual([["settled", 2]]);
  });
  test("a total that is said again is a question at the desk, with its line, once", async () => {
    const copier = await aCopier(database);
    const question = { type: "problem", key: "line@1#x", code: "repeated_total", line: "Copier ana 7 […] total 3" };
    expect(await copier.report(question, question)).toEqual(["noted", "duplicate"]);
    expect((await printExceptions(copier.desk)).problems).toMatchObject([{ code: "repeated_total" }]);
  });
  test("refunded, and then counted higher: it stays given back, and shows what came out", async () => {
    const copier = await aCopier(database);
    await copier.give({ personId: copier.anaId }, "mono_pages", 2);
    const event = printed({ sides: 3 });
    await copier.report(event);
    const [job] = await jobsOf(copier);
    await refundPrintJob(copier.desk, { jobId: job?.id ?? "", reason: "the toner was empty" });
    expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 0 });
    expect(await copier.report({ ...event, sides: 5 })).toEqual(["settled"]);
    expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 0 });
    expect(await jobsOf(copier)).toMatchObject([{ sides: 5, isRefunded: true, credits: 0, moneyMinor: 0 }]);
  });
});

test("what a released job takes is what was held for it: pages that come later leave its split alone", async () => {
  const copier = await aCopier(database);
  await copier.give({ personId: copier.anaId }, "mono_pages", 2);
  await copier.report(submitted({ estimatedSides: 5 }));
  const [job] = (await waitingJobs(copier.ana)).jobs;
  const released = { status: "released", credits: 2, moneyMinor: 30 };
  const release = () => releaseJob(copier.ana, { jobId: job?.id ?? "", expectedMoneyMinor: 30 });
  expect(await release()).toMatchObject(released);
  await copier.give({ personId: copier.anaId }, "mono_pages", 10);
  expect((await waitingJobs(copier.ana)).jobs).toMatchObject([{ ...released, balanceBefore: 12, balanceAfter: 10 }]);
  expect(await release()).toMatchObject(released);
});

test("after all of the above the database is sound", async () => {
  expect(await checkInvariants(database.owner)).toEqual([]);
});
