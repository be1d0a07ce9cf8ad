import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { giveCredits } from "@working-social/charges";
import { setOverdraft } from "@working-social/credits";
import { aLocation, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { checkInvariants } from "@working-social/invariants";
import { newId } from "@working-social/kernel";
import { revokePrintDevice } from "../commands/revoke-print-device.ts";
import { unknownPrintUsers } from "../identities/queries.ts";
import { assignUnknownUser } from "../commands/assign-unknown-user.ts";
import { aCopier, printed, refusalOf, submitted } from "../testing/a-copier.ts";
import { cancelPrintJob } from "./commands/cancel-print-job.ts";
import { expirePrintJobs } from "./commands/expire-print-jobs.ts";
import { releaseJob } from "./commands/release-job.ts";
import { listPrintJobs, waitingJobs } from "./queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** A copier where Ana has `pages` and one job waits. */
async function waiting(pages: number, event = submitted()) {
  const copier = await aCopier(database);
  if (pages > 0) await copier.give({ personId: copier.anaId }, "mono_pages", pages);
  await copier.report(event);
  const [job] = (await waitingJobs(copier.ana)).jobs;
  return { copier, event, jobId: job?.id ?? "" };
}

describe("from the hold to the actual count", () => {
  test("held on the estimate, released, settled on what came out, the rest free again", async () => {
    const { copier, event, jobId } = await waiting(10, submitted({ estimatedSides: 6 }));
    expect(await copier.books()).toEqual({ used: 0, held: 6, openMinor: 0 });
    expect(await waitingJobs(copier.ana)).toMatchObject({
      jobs: [{ credits: 6, moneyMinor: 0, priceMinor: 60, balanceBefore: 10, balanceAfter: 4 }],
      balances: [
        { unit: "mono_pages", left: 4, held: 6 },
        { unit: "colour_pages", left: 0 },
      ],
    });
    expect(await releaseJob(copier.ana, { jobId, expectedMoneyMinor: 0 })).toMatchObject({
      status: "released",
      credits: 6,
      moneyMinor: 0,
    });
    expect((await copier.answer()).releases).toEqual([{ key: event.key, printer: "Copier", jobId: "1" }]);
    expect(await copier.report(printed({ sides: 4 }))).toEqual(["settled"]);
    expect(await copier.books()).toEqual({ used: 4, held: 0, openMinor: 0 });
    expect((await copier.answer()).releases).toEqual([]);
  });
  test("more came out than was held: what else there is, then money", async () => {
    const { copier, jobId } = await waiting(5);
    await releaseJob(copier.ana, { jobId, expectedMoneyMinor: 0 });
    expect(await copier.report(printed({ sides: 7 }))).toEqual(["settled"]);
    expect(await copier.books()).toEqual({ used: 5, held: 0, openMinor: 20 });
  });
  test("two jobs share the last pages: the second is told its new price before it prints", async () => {
    const { copier, jobId } = await waiting(4);
    await copier.report(submitted({ jobId: "2" }));
    const second = (await waitingJobs(copier.ana)).jobs.find(({ id }) => id !== jobId);
    expect(second).toMatchObject({ credits: 1, moneyMinor: 20, balanceBefore: 1, balanceAfter: 0 });
    expect(await refusalOf(releaseJob(copier.ana, { jobId: second?.id ?? "", expectedMoneyMinor: 0 }))).toEqual({
      code: "print_price_changed",
      credits: 1,
      moneyMinor: 20,
      currency: "EUR",
    });
    await copier.give({ personId: copier.anaId }, "mono_pages", 10);
    expect(await releaseJob(copier.ana, { jobId: second?.id ?? "", expectedMoneyMinor: 20 })).toMatchObject({
      credits: 3,
      moneyMinor: 0,
    });
    expect(await copier.books()).toEqual({ used: 0, held: 6, openMinor: 0 });
  });
  test("pages that are good elsewhere only are not in a job's balance; what is owed is below zero", async () => {
    const { copier } = await waiting(0);
    const elsewhere = {
      resourceIds: [],
      resourceKinds: [],
      locationIds: [(await aLocation(database.owner, copier.organizationId)).id],
    };
    await giveCredits(copier.manager, {
      owner: { personId: copier.anaId },
      unit: "mono_pages",
      currency: null,
      quantity: 7,
      reason: "for the other house",
      expiresAt: null,
      scope: elsewhere,
      idempotencyKey: newId(),
    });
    expect(await waitingJobs(copier.ana)).toMatchObject({
      jobs: [{ credits: 0, moneyMinor: 30, balanceBefore: 0, balanceAfter: 0 }],
      balances: [{ left: 7 }, { left: 0 }],
    });
    await setOverdraft(copier.manager, {
      owner: { personId: copier.anaId },
      unit: "mono_pages",
      currency: null,
      limit: 2,
      reason: "agreed",
    });
    const [job] = (await waitingJobs(copier.ana)).jobs;
    expect(job).toMatchObject({ credits: 2, moneyMinor: 10, balanceBefore: 0, balanceAfter: -2 });
    await releaseJob(copier.ana, { jobId: job?.id ?? "", expectedMoneyMinor: 10 });
    expect(await waitingJobs(copier.ana)).toMatchObject({
      jobs: [{ credits: 2, moneyMinor: 10, balanceBefore: 0, balanceAfter: -2 }],
      balances: [{ left: 5, held: 2 }, { left: 0 }],
    });
  });
  test("credits of money pay what pages don't, and it is told before; releasing again gives the same answer", async () => {
    const { copier, jobId } = await waiting(1);
    await giveCredits(copier.manager, {
      owner: { personId: copier.anaId },
      unit: "money",
      currency: "EUR",
      quantity: 15,
      reason: "a voucher",
      expiresAt: null,
      scope: { resourceIds: [], resourceKinds: [], locationIds: [] },
      idempotencyKey: newId(),
    });
    const shown = { credits: 1, moneyMinor: 20, openMinor: 5 };
    expect((await waitingJobs(copier.ana)).jobs).toMatchObject([shown]);
    const release = () => releaseJob(copier.ana, { jobId, expectedMoneyMinor: 20 });
    expect([await release(), await release()]).toMatchObject([shown, shown]);
    await copier.report(printed());
    expect((await listPrintJobs(copier.ana, { personId: null, cursor: null })).jobs).toMatchObject([shown]);
    expect(await copier.books()).toMatchObject({ held: 0, openMinor: 5 });
  });
  test("releasing and reporting twice at once holds and pays once", async () => {
    const { copier, jobId } = await waiting(10);
    await Promise.all(Array.from({ length: 5 }, () => releaseJob(copier.ana, { jobId, expectedMoneyMinor: 0 })));
    expect(await copier.books()).toEqual({ used: 0, held: 3, openMinor: 0 });
    const event = printed({ sides: 3 });
    await Promise.all(Array.from({ length: 5 }, () => copier.report(event)));
    expect(await copier.books()).toEqual({ used: 3, held: 0, openMinor: 0 });
  });
  test("a number that comes again finds the newer job; the older one stays", async () => {
    const { copier } = await waiting(10);
    copier.clock.advanceMinutes(5);
    await copier.report(submitted({ estimatedSides: 5 }));
    await copier.report(printed({ sides: 5 }));
    expect((await waitingJobs(copier.ana)).jobs.map(({ sides }) => sides)).toEqual([3]);
  });
  test("a job of somebody unknown waits for the desk, and then for its owner", async () => {
    const { copier } = await waiting(10, submitted({ user: "nobody-yet" }));
    expect(await waitingJobs(copier.ana)).toMatchObject({ jobs: [] });
    await assignUnknownUser(copier.desk, { userKey: "nobody-yet", personId: copier.anaId });
    expect(await waitingJobs(copier.ana)).toMatchObject({ jobs: [{ status: "held", credits: 3 }] });
  });
});

describe("jobs that don't come out", () => {
  test("cancelled by its owner or the queue: free again, also twice", async () => {
    const { copier, event, jobId } = await waiting(10);
    await cancelPrintJob(copier.ana, { jobId });
    expect(await cancelPrintJob(copier.ana, { jobId })).toMatchObject({ status: "cancelled" });
    expect(await copier.report({ type: "cancelled", key: event.key }, { type: "cancelled", key: "never" })).toEqual([
      "duplicate",
      "unknown_job",
    ]);
    expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 0 });
    expect(await refusalOf(releaseJob(copier.ana, { jobId, expectedMoneyMinor: 0 }))).toMatchObject({
      code: "wrong_job_state",
      status: "cancelled",
    });
  });
  test("cancelled and settled at once: either, never both, and nothing stays held", async () => {
    for (let round = 0; round < 5; round++) {
      const { copier, jobId } = await waiting(10);
      await releaseJob(copier.ana, { jobId, expectedMoneyMinor: 0 });
      await Promise.allSettled([cancelPrintJob(copier.ana, { jobId }), copier.report(printed({ sides: 3 }))]);
      expect(await copier.books()).toEqual({ used: 3, held: 0, openMinor: 0 });
    }
  });
  test("nobody came for a day: expired, once; if it prints all the same, it is paid", async () => {
    const { copier, jobId } = await waiting(10);
    copier.clock.advanceMinutes(24 * 60 + 1);
    await Promise.all([expirePrintJobs(database.db, copier.clock), expirePrintJobs(database.db, copier.clock)]);
    expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 0 });
    expect(await refusalOf(releaseJob(copier.ana, { jobId, expectedMoneyMinor: 0 }))).toMatchObject({
      code: "wrong_job_state",
      status: "expired",
    });
    expect(await copier.report(printed({ sides: 3 }))).toEqual(["settled"]);
    expect(await copier.books()).toEqual({ used: 3, held: 0, openMinor: 0 });
  });
  test("nobody knew for a day whose it was: over too, and out of the queue; what they have printed waits for the desk", async () => {
    const { copier } = await waiting(10, submitted({ user: "stranger", key: "queue/1" }));
    await copier.report(printed({ user: "stranger", jobId: "2", sides: 2 }));
    copier.clock.advanceMinutes(24 * 60 + 1);
    expect(await expirePrintJobs(database.db, copier.clock)).toBe(1);
    expect((await copier.answer()).removals).toEqual([{ key: "queue/1", printer: "Copier", jobId: "1" }]);
    expect(await unknownPrintUsers(copier.desk)).toMatchObject([{ jobCount: 1, sides: 2 }]);
    await assignUnknownUser(copier.desk, { userKey: "stranger", personId: copier.anaId });
    expect(await copier.books()).toEqual({ used: 2, held: 0, openMinor: 0 });
  });
  test("a device that is revoked prints nothing any more: what waits there is cancelled and free, what was printed stays", async () => {
    const { copier, jobId } = await waiting(10);
    await copier.report(printed({ jobId: "2", sides: 2 }), submitted({ jobId: "3", user: "stranger" }));
    await releaseJob(copier.ana, { jobId, expectedMoneyMinor: 0 });
    expect(await copier.books()).toEqual({ used: 2, held: 3, openMinor: 0 });
    await revokePrintDevice(copier.manager, { deviceId: copier.deviceId });
    expect(await copier.books()).toEqual({ used: 2, held: 0, openMinor: 0 });
    expect((await waitingJobs(copier.ana)).jobs).toEqual([]);
    expect(await unknownPrintUsers(copier.desk)).toEqual([]);
  });
  test("a copier that is off releases nothing", async () => {
    const { copier, jobId } = await waiting(10);
    copier.clock.advanceMinutes(6);
    expect(await refusalOf(releaseJob(copier.ana, { jobId, expectedMoneyMinor: 0 }))).toMatchObject({
      code: "device_offline",
      deviceName: "Copier",
      lastSeenAt: "2026-11-25T09:00:00.000Z",
    });
    await copier.report();
    expect(await releaseJob(copier.ana, { jobId, expectedMoneyMinor: 0 })).toMatchObject({ status: "released" });
  });
  test("other people's jobs are not there", async () => {
    const { copier, jobId } = await waiting(10);
    const { ctx } = await copier.another();
    const elsewhere = await aCopier(database);
    for (const stranger of [ctx, elsewhere.ana]) {
      expect(await refusalOf(releaseJob(stranger, { jobId, expectedMoneyMinor: 0 }))).toEqual({
        code: "not_found",
        what: "print_job",
      });
      expect(await refusalOf(cancelPrintJob(stranger, { jobId }))).toEqual({ code: "not_found", what: "print_job" });
    }
  });
});

test("after all of the above the database is sound", async () => {
  expect(await checkInvariants(database.owner)).toEqual([]);
});
