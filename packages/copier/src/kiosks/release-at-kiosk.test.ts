import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { createPrintDevice } from "../devices/commands/create-print-device.ts";
import { makePrintPin } from "../identities/commands/make-print-pin.ts";
import { makeReleaseCode } from "../identities/commands/make-release-code.ts";
import { cancelAtKiosk } from "../jobs/commands/cancel-print-job.ts";
import { releaseAtKiosk } from "../jobs/commands/release-job.ts";
import { waitingJobs, waitingJobsAtKiosk } from "../jobs/queries.ts";
import { aCopier, refusalOf, submitted } from "../testing/a-copier.ts";
import { createPrintKiosk } from "./commands/create-print-kiosk.ts";
import { findKioskContext } from "./queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** A copier where Ana has `pages` and one job waits. */
async function waiting(pages: number) {
  const copier = await aCopier(database);
  if (pages > 0) await copier.give({ personId: copier.anaId }, "mono_pages", pages);
  await copier.report(submitted());
  const [job] = (await waitingJobs(copier.ana)).jobs;
  return { copier, jobId: job?.id ?? "" };
}

describe("at the copier", () => {
  test("only what waits there: another copier's jobs are counted, and can't be released or cancelled from here", async () => {
    const { copier, jobId } = await waiting(2);
    const { pin } = await makePrintPin(copier.ana);
    const other = await createPrintDevice(copier.manager, {
      locationId: copier.locationId,
      name: "Upstairs",
      defaultColour: "mono",
      defaultPaperSize: "A4",
    });
    const { token } = await createPrintKiosk(copier.manager, { deviceId: other.id, name: "Upstairs" });
    const upstairs = await findKioskContext(database.db, copier.clock, token);
    if (!upstairs) throw new Error("The new token opens nothing.");
    const secret = { pin };
    expect(await waitingJobsAtKiosk(upstairs.ctx, upstairs.kiosk, { secret })).toMatchObject({
      jobs: [],
      elsewhere: [{ deviceName: "Copier", jobCount: 1 }],
    });
    const notThere = { code: "not_found", what: "print_job" };
    expect(
      await refusalOf(releaseAtKiosk(upstairs.ctx, upstairs.kiosk, { secret, jobId, expectedMoneyMinor: 99 })),
    ).toEqual(notThere);
    expect(await refusalOf(cancelAtKiosk(upstairs.ctx, upstairs.kiosk, { secret, jobId }))).toEqual(notThere);
  });
  test("by PIN: the jobs with price, balance and split; release; cancel", async () => {
    const { copier, jobId } = await waiting(2);
    const secret = await makePrintPin(copier.ana);
    expect(await waitingJobsAtKiosk(copier.kiosk.ctx, copier.kiosk.at, { secret })).toMatchObject({
      personName: "Ana Ferreira",
      jobs: [{ id: jobId, credits: 2, moneyMinor: 10, priceMinor: 30 }],
    });
    expect(
      await releaseAtKiosk(copier.kiosk.ctx, copier.kiosk.at, { secret, jobId, expectedMoneyMinor: 10 }),
    ).toMatchObject({ status: "released" });
    expect(await cancelAtKiosk(copier.kiosk.ctx, copier.kiosk.at, { secret, jobId })).toMatchObject({
      status: "cancelled",
    });
  });
  test("by QR: for three minutes, and the newest only", async () => {
    const { copier } = await waiting(1);
    const first = await makeReleaseCode(copier.ana);
    const { code } = await makeReleaseCode(copier.ana);
    expect(
      await refusalOf(waitingJobsAtKiosk(copier.kiosk.ctx, copier.kiosk.at, { secret: { code: first.code } })),
    ).toEqual({ code: "wrong_code" });
    expect((await waitingJobsAtKiosk(copier.kiosk.ctx, copier.kiosk.at, { secret: { code } })).jobs).toHaveLength(1);
    copier.clock.advanceMinutes(3);
    expect(await refusalOf(waitingJobsAtKiosk(copier.kiosk.ctx, copier.kiosk.at, { secret: { code } }))).toEqual({
      code: "wrong_code",
    });
  });
  test("a suspended person's PIN is wrong from then on", async () => {
    const { copier } = await waiting(1);
    const secret = await makePrintPin(copier.ana);
    const look = () => waitingJobsAtKiosk(copier.kiosk.ctx, copier.kiosk.at, { secret });
    expect((await look()).jobs).toHaveLength(1);
    await database.owner.query("UPDATE people SET status = 'suspended' WHERE id = $1", [copier.anaId]);
    expect(await refusalOf(look())).toEqual({ code: "wrong_code" });
  });
  test("a new PIN ends the old one, and no PIN is stored as it is", async () => {
    const { copier } = await waiting(1);
    const [first, second] = [await makePrintPin(copier.ana), await makePrintPin(copier.ana)];
    const { rows } = await database.owner.query<{ value: string }>(
      "SELECT value FROM print_identities WHERE organization_id = $1",
      [copier.organizationId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.value).not.toContain(second.pin);
    if (first.pin !== second.pin)
      expect(await refusalOf(waitingJobsAtKiosk(copier.kiosk.ctx, copier.kiosk.at, { secret: first }))).toEqual({
        code: "wrong_code",
      });
  });
});
