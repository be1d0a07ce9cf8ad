import { continueRuns, startRun } from "@working-social/billing";
import type { Context } from "@working-social/db";
import { mintOrganizationId, newId, systemClock } from "@working-social/kernel";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aSpace } from "../testing/a-space.ts";
import type { Moment } from "../testing/cut-database.ts";
import { cutAt } from "../testing/cut-database.ts";
import { day } from "../testing/samples.ts";
import type { TestServer } from "../testing/test-server.ts";
import { startTestServer } from "../testing/test-server.ts";

// A kill at each statement of a billing run in turn, before it arrives and before its answer does; then somebody goes on with it.
vi.setConfig({ testTimeout: 120_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ runsJobs: false });
});
afterAll(() => server.close());

const noFault = () => {};

/** An organization whose run has begun, with an account to invoice. */
async function aRun(): Promise<Context> {
  const { organizationId } = await aSpace(server.database);
  const db = server.server.services.db;
  const scope = { db, clock: systemClock, organizationId: mintOrganizationId(organizationId) };
  await startRun({ ...scope, actor: { kind: "person", personId: newId(), role: "owner" } }, { issueDate: day(1) });
  return { ...scope, actor: { kind: "job", job: "run_billing" } };
}

async function resultOf({ organizationId }: Context) {
  const { rows } = await server.database.owner.query(
    `SELECT (SELECT count(*)::int FROM billing_runs WHERE organization_id = $1 AND status = 'done') AS done,
       (SELECT count(*)::int FROM invoices WHERE organization_id = $1) AS invoices,
       (SELECT max(sequence)::int FROM invoices WHERE organization_id = $1) AS last,
       (SELECT sum(due_minor)::int FROM invoices WHERE organization_id = $1) AS due,
       (SELECT count(*)::int FROM charged_days WHERE organization_id = $1) AS days,
       (SELECT count(*)::int FROM journal_entries WHERE organization_id = $1) AS entries,
       (SELECT count(*)::int FROM billing_run_accounts WHERE organization_id = $1 AND outcome = 'issued') AS issued`,
    [organizationId],
  );
  return rows[0] as object;
}

test("a run that is killed at any statement, and gone on with, issues the same invoices once", async () => {
  const whole = { done: 1, invoices: 1, last: 1, due: 200_00, days: 1, entries: 1, issued: 1 };
  let steps = Infinity;
  for (let nth = 1; nth <= steps; nth++) {
    for (const moment of ["before", "after"] satisfies Moment[]) {
      const ctx = await aRun();
      const cut = cutAt(ctx.db, server.database.owner, nth, moment);
      const isDone = await continueRuns({ ...ctx, db: cut.db }, noFault).then(
        () => true,
        () => false,
      );
      if (isDone && cut.sent() < nth) steps = cut.sent();
      await continueRuns(ctx, noFault);
      expect({ nth, moment, ...(await resultOf(ctx)) }).toEqual({ nth, moment, ...whole });
    }
  }
  expect(steps).toBeGreaterThan(20);
});
