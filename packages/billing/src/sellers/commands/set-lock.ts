import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { authorize, badInput, editBetween, isUntouched, mergeEdit } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireSeller } from "../queries.ts";
import type { SellerView, SetLockInput } from "../schema.ts";
import { lockSeller } from "../steps/lock-seller.ts";

/**
 * Closes a seller's books up to a day: nothing is dated into that time any more. Opening a closed day again needs a reason, which the
 * trail keeps. Needs manageBilling. Throws edited_meanwhile, not_found, bad_input without a reason.
 */
export async function setLock(
  ctx: Context,
  { sellerId, lockedUntil, reason, seen }: SetLockInput,
): Promise<SellerView> {
  authorize(ctx, ...setLock.needs);
  return inTransaction(ctx, async (tx) => {
    const seller = await lockSeller(tx, ctx, sellerId);
    const before = { lockedUntil: seller.lockedUntil };
    const after = mergeEdit(before, { lockedUntil }, seen);
    if (isUntouched(editBetween(before, after))) return seller;
    if (opens(before.lockedUntil, lockedUntil) && !reason) throw badInput("reason", "reason_needed");
    await tx.query("UPDATE sellers SET locked_until = $3 WHERE organization_id = $1::uuid AND id = $2::uuid", [
      ctx.organizationId,
      sellerId,
      lockedUntil,
    ]);
    await emit(tx, ctx, {
      name: "seller.books_closed",
      subjectType: "seller",
      subjectId: sellerId,
      data: { changes: { lockedUntil: [before.lockedUntil, lockedUntil] } },
      reason,
    });
    return requireSeller(tx, ctx, sellerId);
  });
}
setLock.needs = ["manageBilling"] as const;

function opens(before: string | null, after: string | null): boolean {
  return before !== null && (after === null || after < before);
}
