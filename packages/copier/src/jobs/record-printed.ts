import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import { newId, parseInstant } from "@working-social/kernel";
import type { DeviceRow } from "../devices/queries.ts";
import { findPrintOwner, lockUser } from "../identities/find-person.ts";
import type { PrintOwner } from "../identities/find-person.ts";
import { userKeyOf } from "../rules/identity.ts";
import { paperSizeOf } from "../rules/paper-size.ts";
import type { JobRow } from "./job-row.ts";
import { JOBS, lockJob } from "./job-row.ts";
import type { EventOutcome, PrintedEvent, SubmittedEvent } from "./schema.ts";
import { settleJob } from "./settle-job.ts";

/** A job may wait over a weekend before it is printed; a number from before that is an older job's. */
export const SAME_JOB_MS = 8 * 86_400_000;
/** Clocks differ by some minutes; beyond that the device's is wrong. */
const CLOCK_SKEW_MS = 5 * 60_000;

/**
 * Takes what a device says was printed, once for its key: a report that comes again changes nothing, a higher count pays
 * the difference. A job from the future counts as printed now, and is marked.
 */
export async function recordPrinted(
  tx: Sql,
  ctx: Context,
  device: DeviceRow,
  event: PrintedEvent,
): Promise<EventOutcome["outcome"]> {
  const known = await lockPrinted(tx, device, event.key);
  if (known) return raiseCount(tx, ctx, known, event.sides);
  await lockNumber(tx, device, event);
  const waiting = await lockWaiting(tx, ctx, device, event);
  if (waiting) return printWaiting(tx, ctx, waiting, event);
  const id = await insertPrinted(tx, ctx, device, event);
  if (id !== null) return settleJob(tx, ctx, await lockJob(tx, id));
  // The same report came at the same moment over another connection, which has committed by now.
  const other = await lockPrinted(tx, device, event.key);
  return other ? raiseCount(tx, ctx, other, event.sides) : "duplicate";
}

/** What the queue and the log say of one number take turns, so that the second finds the first and the two are one job. */
export async function lockNumber(
  tx: Sql,
  { id }: DeviceRow,
  { printer, jobId }: Pick<PrintedEvent, "printer" | "jobId">,
): Promise<void> {
  if (jobId === null) return;
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('print number ' || $1 || ' ' || $2 || ' ' || $3, 0))", [
    id,
    jobId,
    printer,
  ]);
}

async function lockPrinted(tx: Sql, device: DeviceRow, key: string): Promise<JobRow | null> {
  const [job] = await tx.query<JobRow>(`${JOBS} WHERE j.device_id = $1 AND j.print_key = $2 FOR NO KEY UPDATE OF j`, [
    device.id,
    key,
  ]);
  return job ?? null;
}

/**
 * The job of that user with that number which the queue told of and the log has not: the newest, since numbers come again. One
 * that had left the queue is another, unless it was taken away while it printed.
 */
async function lockWaiting(tx: Sql, ctx: Context, device: DeviceRow, event: PrintedEvent): Promise<JobRow | null> {
  if (event.jobId === null) return null;
  const [job] = await tx.query<JobRow>(
    `${JOBS} WHERE j.device_id = $1 AND j.print_key IS NULL AND j.printer = $2 AND j.external_id = $3 AND j.user_key = $4 AND j.created_at > $5
       AND (j.left_queue_at IS NULL OR (j.left_queue_at >= $6 AND ($7::text IS NULL OR j.title = $7)))
     ORDER BY j.created_at DESC, j.id DESC LIMIT 1 FOR NO KEY UPDATE OF j`,
    [
      device.id,
      event.printer,
      event.jobId,
      userKeyOf(event.user),
      timestamp(ctx.clock.now() - SAME_JOB_MS),
      timestamp(printedAtOf(ctx, event).printedAt - CLOCK_SKEW_MS),
      event.title,
    ],
  );
  return job ?? null;
}

async function raiseCount(tx: Sql, ctx: Context, job: JobRow, sides: number): Promise<EventOutcome["outcome"]> {
  if (sides <= (job.countedSides ?? 0)) return "duplicate";
  await tx.query("UPDATE print_jobs SET counted_sides = $2 WHERE id = $1", [job.id, sides]);
  return job.refundedAt === null ? settleJob(tx, ctx, { ...job, countedSides: sides }) : job.status;
}

/** What really came out replaces the estimate: also for a job that was cancelled or expired, but printed all the same. */
async function printWaiting(tx: Sql, ctx: Context, job: JobRow, event: PrintedEvent): Promise<EventOutcome["outcome"]> {
  const { printedAt, isAhead } = printedAtOf(ctx, event);
  await tx.query(
    `UPDATE print_jobs SET print_key = $2, counted_sides = $3, printed_at = $4, is_clock_ahead = $5, copies = $6, colour = coalesce($7::print_colour, colour),
       paper_size = coalesce($8, paper_size), is_duplex = coalesce($9, is_duplex), title = coalesce(title, $10) WHERE id = $1`,
    [
      job.id,
      event.key,
      event.sides,
      timestamp(printedAt),
      isAhead,
      event.copies ?? job.copies,
      event.colour,
      paperSizeOf(event.paperSize),
      event.isDuplex,
      event.title,
    ],
  );
  return settleJob(tx, ctx, await lockJob(tx, job.id));
}

async function insertPrinted(tx: Sql, ctx: Context, device: DeviceRow, event: PrintedEvent): Promise<string | null> {
  const { printedAt, isAhead } = printedAtOf(ctx, event);
  const owner = await ownerOf(tx, ctx, userKeyOf(event.user));
  const status = owner === "house" ? "house" : owner === "unknown" ? "unassigned" : "uncounted";
  return insertJob(tx, ctx, device, event, owner, {
    status,
    print_key: event.key,
    counted_sides: event.sides,
    printed_at: timestamp(printedAt),
    is_clock_ahead: isAhead,
  });
}

function printedAtOf(ctx: Context, { at }: PrintedEvent): { printedAt: number; isAhead: boolean } {
  const [told, now] = [parseInstant(at), ctx.clock.now()];
  return { printedAt: Math.min(told, now), isAhead: told > now + CLOCK_SKEW_MS };
}

/** Who it is; nobody only after whoever may be assigning this user has finished. */
export async function ownerOf(tx: Sql, ctx: Context, userKey: string): Promise<PrintOwner> {
  const owner = await findPrintOwner(tx, userKey);
  if (owner !== "unknown") return owner;
  await lockUser(tx, ctx, userKey);
  return findPrintOwner(tx, userKey);
}

/** Returns the new job's id, or null when the device has told of it before. */
export async function insertJob(
  tx: Sql,
  ctx: Context,
  device: DeviceRow,
  event: PrintedEvent | SubmittedEvent,
  owner: PrintOwner,
  own: Record<string, unknown>,
): Promise<string | null> {
  const row: Record<string, unknown> = {
    id: newId(),
    organization_id: ctx.organizationId,
    location_id: device.locationId,
    device_id: device.id,
    printer: event.printer,
    external_id: event.jobId,
    reported_user: event.user,
    user_key: userKeyOf(event.user),
    person_id: typeof owner === "string" ? null : owner.personId,
    title: event.title,
    colour: event.colour ?? device.defaultColour,
    paper_size: paperSizeOf(event.paperSize) ?? device.defaultPaperSize,
    is_duplex: event.isDuplex ?? false,
    copies: event.copies ?? 1,
    currency: device.currency,
    created_at: timestamp(ctx.clock.now()),
    ...own,
  };
  const columns = Object.keys(row);
  const [inserted] = await tx.query<{ id: string }>(
    `INSERT INTO print_jobs (${columns.join(", ")}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(", ")}) ON CONFLICT DO NOTHING RETURNING id`,
    Object.values(row),
  );
  return inserted?.id ?? null;
}
