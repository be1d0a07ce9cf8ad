import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { JobRow } from "../queries/job-row.ts";
import { JOBS, lockJob } from "../queries/job-row.ts";
import { freeHold, payForJob } from "./pay-for-job.ts";
import { placeHold } from "./place-hold.ts";
import { priceNow } from "./price-now.ts";
import type { PrintJobStatus } from "../schema.ts";

/**
 * Settles what a locked job has printed, as far as it can be: somebody must have printed it, the printer must have
 * counted, and the table must know its price; else it waits where the front desk sees it. Returns the job's new state.
 */
export async function settleJob(tx: Sql, ctx: Context, job: JobRow): Promise<PrintJobStatus> {
  const { personId } = job;
  if (personId === null) return moveTo(tx, ctx, job, job.status === "house" ? "house" : "unassigned");
  if (job.countedSides === null || job.countedSides === 0) return moveTo(tx, ctx, job, "uncounted");
  const price = await priceNow(tx, job);
  if (!price) return moveTo(tx, ctx, job, "unpriced");
  const { credits, moneyMinor } = await payForJob(tx, ctx, { ...job, personId }, price);
  await tx.query(
    `UPDATE print_jobs SET status = 'settled', hold_id = NULL, held_credits = 0, price_minor = $2, credits_used = $3, money_minor = $4, settled_at = $5,
       expires_at = NULL WHERE id = $1`,
    [job.id, price.priceMinor, credits, moneyMinor, timestamp(ctx.clock.now())],
  );
  return "settled";
}

/** Out of the way of credits: what is held is free again. */
async function moveTo(tx: Sql, ctx: Context, job: JobRow, status: PrintJobStatus): Promise<PrintJobStatus> {
  await freeHold(tx, ctx, job);
  await tx.query(
    "UPDATE print_jobs SET status = $2::print_job_status, hold_id = NULL, held_credits = 0, expires_at = NULL WHERE id = $1",
    [job.id, status],
  );
  return status;
}

/** Settles the jobs that waited for their price; those that the new table does not know either go on waiting. */
export async function settleUnpriced(tx: Sql, ctx: Context, locationId: string): Promise<void> {
  const jobs = await tx.query<JobRow>(
    `${JOBS} WHERE j.location_id = $1 AND j.status = 'unpriced' ORDER BY j.printed_at, j.id FOR NO KEY UPDATE OF j`,
    [locationId],
  );
  for (const job of jobs) await settleJob(tx, ctx, job);
}

/** Gives the jobs of a user whom nobody knew to somebody, or to the space itself. Returns how many. */
export async function settleAssigned(tx: Sql, ctx: Context, userKey: string, personId: string | null): Promise<number> {
  const waiting = await tx.query<{ id: string }>(
    "SELECT id FROM print_jobs WHERE status = 'unassigned' AND user_key = $1 ORDER BY printed_at, id FOR NO KEY UPDATE",
    [userKey],
  );
  for (const { id } of waiting) {
    await tx.query("UPDATE print_jobs SET person_id = $2, status = $3::print_job_status WHERE id = $1", [
      id,
      personId,
      personId === null ? "house" : "uncounted",
    ]);
    const job = await lockJob(tx, id);
    if (personId === null) continue;
    await (job.countedSides === null ? placeHold(tx, ctx, job, personId) : settleJob(tx, ctx, job));
  }
  return waiting.length;
}
