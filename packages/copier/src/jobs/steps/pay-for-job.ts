import {
  billedOf,
  loadCharges,
  loadCost,
  loadSalePlace,
  lowerCharges,
  recordCharge,
  serviceDays,
} from "@working-social/charges";
import type { Cause, CreditResource } from "@working-social/credits";
import { consumeCredits, holdCredits, lockWallet, refundCredits, settleHold, voidHold } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { expectDefined, taxedPrice } from "@working-social/kernel";
import { splitPrice } from "../../rules/price.ts";
import type { PageUnit, PrintPrice, Split, TaxedPrint } from "../../rules/price.ts";
import type { JobRow } from "../queries/job-row.ts";
import { workOf } from "../queries/job-row.ts";

/** All that the copier asks of credits and charges is here. */

export const PRINT_JOB = "print_job";

function causeOf({ id, title }: Pick<JobRow, "id" | "title">): Cause {
  return { type: PRINT_JOB, id, label: title ?? "" };
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
 * the rest as an open charge. Returns the credits that the job has used, and what was charged for it, altogether.
 */
export async function payForJob(
  tx: Sql,
  ctx: Context,
  job: JobRow & { personId: string },
  price: TaxedPrint,
): Promise<Split> {
  const before = await paidSoFar(tx, ctx, job, price.unit);
  const wanted = Math.max(0, price.credits - before.credits - before.charged);
  const covered = await takeCredits(tx, ctx, job, price, wanted);
  const missing = wanted - covered;
  const dueMinor = splitPrice(price, price.credits - before.charged - missing).moneyMinor;
  const moreMinor = Math.max(0, dueMinor - before.moneyMinor);
  if (moreMinor > 0) await chargeRest(tx, ctx, job, price, { amountMinor: moreMinor, quantity: missing });
  return { credits: before.credits + covered, moneyMinor: job.moneyMinor + moreMinor };
}

/**
 * What a job has cost by now, as the ledger has it: credits may have come late and covered what was charged, and that is not
 * asked for again when the count rises. `charged`: pages that no credits cover.
 */
async function paidSoFar(
  tx: Sql,
  ctx: Context,
  job: JobRow & { personId: string },
  unit: PageUnit,
): Promise<{ credits: number; charged: number; moneyMinor: number }> {
  if (job.creditsUsed === 0 && job.moneyMinor === 0) return { credits: 0, charged: 0, moneyMinor: 0 };
  // Credits that arrive this moment cover pages either before this, and are seen, or after it.
  await lockWallet(tx, ctx, job.personId);
  const { used, openMinor, paidMinor } = await loadCost(tx, ctx, causeOf(job));
  const usages = (await loadCharges(tx, ctx, { cause: causeOf(job) })).flatMap(({ lines }) =>
    lines.flatMap(({ usage }) => (usage?.unit === unit ? usage : [])),
  );
  return {
    credits: used.filter((one) => one.unit === unit).reduce((sum, { quantity }) => sum + quantity, 0),
    charged: usages.reduce((sum, { openQuantity }) => sum + openQuantity, 0),
    moneyMinor: openMinor + paidMinor,
  };
}

/** Each count of a job is paid once. */
function countOf({ countedSides }: JobRow): number {
  return expectDefined(countedSides, "A print is paid for before it was counted.");
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
    idempotencyKey: `print_job:${job.id}:${countOf(job)}`,
    mayOverdraw: true,
  });
  return covered;
}

/** What no credits covered stays open until an invoice takes it; credits that arrive late may still cover it. */
async function chargeRest(
  tx: Sql,
  ctx: Context,
  job: JobRow & { personId: string },
  price: TaxedPrint,
  { amountMinor, quantity }: { amountMinor: number; quantity: number },
): Promise<void> {
  const { sides, paperSize, colour, isDuplex } = workOf(job);
  const at = job.printedAt ?? ctx.clock.now();
  const place = await loadSalePlace(tx, ctx, job.locationId);
  const [person] = await tx.query<{ teamId: string | null }>(`SELECT team_id AS "teamId" FROM people WHERE id = $1`, [
    job.personId,
  ]);
  await recordCharge(tx, ctx, {
    payer: { personId: job.personId, teamId: person?.teamId ?? null },
    cause: causeOf(job),
    currency: job.currency,
    lines: [
      {
        item: { code: "print", data: { sides, paperSize, colour, isDuplex } },
        product: "copier_pages",
        // All of it as the table says; a part of it is gross, with the tax in it.
        price: amountMinor === price.priceMinor ? price.taxed : taxedPrice(amountMinor, "gross", price.taxed),
        service: serviceDays({ start: at, end: at }, place.timeZone),
        locationId: place.id,
        billed: billedOf({ unit: price.unit, quantity: price.credits === 0 ? sides : quantity }),
        usage: quantity > 0 ? { unit: price.unit, quantity, at, resource: resourceOf(job) } : undefined,
      },
    ],
    idempotencyKey: `print_job:${job.id}:${countOf(job)}`,
  });
}

/**
 * Gives back all that a job has taken, as the house's act: credits to their lots, those of money too, and what is open; what
 * came out of a lot that has ended can be used again. Twice gives back once.
 */
export async function refundJob(tx: Sql, ctx: Context, job: JobRow, reason: string): Promise<void> {
  const cause = causeOf(job);
  await refundCredits(tx, ctx, { cause, quantity: "all", reason, renewsEnded: true });
  await lowerCharges(tx, ctx, {
    cause,
    keepMinor: 0,
    reason,
    renewsEnded: true,
    idempotencyKey: `print_job:${job.id}:refund`,
  });
}
