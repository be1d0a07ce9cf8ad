import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { giveCredits } from "@working-social/billing";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { checkInvariants } from "@working-social/invariants";
import { newId } from "@working-social/kernel";
import { aCopier, printed } from "../testing/a-copier.ts";
import { refundPrintJob } from "./commands/refund-print-job.ts";
import { listPrintJobs } from "./queries.ts";

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
  await refundPrintJob(copier.desk, { jobId: jobs[0]?.id ?? "", reason: "toner" });
  expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 0 });
  expect(await checkInvariants(database.owner)).toEqual([]);
});
