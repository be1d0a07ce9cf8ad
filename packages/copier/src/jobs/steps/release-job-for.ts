import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import { formatInstant, notFound } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireDevice } from "../../devices/queries.ts";
import { isOnline } from "../../devices/rules.ts";
import { copierError } from "../../errors.ts";
import type { JobRow } from "../queries/job-row.ts";
import { jobView, lockJob } from "../queries/job-row.ts";
import { placeHold } from "./place-hold.ts";
import { priceWaitingJobs, printingWallet } from "../queries/price-waiting.ts";
import type { PrintJobView, ReleaseJobInput } from "../schema.ts";

/** Who wants a job to print or to go; at which copier they stand, null for the portal. */
export interface Releaser {
  personId: string;
  deviceId: string | null;
}

/**
 * Lets a person's waiting job print, for what they were shown: credits that have come since are used, and more money than
 * they saw is refused. Releasing again gives the same answer. Throws not_found, wrong_job_state, device_offline, no_price, print_price_changed.
 */
export async function releaseJobFor(
  tx: Sql,
  ctx: Context,
  { personId, deviceId }: Releaser,
  { jobId, expectedMoneyMinor }: ReleaseJobInput,
): Promise<PrintJobView> {
  const job = await lockOwnJob(tx, { personId, deviceId }, jobId);
  if (job.status === "released") return viewReleased(tx, ctx, personId, job);
  if (job.status !== "held" || (job.expiresAt ?? 0) <= ctx.clock.now())
    throw copierError({ code: "wrong_job_state", status: job.status, action: "release" });
  await requireOnline(tx, ctx, job);
  const split = await placeHold(tx, ctx, job, personId);
  if (!split) throw copierError({ code: "no_price", colour: job.colour, paperSize: job.paperSize });
  if (split.moneyMinor > expectedMoneyMinor)
    throw copierError({ code: "print_price_changed", ...split, currency: job.currency });
  await tx.query("UPDATE print_jobs SET status = 'released', released_at = $2 WHERE id = $1", [
    job.id,
    timestamp(ctx.clock.now()),
  ]);
  await emit(tx, ctx, {
    name: "print_job.released",
    subjectType: "print_job",
    subjectId: job.id,
    data: { personId, ...split },
  });
  return viewReleased(tx, ctx, personId, await lockJob(tx, job.id));
}

/** With what it will take, as far as the estimate goes. */
async function viewReleased(tx: Sql, ctx: Context, personId: string, job: JobRow): Promise<PrintJobView> {
  const [view] = await priceWaitingJobs(tx, ctx, [job], await printingWallet(tx, ctx, personId));
  return view ?? jobView(job);
}

/** A job of this person, locked. Somebody else's is not there for them, nor another copier's at a kiosk. */
export async function lockOwnJob(tx: Sql, { personId, deviceId }: Releaser, jobId: string): Promise<JobRow> {
  const job = await lockJob(tx, jobId);
  if (job.personId !== personId || (deviceId !== null && job.deviceId !== deviceId)) throw notFound("print_job");
  return job;
}

/** A copier that is off would print at night, into other hands. */
async function requireOnline(tx: Sql, ctx: Context, { deviceId }: JobRow): Promise<void> {
  const device = await requireDevice(tx, deviceId);
  if (isOnline(device, ctx.clock.now())) return;
  throw copierError({
    code: "device_offline",
    deviceName: device.name,
    lastSeenAt: device.lastSeenAt === null ? null : formatInstant(device.lastSeenAt),
  });
}
