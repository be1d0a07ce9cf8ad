import type { Context, Sql } from "@working-social/db";
import type { Tax } from "@working-social/kernel";
import { newId } from "@working-social/kernel";
import { ownerId, ownerIds } from "../rules/owner-ids.ts";
import type { CreditOwner, CreditUnit } from "../schema.ts";
import { insertEntries, insertTransfer, transferParts } from "../steps/write-transfer.ts";

interface Repayment {
  owner: CreditOwner;
  unit: CreditUnit;
  currency: string | null;
  /** Credits that have just come. */
  lotId: string;
  quantity: number;
}

/** New credits pay what their owner owes first. Returns how much. */
export async function repayOverdraft(
  tx: Sql,
  ctx: Context,
  { owner, unit, currency, lotId, quantity }: Repayment,
): Promise<number> {
  const [overdraft] = await tx.query<{ id: string; owed: number }>(
    `SELECT l.id, -b.balance AS owed FROM credit_balances b JOIN credit_lots l ON l.id = b.lot_id
     WHERE b.organization_id = $1::uuid AND b.is_alive AND b.owner_id = $2::uuid AND l.source = 'overdraft'
       AND l.unit = $3::credit_unit AND l.currency IS NOT DISTINCT FROM $4 AND b.balance < 0 FOR UPDATE OF b`,
    [ctx.organizationId, ownerId(owner), unit, currency],
  );
  if (!overdraft) return 0;
  const owedFor = await lastOverdrawn(tx, ctx, overdraft.id);
  const repaid = Math.min(overdraft.owed, quantity);
  const transferId = await insertTransfer(tx, ctx, {
    kind: "repay",
    unit,
    currency,
    requested: repaid,
    personId: ownerIds(owner).personId,
    idempotencyKey: `repay:${newId()}`,
    cause: { type: "overdraft", id: overdraft.id, label: "" },
    ...owedFor,
  });
  if (transferId !== null)
    await insertEntries(tx, ctx, transferId, transferParts([{ lotId, quantity: repaid }], overdraft.id));
  return repaid;
}

interface Overdrawn {
  location_id: string;
  /** Never null: a transfer with a location has its tax (credit_transfers_taxed_somewhere). */
  category: Tax["category"];
  /** Never null: likewise. */
  basis_points: number;
}

/** Where what is owed was used, at which tax: a pack that repays it is used for that. */
async function lastOverdrawn(tx: Sql, ctx: Context, overdraftId: string): Promise<{ locationId?: string; tax?: Tax }> {
  const [used] = await tx.query<Overdrawn>(
    `SELECT t.location_id, t.tax_category AS category, t.tax_basis_points AS basis_points
     FROM credit_entries e JOIN credit_transfers t ON t.id = e.transfer_id
     WHERE e.organization_id = $1::uuid AND e.lot_id = $2::uuid AND t.kind = 'consume' AND t.location_id IS NOT NULL
     ORDER BY t.posted_at DESC, t.id DESC LIMIT 1`,
    [ctx.organizationId, overdraftId],
  );
  if (!used) return {};
  return { locationId: used.location_id, tax: { category: used.category, basisPoints: used.basis_points } };
}
