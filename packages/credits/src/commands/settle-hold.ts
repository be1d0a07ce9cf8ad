import type { Context, Sql } from "@working-social/db";
import { requireQuantity } from "../rules/checks.ts";
import { creditsError } from "../errors.ts";
import type { HeldCredits } from "../steps/load-hold.ts";
import { loadHold, resolveHold } from "../steps/load-hold.ts";
import { lockLots } from "../steps/lock-lots.ts";
import { lockWallet } from "../steps/owner.ts";
import { allocate } from "../rules/allocate.ts";
import { rolloverParts } from "../rules/plan-credits.ts";
import type { Cause, Consumption, CreditPart } from "../schema.ts";
import type { NewTransfer } from "../steps/write-transfer.ts";
import {
  consumptionOf,
  insertEntries,
  insertTransfer,
  recordedTransfer,
  sumOf,
  debitParts,
} from "../steps/write-transfer.ts";

export interface SettleInput {
  holdId: string;
  /** What was really used: 0, less than held, or more; what the hold does not cover is taken as `consumeCredits` does. */
  quantity: number;
  /** Where it differs from the hold's. */
  cause?: Cause | undefined;
}

/**
 * Posts what was used and frees the rest. Once: the same quantity again gives the same answer. A hold whose time was over
 * is settled all the same, from what is there now. Throws hold_over (voided, or posted for nothing), idempotency_key_reused
 * (posted with another quantity), bad_quantity, not_found.
 */
export async function settleHold(
  tx: Sql,
  ctx: Context,
  { holdId, quantity, cause }: SettleInput,
): Promise<Consumption> {
  requireQuantity(quantity, 0);
  const hold = await loadHold(tx, ctx, holdId);
  await lockWallet(tx, ctx, hold.personId);
  const before = await resolveHold(tx, ctx, holdId, "posted");
  if (before === "voided") throw creditsError({ code: "hold_over", outcome: before });
  if (quantity === 0) return settleForNothing(tx, ctx, holdId, before === "posted");
  const transfer: NewTransfer = {
    kind: "consume",
    unit: hold.unit,
    currency: hold.currency,
    requested: quantity,
    personId: hold.personId,
    cause: cause ?? hold.cause,
    usedAt: hold.at,
    locationId: hold.resource?.locationId,
    holdId,
    idempotencyKey: `hold:${holdId}`,
  };
  // Posted for nothing wrote no transfer: then this quantity is another answer to the same question.
  if (before === "posted") return (await wasPosted(tx, ctx, holdId)) ? recordedTransfer(tx, ctx, transfer) : over();
  const transferId = await insertTransfer(tx, ctx, transfer);
  if (transferId === null) return recordedTransfer(tx, ctx, transfer);
  const fromHold =
    before === null
      ? rolloverParts(
          hold.parts.map(({ lotId, quantity: left }) => ({ id: lotId, left })),
          quantity,
        )
      : [];
  const parts = joined(fromHold, await takeRest(tx, ctx, hold, fromHold, quantity - sumOf(fromHold)));
  await insertEntries(tx, ctx, transferId, debitParts(parts, "used"));
  return consumptionOf(transferId, quantity, parts);
}

/** What the hold did not cover, from the lots as they are now, the hold's own parts being free again but spoken for. */
async function takeRest(
  tx: Sql,
  ctx: Context,
  hold: HeldCredits,
  taken: readonly CreditPart[],
  quantity: number,
): Promise<CreditPart[]> {
  if (quantity === 0) return [];
  const { unit, currency, at, resource, personId, mayOverdraw } = hold;
  const lots = await lockLots(tx, ctx, { personId, unit, currency, mayOverdraw });
  const spoken = new Map(taken.map((part) => [part.lotId, part.quantity]));
  const free = lots.map((lot) => ({ ...lot, left: lot.left - (spoken.get(lot.id) ?? 0) }));
  return allocate(free, { unit, currency, quantity, at, resource }).parts;
}

/** One part for each lot. */
function joined(first: readonly CreditPart[], then: readonly CreditPart[]): CreditPart[] {
  const sums = new Map<string, number>();
  for (const { lotId, quantity } of [...first, ...then]) sums.set(lotId, (sums.get(lotId) ?? 0) + quantity);
  return [...sums].map(([lotId, quantity]) => ({ lotId, quantity }));
}

async function settleForNothing(tx: Sql, ctx: Context, holdId: string, isRepeated: boolean): Promise<Consumption> {
  if (isRepeated && (await wasPosted(tx, ctx, holdId))) return over();
  return consumptionOf(null, 0, []);
}

async function wasPosted(tx: Sql, ctx: Context, holdId: string): Promise<boolean> {
  const rows = await tx.query(
    "SELECT id FROM credit_transfers WHERE organization_id = $1::uuid AND idempotency_key = $2",
    [ctx.organizationId, `hold:${holdId}`],
  );
  return rows.length > 0;
}

function over(): never {
  throw creditsError({ code: "hold_over", outcome: "posted" });
}
