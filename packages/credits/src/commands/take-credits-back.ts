import type { Context } from "@working-social/db";
import { inTransaction, recordAudit } from "@working-social/db";
import { authorize } from "@working-social/directory";
import { ownerId } from "../owner.ts";
import type { Consumption, TakeCreditsBackInput } from "../schema.ts";
import { takeBackCredits } from "./take-back-credits.ts";

/** A manager takes credits back, with a reason. Needs managePeople. Throws not_found, idempotency_key_reused. */
export async function takeCreditsBack(ctx: Context, input: TakeCreditsBackInput): Promise<Consumption> {
  authorize(ctx, "managePeople");
  const { owner, lotId, unit, currency, quantity, reason, idempotencyKey } = input;
  return inTransaction(ctx, async (tx) => {
    const taken = await takeBackCredits(tx, ctx, {
      owner,
      unit,
      currency,
      quantity,
      reason,
      lotIds: lotId === null ? undefined : [lotId],
      cause: { type: "by_hand", id: ownerId(owner), label: reason },
      idempotencyKey: `by_hand:${idempotencyKey}`,
    });
    const subjectType = "personId" in owner ? "person" : "team";
    await recordAudit(tx, ctx, {
      action: "credits.take_back",
      subjectType,
      subjectId: ownerId(owner),
      reason,
      data: { unit, currency, quantity, taken: taken.covered },
    });
    return taken;
  });
}
