import type { Context, Sql } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import type { GiveCreditsInput, Grant } from "@working-social/credits";
import { grantCredits, requireScope } from "@working-social/credits";
import { authorize, parseInstant } from "@working-social/kernel";
import { emit } from "../events.ts";
import { settleUnpaidUsage } from "./settle-unpaid-usage.ts";

type Given = Grant & { settledQuantity: number };

/**
 * A manager gives credits, with a reason; they pay overdrawn and unpaid usage at once. Needs managePeople. Throws
 * not_found, idempotency_key_reused, currency_mismatch; the same key again gets the same answer.
 */
export async function giveCredits(ctx: Context, input: GiveCreditsInput): Promise<Given> {
  authorize(ctx, ...giveCredits.needs);
  const request = { key: input.idempotencyKey, procedure: "credits.give", input };
  return inTransaction(ctx, (tx) => once(tx, ctx, request, () => give(tx, ctx, input)));
}
giveCredits.needs = ["managePeople"] as const;

async function give(tx: Sql, ctx: Context, input: GiveCreditsInput): Promise<Given> {
  const { owner, unit, currency, quantity, reason, scope, idempotencyKey } = input;
  const ownerId = "personId" in owner ? owner.personId : owner.teamId;
  await requireScope(tx, ctx, scope);
  const grant = await grantCredits(tx, ctx, {
    owner,
    unit,
    currency,
    quantity,
    scope,
    source: "gift",
    label: reason,
    reason,
    expiresAt: input.expiresAt === null ? null : parseInstant(input.expiresAt),
    cause: { type: "by_hand", id: ownerId, label: reason },
    idempotencyKey: `by_hand:${idempotencyKey}`,
  });
  const settled = await settleUnpaidUsage(tx, ctx, owner);
  const subjectType = "personId" in owner ? "person" : "team";
  await emit(tx, ctx, {
    name: "credits.given",
    subjectType,
    subjectId: ownerId,
    reason,
    data: { unit, currency, quantity },
  });
  return { ...grant, settledQuantity: settled.quantity };
}
