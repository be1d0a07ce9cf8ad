import { adjustCharge, recordCharge } from "@working-social/billing";
import type { Cause, CreditResource } from "@working-social/credits";
import { consumeCredits, holdCredits, refundCredits, settleHold, voidHold } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { splitPrice } from "../rules/price.ts";
import type { PrintPrice, Split } from "../rules/price.ts";
import type { JobRow } from "./job-row.ts";
import { workOf } from "./job-row.ts";

/** All that the copier asks of credits and charges is here. */

export function causeOf({ id, title }: Pick<JobRow, "id" | "title">): Cause {
  return { type: "print_job", id, label: title ?? "" };
}

/** Credits can be good for one location's copiers only. */
export function resourceOf({ deviceId, locationId }: Pick<JobRow, "deviceId" | "locationId">): CreditResource {
  return { id: deviceId, kind: "copier", locationId };
}

/** Sets aside the credits for an estimate; null when it takes none. */
export async function holdForJob(
  tx: Sql,
  ctx: Context,
  job: JobRow & { personId: string },
  price: PrintPrice,
  expiresAt: EpochMs,
): Promise<{ id: string; covered: number } | null> {
  if (price.credits === 0) return null;
  const purpose = job.holdId === null ? "hold" : "release";
  return holdCredits(tx, ctx, {
    personId: job.personId,
    unit: price.unit,
    quantity: price.credits,
    at: ctx.clock.now(),
    resource: resourceOf(job),
    cause: causeOf(job),
    idempotencyKey: `print_job:${job.id}:${purpose}`,
    mayOverdraw: true,
    expiresAt,
  });
}

/** Frees what a job holds, if anything. */
export async function freeHold(tx: Sql, ctx: Context, { holdId }: Pick<JobRow, "holdId">): Promise<void> {
  if (holdId !== null) await voidHold(tx, ctx, { holdId });
}

/**
 * Pays for what was counted and is not yet paid: the hold first, then what else there is, then the team's overdraft, and
 * the rest as an open charge. Returns what the job has cost altogether.
 */
export async function payForJob(
  tx: Sql,
  ctx: Context,
  job: JobRow & { personId: string },
  price: PrintPrice,
): Promise<Split> {
  const wanted = Math.max(0, price.credits - job.creditsUsed);
  const covered = await takeCredits(tx, ctx, job, price, wanted);
  const credits = job.creditsUsed + covered;
  const moneyMinor = Math.max(job.moneyMinor, splitPrice(price, credits).moneyMinor);
  if (moneyMinor > job.moneyMinor) await chargeRest(tx, ctx, job, price, moneyMinor - job.moneyMinor, wanted - covered);
  return { credits, moneyMinor };
}

async function takeCredits(
  tx: Sql,
  ctx: Context,
  job: JobRow & { personId: string },
  { unit }: PrintPrice,
  quantity: number,
): Promise<number> {
  if (job.holdId !== null)
    return (await settleHold(tx, ctx, { holdId: job.holdId, quantity, cause: causeOf(job) })).covered;
  if (quantity === 0) return 0;
  const { covered } = await consumeCredits(tx, ctx, {
    personId: job.personId,
    unit,
    quantity,
    at: job.printedAt ?? ctx.clock.now(),
    resource: resourceOf(job),
    cause: causeOf(job),
    idempotencyKey: `print_job:${job.id}:${job.countedSides ?? 0}`,
    mayOverdraw: true,
  });
  return covered;
}

/** What no credits covered stays open until an invoice takes it; credits that arrive late may still cover it. */
async function chargeRest(
  tx: Sql,
  ctx: Context,
  job: JobRow & { personId: string },
  price: PrintPrice,
  amountMinor: number,
  quantity: number,
): Promise<void> {
  const work = workOf(job);
  const [person] = await tx.query<{ teamId: string | null }>(`SELECT team_id AS "teamId" FROM people WHERE id = $1`, [
    job.personId,
  ]);
  await recordCharge(tx, ctx, {
    payer: { personId: job.personId, teamId: person?.teamId ?? null },
    cause: causeOf(job),
    amountMinor,
    currency: job.currency,
    lines: [
      {
        label: `${work.sides} × ${work.paperSize} ${work.colour}${work.isDuplex ? " duplex" : ""}`,
        amountMinor,
        usage:
          quantity > 0
            ? { unit: price.unit, quantity, at: job.printedAt ?? ctx.clock.now(), resource: resourceOf(job) }
            : undefined,
      },
    ],
    idempotencyKey: `print_job:${job.id}:${job.countedSides ?? 0}`,
  });
}

/** Gives back all that a job has taken: credits to their lots, and the open rest of its charges. Twice gives back once. */
export async function refundJob(tx: Sql, ctx: Context, job: JobRow, reason: string): Promise<void> {
  await refundCredits(tx, ctx, { cause: causeOf(job), quantity: "all", reason });
  const lines = await tx.query<{ id: string; openMinor: number; openQuantity: number }>(
    `SELECT l.id, l.amount_minor + coalesce(sum(a.amount_minor), 0)::bigint AS "openMinor", coalesce(l.quantity, 0) - coalesce(sum(a.quantity), 0)::bigint AS "openQuantity"
     FROM charges c JOIN charge_lines l ON l.charge_id = c.id LEFT JOIN charge_adjustments a ON a.line_id = l.id
     WHERE c.cause_type = 'print_job' AND c.cause_id = $1 GROUP BY l.id`,
    [job.id],
  );
  for (const { id, openMinor, openQuantity } of lines) {
    if (openMinor <= 0) continue;
    await adjustCharge(tx, ctx, {
      lineId: id,
      amountMinor: -openMinor,
      quantity: openQuantity,
      reason,
      idempotencyKey: `print_job:${job.id}:refund:${id}`,
    });
  }
}
