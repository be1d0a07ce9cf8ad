import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { changesBetween } from "@working-social/directory";
import { authorize, editBetween, isUntouched, mergeEdit } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireSeller } from "../queries.ts";
import type { SellerView, UpdateSellerInput } from "../schema.ts";
import { lockSeller } from "../steps/lock-seller.ts";
import { requireFitting, rewriteSeller } from "../steps/write-seller.ts";

/**
 * Says something else of a seller, from its next invoice on: issued ones keep what they said. Needs manageBilling. Throws
 * edited_meanwhile, not_found, bad_input (half of an electronic address, wrong check digits of the VAT id).
 */
export async function updateSeller(ctx: Context, { id, seen, ...edit }: UpdateSellerInput): Promise<SellerView> {
  authorize(ctx, ...updateSeller.needs);
  return inTransaction(ctx, async (tx) => {
    const before = await lockSeller(tx, ctx, id);
    const after = mergeEdit<SellerView>(before, edit, seen);
    const fields = editBetween(before, after);
    if (isUntouched(fields)) return before;
    requireFitting(after);
    await rewriteSeller(tx, ctx, after);
    const { contactName, contactEmail, contactPhone, ...changes } = changesBetween(before, fields);
    await emit(tx, ctx, {
      name: "seller.updated",
      subjectType: "seller",
      subjectId: id,
      data: { changes },
      personal: { changes: defined({ contactName, contactEmail, contactPhone }) },
    });
    return requireSeller(tx, ctx, id);
  });
}
updateSeller.needs = ["manageBilling"] as const;

type Change = readonly [unknown, unknown];
function defined(changes: Record<string, Change | undefined>): Record<string, Change> {
  return Object.fromEntries(Object.entries(changes).flatMap(([field, change]) => (change ? [[field, change]] : [])));
}
