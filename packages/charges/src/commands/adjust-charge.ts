import type { Context, Sql } from "@working-social/db";
import { timestamp, violatedConstraint } from "@working-social/db";
import type { CommonRefusal } from "@working-social/kernel";
import { DomainError, newId, notFound } from "@working-social/kernel";
import { chargesError } from "../errors.ts";

export interface AdjustmentInput {
  lineId: string;
  /** Below zero makes the line less. */
  amountMinor: number;
  /** Usage that is no longer charged, in the line's unit. */
  quantity?: number | undefined;
  reason: string;
  /** The consumption that covers it. */
  creditTransferId?: string | undefined;
  idempotencyKey: string;
}

/**
 * Changes what is open of a line; the same key again does nothing. Throws below_zero, not_found, and idempotency_key_reused
 * when the key stands for another change.
 */
export async function adjustCharge(tx: Sql, ctx: Context, input: AdjustmentInput): Promise<void> {
  const [line] = await tx.query<{ open: number }>(
    `SELECT l.amount_minor + coalesce((SELECT sum(a.amount_minor) FROM charge_adjustments a WHERE a.line_id = l.id), 0)::bigint AS open
     FROM charge_lines l WHERE l.organization_id = $1::uuid AND l.id = $2::uuid`,
    [ctx.organizationId, input.lineId],
  );
  if (!line) throw notFound("charge");
  try {
    await insertAdjustment(tx, ctx, input);
  } catch (error) {
    if (violatedConstraint(error) === "charge_lines_never_below_zero")
      throw chargesError({ code: "below_zero", openMinor: line.open });
    throw error;
  }
}

async function insertAdjustment(tx: Sql, ctx: Context, input: AdjustmentInput): Promise<void> {
  const made = await tx.query(
    `INSERT INTO charge_adjustments (id, organization_id, line_id, amount_minor, quantity, reason, credit_transfer_id, idempotency_key, created_at)
     VALUES ($id::uuid, $organizationId::uuid, $lineId::uuid, $amountMinor::bigint, $quantity::bigint, $reason, $creditTransferId::uuid, $idempotencyKey, $now::timestamptz)
     ON CONFLICT (organization_id, idempotency_key) DO NOTHING RETURNING id`,
    {
      id: newId(),
      organizationId: ctx.organizationId,
      lineId: input.lineId,
      amountMinor: input.amountMinor,
      quantity: input.quantity ?? 0,
      reason: input.reason,
      creditTransferId: input.creditTransferId ?? null,
      idempotencyKey: input.idempotencyKey,
      now: timestamp(ctx.clock.now()),
    },
  );
  if (made.length === 0) await requireSame(tx, ctx, input);
}

async function requireSame(tx: Sql, ctx: Context, input: AdjustmentInput): Promise<void> {
  const [before] = await tx.query<{ is_same: boolean }>(
    `SELECT line_id = $3::uuid AND amount_minor = $4::bigint AND quantity = $5::bigint AS is_same FROM charge_adjustments
     WHERE organization_id = $1::uuid AND idempotency_key = $2`,
    [ctx.organizationId, input.idempotencyKey, input.lineId, input.amountMinor, input.quantity ?? 0],
  );
  if (!before?.is_same) throw new DomainError<CommonRefusal>("conflict", { code: "idempotency_key_reused" });
}
