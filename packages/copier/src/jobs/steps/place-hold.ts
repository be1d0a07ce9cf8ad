import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { Split } from "../../rules/price.ts";
import { splitPrice } from "../../rules/price.ts";
import type { JobRow } from "../queries/job-row.ts";
import { freeHold, holdForJob } from "./pay-for-job.ts";
import { priceNow } from "./price-now.ts";

/** A job that nobody fetches within a day is gone, as on every copier. */
export const WAITS_MS = 24 * 3_600_000;

/**
 * Sets the credits of an estimate aside, anew if some are held already (there may be more by now), and lets the job wait.
 * Returns what it would cost; null while nobody knows its price, then it waits all the same.
 */
export async function placeHold(tx: Sql, ctx: Context, job: JobRow, personId: string): Promise<Split | null> {
  const expiresAt = ctx.clock.now() + WAITS_MS;
  const price = await priceNow(tx, job);
  await freeHold(tx, ctx, job);
  const hold = price ? await holdForJob(tx, ctx, { ...job, personId }, price, expiresAt) : null;
  await tx.query(
    `UPDATE print_jobs SET status = 'held', person_id = $2, hold_id = $3, held_credits = $4, price_minor = $5, expires_at = $6 WHERE id = $1`,
    [job.id, personId, hold?.id ?? null, hold?.covered ?? 0, price?.priceMinor ?? null, timestamp(expiresAt)],
  );
  return price ? splitPrice(price, hold?.covered ?? 0) : null;
}
