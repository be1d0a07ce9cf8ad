import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import { newId, parseInstant } from "@working-social/kernel";
import type { DeviceRow } from "../../devices/queries.ts";
import { userKeyOf } from "../../rules/identity.ts";
import type { JobRow } from "../queries/job-row.ts";
import { JOBS, lockJob } from "../queries/job-row.ts";
import { freeHold } from "./pay-for-job.ts";
import { placeHold, WAITS_MS } from "./place-hold.ts";
import { insertJob, lockNumber, ownerOf, SAME_JOB_MS } from "./record-printed.ts";
import type { CancelledEvent, EventOutcome, ProblemEvent, SubmittedEvent } from "../schema.ts";

/** A job that waits in a device's queue: its estimate is held, once for its key. The space's own jobs wait for nothing. */
export async function recordSubmitted(
  tx: Sql,
  ctx: Context,
  device: DeviceRow,
  event: SubmittedEvent,
): Promise<EventOutcome["outcome"]> {
  await lockNumber(tx, device, event);
  if (await wasPrinted(tx, ctx, device, event)) return "duplicate";
  const owner = await ownerOf(tx, ctx, userKeyOf(event.user));
  const status = owner === "house" ? "house" : "unassigned";
  const id = await insertJob(tx, ctx, device, event, {
    // Until its pages are set aside for them.
    personId: null,
    status,
    submitKey: event.key,
    printKey: null,
    estimatedSides: event.estimatedSides,
    countedSides: null,
    printedAt: null,
    isClockAhead: false,
    expiresAt: owner === "unknown" ? timestamp(ctx.clock.now() + WAITS_MS) : null,
  });
  if (id === null) return "duplicate";
  if (typeof owner === "string") return status;
  await placeHold(tx, ctx, await lockJob(tx, id), owner.personId);
  return "held";
}

/**
 * Somebody let it print before anybody knew of it, and the log was quicker: then the two are one job. A job of the same number
 * that was printed before this one was sent is an older one.
 */
async function wasPrinted(tx: Sql, ctx: Context, device: DeviceRow, event: SubmittedEvent): Promise<boolean> {
  if (event.jobId === null) return false;
  const [linked] = await tx.query(
    `UPDATE print_jobs SET submit_key = $5 WHERE id = (
       SELECT j.id FROM print_jobs j WHERE j.device_id = $1 AND j.print_key IS NOT NULL AND j.submit_key IS NULL AND j.printer = $2
         AND j.external_id = $3 AND j.user_key = $4 AND j.printed_at >= $6 AND j.created_at > $7
         AND NOT EXISTS (SELECT FROM print_jobs o WHERE o.device_id = $1 AND o.submit_key = $5)
       ORDER BY j.created_at DESC, j.id DESC LIMIT 1) RETURNING id`,
    [
      device.id,
      event.printer,
      event.jobId,
      userKeyOf(event.user),
      event.key,
      timestamp(Math.min(parseInstant(event.at), ctx.clock.now())),
      timestamp(ctx.clock.now() - SAME_JOB_MS),
    ],
  );
  return linked !== undefined;
}

/** A job that left the queue without being printed. What was printed or ended before stays as it is. */
export async function recordCancelled(
  tx: Sql,
  ctx: Context,
  device: DeviceRow,
  { key }: CancelledEvent,
): Promise<EventOutcome["outcome"]> {
  const [job] = await tx.query<JobRow>(`${JOBS} WHERE j.device_id = $1 AND j.submit_key = $2 FOR NO KEY UPDATE OF j`, [
    device.id,
    key,
  ]);
  if (!job) return "unknown_job";
  await tx.query("UPDATE print_jobs SET left_queue_at = coalesce(left_queue_at, $2) WHERE id = $1", [
    job.id,
    timestamp(ctx.clock.now()),
  ]);
  const isWaiting =
    job.status === "held" || job.status === "released" || (job.status === "unassigned" && job.countedSides === null);
  if (!isWaiting) return "duplicate";
  await endWaiting(tx, ctx, job, "cancelled");
  return "cancelled";
}

/** Ends a locked job that was not printed; its credits are free again. */
export async function endWaiting(tx: Sql, ctx: Context, job: JobRow, status: "cancelled" | "expired"): Promise<void> {
  await freeHold(tx, ctx, job);
  await tx.query(
    "UPDATE print_jobs SET status = $2::print_job_status, hold_id = NULL, held_credits = 0, expires_at = NULL WHERE id = $1",
    [job.id, status],
  );
}

/** Keeps a line that nobody could read, or that says a print again, once, for the front desk. */
export async function recordProblem(
  tx: Sql,
  ctx: Context,
  device: DeviceRow,
  { key, code, line, repeats }: ProblemEvent,
): Promise<EventOutcome["outcome"]> {
  const noted = await tx.query(
    `INSERT INTO print_log_problems (id, organization_id, device_id, problem_key, code, line, repeats_key, repeated_sides, created_at)
     VALUES ($id, $organizationId, $deviceId, $key, $code, $line, $repeatsKey, $repeatedSides, $now)
     ON CONFLICT DO NOTHING RETURNING id`,
    {
      id: newId(),
      organizationId: ctx.organizationId,
      deviceId: device.id,
      key,
      code,
      line,
      repeatsKey: repeats?.key ?? null,
      repeatedSides: repeats?.sides ?? null,
      now: timestamp(ctx.clock.now()),
    },
  );
  return noted.length > 0 ? "noted" : "duplicate";
}
