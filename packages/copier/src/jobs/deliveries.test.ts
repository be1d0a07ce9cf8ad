import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { giveCredits } from "@working-social/charges";
import { wallet } from "@working-social/credits";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { checkInvariants } from "@working-social/invariants";
import { newId } from "@working-social/kernel";
import type { Copier } from "../testing/a-copier.ts";
import { aCopier, printed, submitted } from "../testing/a-copier.ts";
import { refundPrintJob } from "./commands/refund-print-job.ts";
import { listPrintJobs, waitingJobs } from "./queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** A delivery: which of eight jobs, how many of its sides were known by then, over which of three connections. */
const Deliveries = fc.array(
  fc.record({ job: fc.nat(7), sides: fc.integer({ min: 1, max: 9 }), connection: fc.nat(2) }),
  { minLength: 1, maxLength: 40 },
);

test("however reports are repeated, reordered and raced, each job costs what its highest count costs", async () => {
  await fc.assert(
    fc.asyncProperty(Deliveries, fc.nat(60), async (deliveries, pages) => {
      const copier = await aCopier(database);
      if (pages > 0) await copier.give({ personId: copier.anaId }, "mono_pages", pages);
      const over = (connection: number) =>
        deliveries
          .filter((one) => one.connection === connection)
          .map(({ job, sides }) => printed({ key: `Copier/${job}@1`, jobId: String(job), sides }));
      await Promise.all([0, 1, 2].map((connection) => copier.report(...over(connection))));
      const highest = new Map<number, number>();
      for (const { job, sides } of deliveries) highest.set(job, Math.max(sides, highest.get(job) ?? 0));
      const total = [...highest.values()].reduce((sum, sides) => sum + sides, 0);
      expect(await copier.books()).toEqual({
        used: Math.min(pages, total),
        held: 0,
        openMinor: Math.max(0, total - pages) * 10,
      });
    }),
    { numRuns: Number(process.env.COPIER_RUNS ?? 15) },
  );
  expect(await checkInvariants(database.owner)).toEqual([]);
}, 120_000);

/** What an agent with a queue may say of four jobs, in any order, repeated, over three connections at once. */
const QueueDeliveries = fc.array(
  fc.record({
    job: fc.nat(3),
    type: fc.constantFrom("submitted", "printed", "cancelled"),
    sides: fc.integer({ min: 1, max: 9 }),
    connection: fc.nat(2),
  }),
  { minLength: 1, maxLength: 30 },
);

test("however a queue and a log are told, in any order and at once: what came out is paid once, and holds nothing", async () => {
  await fc.assert(
    fc.asyncProperty(QueueDeliveries, async (deliveries) => {
      const copier = await aCopier(database);
      await copier.give({ personId: copier.anaId }, "mono_pages", 1000);
      const eventOf = ({ job, type, sides }: (typeof deliveries)[number]) => {
        const key = `queue/${job}`;
        if (type === "cancelled") return { type, key };
        const jobId = String(job);
        return type === "printed"
          ? printed({ key: `Copier/${job}@1`, jobId, sides })
          : submitted({ key, jobId, estimatedSides: 5 });
      };
      const over = (connection: number) => deliveries.filter((one) => one.connection === connection).map(eventOf);
      await Promise.all([0, 1, 2].map((connection) => copier.report(...over(connection))));
      const highest = [0, 1, 2, 3].map((job) =>
        Math.max(0, ...deliveries.filter((one) => one.job === job && one.type === "printed").map(({ sides }) => sides)),
      );
      const { jobs } = await waitingJobs(copier.ana);
      expect(jobs.length).toBeLessThanOrEqual(highest.filter((sides) => sides === 0).length);
      const used = highest.reduce((sum, sides) => sum + sides, 0);
      expect(await copier.books()).toEqual({ used, held: 5 * jobs.length, openMinor: 0 });
      await copier.report(...[0, 1, 2, 3].map((job) => ({ type: "cancelled", key: `queue/${job}` })));
      expect(await copier.books()).toEqual({ used, held: 0, openMinor: 0 });
      expect(await copier.answer()).toMatchObject({ releases: [], removals: [] });
    }),
    { numRuns: Number(process.env.COPIER_RUNS ?? 15) },
  );
  expect(await checkInvariants(database.owner)).toEqual([]);
}, 120_000);

test("a pack that comes late pays what was open, and a refund gives back all of it", async () => {
  const copier = await aCopier(database);
  await copier.report(printed({ sides: 3 }));
  expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 30 });
  await giveCredits(copier.manager, {
    owner: { personId: copier.anaId },
    unit: "mono_pages",
    currency: null,
    quantity: 2,
    reason: "a pack",
    expiresAt: null,
    scope: { resourceIds: [], resourceKinds: [], locationIds: [copier.locationId] },
    idempotencyKey: newId(),
  });
  expect(await copier.books()).toEqual({ used: 2, held: 0, openMinor: 10 });
  const { jobs } = await listPrintJobs(copier.ana, { personId: null, cursor: null });
  expect(jobs).toMatchObject([{ credits: 2, moneyMinor: 10, openMinor: 10, priceMinor: 30 }]);
  await refundPrintJob(copier.desk, { jobId: jobs[0]?.id ?? "", reason: "toner" });
  expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 0 });
  expect((await listPrintJobs(copier.ana, { personId: null, cursor: null })).jobs).toMatchObject([
    { credits: 0, moneyMinor: 0, openMinor: 0, priceMinor: 30, isRefunded: true },
  ]);
  expect(await checkInvariants(database.owner)).toEqual([]);
});

const jobOf = async (copier: Copier) =>
  (await listPrintJobs(copier.ana, { personId: null, cursor: null })).jobs.find(({ title }) => title === "Rising");

/** Pages or money that come by hand, and pay at once what is open. */
async function gift(copier: Copier, unit: "mono_pages" | "money", quantity: number): Promise<void> {
  await giveCredits(copier.manager, {
    owner: { personId: copier.anaId },
    unit,
    currency: unit === "money" ? "EUR" : null,
    quantity,
    reason: "late",
    expiresAt: null,
    scope: { resourceIds: [], resourceKinds: [], locationIds: [] },
    idempotencyKey: newId(),
  });
}

test("pages that came late are not asked for again when the count rises", async () => {
  const copier = await aCopier(database);
  const event = printed({ title: "Rising", sides: 3 });
  await copier.report(event);
  await gift(copier, "mono_pages", 10);
  expect(await jobOf(copier)).toMatchObject({ credits: 3, moneyMinor: 0, openMinor: 0 });
  await copier.report({ ...event, sides: 5 });
  expect(await copier.books()).toEqual({ used: 5, held: 0, openMinor: 0 });
  expect(await jobOf(copier)).toMatchObject({ credits: 5, moneyMinor: 0, sides: 5 });
});

test("pages that were charged stay charged when the count rises, whatever is free by then", async () => {
  const copier = await aCopier(database);
  await copier.give({ personId: copier.anaId }, "mono_pages", 3);
  await copier.report(submitted({ key: "other", jobId: "7", estimatedSides: 3 }));
  const event = printed({ title: "Rising", sides: 3 });
  await copier.report(event);
  expect(await copier.books()).toEqual({ used: 0, held: 3, openMinor: 30 });
  await copier.report({ type: "cancelled", key: "other" }, { ...event, sides: 4 });
  expect(await copier.books()).toEqual({ used: 1, held: 0, openMinor: 30 });
});

test("credits of money that have paid a job go back to their lot with its refund", async () => {
  const copier = await aCopier(database);
  await copier.report(printed({ title: "Rising", sides: 3 }));
  await gift(copier, "money", 20);
  expect(await jobOf(copier)).toMatchObject({ moneyMinor: 30, openMinor: 10 });
  await refundPrintJob(copier.desk, { jobId: (await jobOf(copier))?.id ?? "", reason: "toner" });
  expect(await jobOf(copier)).toMatchObject({ credits: 0, moneyMinor: 0, openMinor: 0, isRefunded: true });
  const { balances } = await wallet(copier.ana, { personId: null });
  expect(balances.find(({ unit }) => unit === "money")).toMatchObject({ balance: 20 });
  expect(await checkInvariants(database.owner)).toEqual([]);
});

test("the count rises while credits arrive: in any order each page is paid once", async () => {
  for (let round = 0; round < 5; round++) {
    const copier = await aCopier(database);
    const event = printed({ title: "Rising", sides: 3 });
    await copier.report(event);
    await Promise.all([gift(copier, "mono_pages", 4), copier.report({ ...event, sides: 5 })]);
    expect(await copier.books()).toEqual({ used: 4, held: 0, openMinor: 10 });
  }
  expect(await checkInvariants(database.owner)).toEqual([]);
});
