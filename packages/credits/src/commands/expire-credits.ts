import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import { newId } from "@working-social/kernel";
import { expireStaleHolds } from "../steps/lock-lots.ts";
import type { CreditUnit } from "../schema.ts";
import { insertEntries, insertTransfer, debitParts } from "../steps/write-transfer.ts";

interface ExpiredLot {
  id: string;
  unit: CreditUnit;
  currency: string | null;
  person_id: string | null;
  label: string;
  left: number;
}

/**
 * Ends holds past their time, and moves what is left in expired lots to breakage. What a plan lets roll over waits until
 * its owner's next period has been opened. At most 500 lots a call: call again while it returns that many. Safe beside
 * itself and everything else: lots that somebody works on are left to the next call.
 */
export async function expireCredits(tx: Sql, ctx: Context): Promise<{ holds: number; lots: number }> {
  const holds = await expireStaleHolds(tx, ctx, null);
  const expired = await tx.query<ExpiredLot>(
    `SELECT l.id, l.unit, l.currency, l.person_id, l.label, b.balance - b.held AS left
     FROM credit_lots l JOIN credit_balances b ON b.lot_id = l.id
     WHERE l.organization_id = $1::uuid AND l.expires_at <= $2::timestamptz AND l.source <> 'overdraft' AND b.balance > b.held
       AND (l.rollover_cap = 0 OR EXISTS (SELECT FROM credit_periods c WHERE c.organization_id = l.organization_id AND c.starts_at >= l.expires_at
         AND c.owner_id = l.owner_id))
     ORDER BY l.id LIMIT 500 FOR UPDATE OF b SKIP LOCKED`,
    [ctx.organizationId, timestamp(ctx.clock.now())],
  );
  for (const lot of expired) await expireLot(tx, ctx, lot);
  return { holds, lots: expired.length };
}

async function expireLot(
  tx: Sql,
  ctx: Context,
  { id, unit, currency, person_id, label, left }: ExpiredLot,
): Promise<void> {
  const transferId = await insertTransfer(tx, ctx, {
    kind: "expire",
    unit,
    currency,
    requested: left,
    personId: person_id,
    cause: { type: "lot", id, label },
    idempotencyKey: `expire:${newId()}`,
  });
  if (transferId !== null)
    await insertEntries(tx, ctx, transferId, debitParts([{ lotId: id, quantity: left }], "breakage"));
}
