import type { Context, Sql } from "@working-social/db";
import { inTransaction, read, timestamp } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import type { DeviceRow } from "../../devices/queries.ts";
import { requireDevice } from "../../devices/queries.ts";
import { redactPin } from "../../identities/steps/redact-pin.ts";
import { recordPrinted } from "../steps/record-printed.ts";
import { recordCancelled, recordProblem, recordSubmitted } from "../steps/record-submitted.ts";
import type { DeviceAnswer, DeviceReport, EventOutcome, QueuedPrintJob } from "../schema.ts";
import { DeviceEvent } from "../schema.ts";

/** last_seen_at need not be newer than this: agents come by each few seconds. */
const SEEN_EVERY_MS = 10_000;

/**
 * What a device has to tell, each event in a transaction of its own: what was taken stays taken when a later one fails, and
 * telling all of it again changes nothing. Answers with the jobs that may print now, and those to take out of the queue. Throws not_found for a revoked device.
 */
export async function reportPrintJobs(ctx: Context, deviceId: string, { events }: DeviceReport): Promise<DeviceAnswer> {
  authorize(ctx, ...reportPrintJobs.needs);
  const device = await requireDevice(read(ctx), deviceId);
  await markSeen(ctx, device);
  const results: EventOutcome[] = [];
  for (const event of events) results.push(await take(ctx, device, event));
  return { results, ...(await ordersFor(ctx, device)) };
}
reportPrintJobs.needs = ["reportPrinting"] as const;

async function take(ctx: Context, device: DeviceRow, raw: unknown): Promise<EventOutcome> {
  const parsed = DeviceEvent.safeParse(raw);
  if (!parsed.success) {
    const issues = parsed.error.issues
      .slice(0, 10)
      .map(({ path, code, message }) => ({ path: path.join("."), code: code === "custom" ? message : code }));
    return { key: keyOf(raw), outcome: "bad_input", issues };
  }
  const event = parsed.data;
  return { key: event.key, outcome: await inTransaction(ctx, (tx) => record(tx, ctx, device, event)) };
}

/** The event without the PIN that somebody may have typed as their name. */
async function withoutPin<Event extends { user: string }>(tx: Sql, ctx: Context, event: Event): Promise<Event> {
  return { ...event, user: await redactPin(tx, ctx, event.user) };
}

async function record(tx: Sql, ctx: Context, device: DeviceRow, event: DeviceEvent): Promise<EventOutcome["outcome"]> {
  switch (event.type) {
    case "printed":
      return recordPrinted(tx, ctx, device, await withoutPin(tx, ctx, event));
    case "submitted":
      return recordSubmitted(tx, ctx, device, await withoutPin(tx, ctx, event));
    case "cancelled":
      return recordCancelled(tx, ctx, device, event);
    case "problem":
      return recordProblem(tx, ctx, device, event);
  }
}

function keyOf(raw: unknown): string | null {
  const key = typeof raw === "object" && raw !== null && "key" in raw ? raw.key : null;
  return typeof key === "string" ? key.slice(0, 400) : null;
}

async function markSeen(ctx: Context, { id, lastSeenAt }: DeviceRow): Promise<void> {
  const now = ctx.clock.now();
  if (lastSeenAt !== null && now - lastSeenAt < SEEN_EVERY_MS) return;
  await read(ctx).query("UPDATE print_devices SET last_seen_at = $2 WHERE id = $1", [id, timestamp(now)]);
}

const MOST_ORDERS = 200;

/** What the agent shall do with the jobs in its queues. */
async function ordersFor(ctx: Context, { id }: DeviceRow): Promise<Pick<DeviceAnswer, "releases" | "removals">> {
  const rows = await read(ctx).query<QueuedPrintJob & { mayPrint: boolean }>(
    `SELECT submit_key AS key, printer, external_id AS "jobId", status IN ('released', 'house') AS "mayPrint" FROM print_jobs
     WHERE device_id = $1 AND submit_key IS NOT NULL AND print_key IS NULL AND left_queue_at IS NULL
       AND status IN ('released', 'house', 'cancelled', 'expired') ORDER BY released_at NULLS LAST, id LIMIT $2`,
    [id, MOST_ORDERS],
  );
  const ordersOf = (mayPrint: boolean) =>
    rows.filter((row) => row.mayPrint === mayPrint).map(({ mayPrint: _, ...job }) => job);
  return { releases: ordersOf(true), removals: ordersOf(false) };
}
