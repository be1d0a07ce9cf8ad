import type { Context, Sql } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { emit } from "../events.ts";
import { ownerId } from "../rules/owner-ids.ts";
import type { Consumption, RevokeCreditsInput } from "../schema.ts";
import { clawBackCredits } from "./claw-back-credits.ts";

/**
 * A manager takes credits back, with a reason. Needs managePeople. Throws not_found, idempotency_key_reused; the same key again gets
 * the same answer.
 */
export async function revokeCredits(ctx: Context, input: RevokeCreditsInput): Promise<Consumption> {
  authorize(ctx, ...revokeCredits.needs);
  const request = { key: input.idempotencyKey, procedure: "credits.takeBack", input };
  return inTransaction(ctx, (tx) => once(tx, ctx, request, () => takeBack(tx, ctx, input)));
}
revokeCredits.needs = ["managePeople"] as const;

async function takeBack(tx: Sql, ctx: Context, input: RevokeCreditsInput): Promise<Consumption> {
  const { owner, lotId, unit, currency, quantity, reason, idempotencyKey } = input;
  const taken = await clawBackCredits(tx, ctx, {
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
  await emit(tx, ctx, {
    name: "credits.taken_back",
    subjectType,
    subjectId: ownerId(owner),
    reason,
    data: { unit, currency, quantity, taken: taken.covered },
  });
  return taken;
}
