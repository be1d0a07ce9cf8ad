import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import { newId, parseInstant } from "@working-social/kernel";
import type { DeviceRow } from "../../devices/queries.ts";
import { findPrintOwner, lockUser } from "../../identities/queries/find-person.ts";
import type { PrintOwner } from "../../identities/queries/find-person.ts";
import { userKeyOf } from "../../rules/identity.ts";
import { paperSizeOf } from "../../rules/paper-size.ts";
import type { JobRow } from "../queries/job-row.ts";
import { JOBS, lockJob } from "../queries/job-row.ts";
import type { EventOutcome, PrintedEvent, PrintJobStatus, SubmittedEvent } from "../schema.ts";
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
    `UPDATE print_jobs SET print_key = $key, counted_sides = $sides, printed_at = $printedAt, is_clock_ahead = $isClockAhead,
      copies = $copies, colour = coalesce($colour::print_colour, colour),
       paper_size = coalesce($paperSize, paper_size), is_duplex = coalesce($isDuplex, is_duplex), title = coalesce(title, $title) WHERE id = $id`,
    {
      id: job.id,
      key: event.key,
      sides: event.sides,
      printedAt: timestamp(printedAt),
      isClockAhead: isAhead,
      copies: event.copies ?? job.copies,
      colour: event.colour,
      paperSize: paperSizeOf(event.paperSize),
      isDuplex: event.isDuplex,
      title: event.title,
    },
  );
  return settleJob(tx, ctx, await lockJob(tx, job.id));
}

async function insertPrinted(tx: Sql, ctx: Context, device: DeviceRow, event: PrintedEvent): Promise<string | null> {
  const { printedAt, isAhead } = printedAtOf(ctx, event);
  const owner = await ownerOf(tx, ctx, userKeyOf(event.user));
  const status = owner === "house" ? "house" : owner === "unknown" ? "unassigned" : "uncounted";
  return insertJob(tx, ctx, device, event, {
    personId: typeof owner === "string" ? null : owner.personId,
    status,
    submitKey: null,
    printKey: event.key,
    estimatedSides: null,
    countedSides: event.sides,
    printedAt: timestamp(printedAt),
    isClockAhead: isAhead,
    expiresAt: null,
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

/** What a job that waits and one that was printed do not share. */
interface OwnColumns {
  personId: string | null;
  status: PrintJobStatus;
  submitKey: string | null;
  printKey: string | null;
  estimatedSides: number | null;
  countedSides: number | null;
  printedAt: Date | null;
  isClockAhead: boolean;
  expiresAt: Date | null;
}

const INSERT_JOB = `
  INSERT INTO print_jobs (id, organization_id, location_id, device_id, printer, external_id, reported_user, user_key, person_id, title, colour,
    paper_size, is_duplex, copies, currency, created_at, status, submit_key, print_key, estimated_sides, counted_sides, printed_at,
    is_clock_ahead, expires_at)
  VALUES ($id, $organizationId, $locationId, $deviceId, $printer, $externalId, $reportedUser, $userKey, $personId, $title, $colour,
    $paperSize, $isDuplex, $copies, $currency, $now, $status, $submitKey, $printKey, $estimatedSides, $countedSides, $printedAt,
    $isClockAhead, $expiresAt)
  ON CONFLICT DO NOTHING RETURNING id`;

/** Returns the new job's id, or null when the device has told of it before. */
export async function insertJob(
  tx: Sql,
  ctx: Context,
  device: DeviceRow,
  event: PrintedEvent | SubmittedEvent,
  own: OwnColumns,
): Promise<string | null> {
  const [inserted] = await tx.query<{ id: string }>(INSERT_JOB, {
    id: newId(),
    organizationId: ctx.organizationId,
    locationId: device.locationId,
    deviceId: device.id,
    printer: event.printer,
    externalId: event.jobId,
    reportedUser: event.user,
    userKey: userKeyOf(event.user),
    title: event.title,
    colour: event.colour ?? device.defaultColour,
    paperSize: paperSizeOf(event.paperSize) ?? device.defaultPaperSize,
    isDuplex: event.isDuplex ?? false,
    copies: event.copies ?? 1,
    currency: device.currency,
    now: timestamp(ctx.clock.now()),
    ...own,
  });
  return inserted?.id ?? null;
}
