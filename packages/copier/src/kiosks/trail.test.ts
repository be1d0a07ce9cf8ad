import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { listAudit } from "@working-social/directory";
import { makePrintPin } from "../identities/commands/make-print-pin.ts";
import { releaseAtKiosk } from "../jobs/commands/release-job.ts";
import { waitingJobs } from "../jobs/queries.ts";
import { aCopier, submitted } from "../testing/a-copier.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test("what a kiosk did stands in the trail by the name that it has today; what was written before, as it was", async () => {
  const copier = await aCopier(database);
  const secret = await makePrintPin(copier.ana);
  await copier.report(submitted());
  const [job] = (await waitingJobs(copier.ana)).jobs;
  await releaseAtKiosk(copier.kiosk.ctx, copier.kiosk.at, { secret, jobId: job?.id ?? "", expectedMoneyMinor: 30 });
  await database.owner.query(
    `INSERT INTO events (id, organization_id, at, actor_kind, name, subject_type, subject_id, data)
     VALUES (gen_random_uuid(), $1, now(), 'system', 'print_job.released', 'print_job', $2, '{"actor": {"kind": "system", "name": "print kiosk 1"}}')`,
    [copier.organizationId, job?.id],
  );
  const { entries } = await listAudit(copier.manager, { subjectId: job?.id ?? null, cursor: null });
  const released = entries.filter(({ event }) => event === "print_job.released");
  expect(new Set(released.map(({ actorKind, actorName }) => `${actorKind} ${actorName}`))).toEqual(
    new Set(["device Kiosk", "system print kiosk 1"]),
  );
});
