import type { Context, Sql } from "@working-social/db";
import { requireQuantity, requireUnit } from "../rules/checks.ts";
import { lockOwnerLots } from "../steps/lock-lots.ts";
import { lockOwner, requireOwner } from "../steps/owner.ts";
import { ownerIds } from "../rules/owner-ids.ts";
import { inOrderOfUse } from "../rules/allocate.ts";
import { rolloverParts } from "../rules/plan-credits.ts";
import type { Cause, Consumption, CreditOwner, CreditUnit } from "../schema.ts";
import type { NewTransfer } from "../steps/write-transfer.ts";
import { consumptionOf, insertEntries, insertTransfer, recordedTransfer, debitParts } from "../steps/write-transfer.ts";

export interface TakeBackInput {
  owner: CreditOwner;
  unit: CreditUnit;
  currency?: string | null | undefined;
  quantity: number;
  /** Only from these lots; absent: from all of the owner's, in the order of use. */
  lotIds?: readonly string[] | undefined;
  cause: Cause;
  reason: string;
  idempotencyKey: string;
}

/**
 * Takes credits away that nobody has used or holds; `missing` tells what was no longer there. Throws bad_quantity,
 * unknown_unit, currency_mismatch, not_found (owner), idempotency_key_reused.
 */
export async function clawBackCredits(tx: Sql, ctx: Context, input: TakeBackInput): Promise<Consumption> {
  requireQuantity(input.quantity);
  const currency = requireUnit(input);
  await requireOwner(tx, ctx, input.owner);
  const { owner, unit, quantity, lotIds, cause, reason, idempotencyKey } = input;
  const transfer: NewTransfer = {
    kind: "take_back",
    unit,
    currency,
    requested: quantity,
    personId: ownerIds(owner).personId,
    cause,
    reason,
    idempotencyKey,
  };
  // Before the transfer has its time: movements of a wallet are in the order in which they were made.
  await lockOwner(tx, ctx, owner);
  const transferId = await insertTransfer(tx, ctx, transfer);
  if (transferId === null) return recordedTransfer(tx, ctx, transfer);
  const lots = (await lockOwnerLots(tx, ctx, { owner, unit, currency })).filter(
    (lot) => lotIds === undefined || lotIds.includes(lot.id),
  );
  const parts = rolloverParts(inOrderOfUse(lots), quantity);
  await insertEntries(tx, ctx, transferId, debitParts(parts, "taken_back"));
  return consumptionOf(transferId, quantity, parts);
}
