import type { Context, Sql } from "@working-social/db";
import { inTransaction, onConstraint } from "@working-social/db";
import { authorize, mergeEdit } from "@working-social/kernel";
import { emit } from "../events.ts";
import { requireQuantity, requireUnit } from "../rules/checks.ts";
import { creditsError } from "../errors.ts";
import { lockOwner, requireOwner } from "../steps/owner.ts";
import { ownerId } from "../rules/owner-ids.ts";
import type { SetOverdraftInput } from "../schema.ts";
import { insertLot } from "./grant-credits.ts";

/** How much an owner may owe of a unit; 0 ends it. Needs managePeople. Throws overdraft_in_use, edited_meanwhile, not_found. */
export async function setOverdraft(ctx: Context, input: SetOverdraftInput): Promise<void> {
  authorize(ctx, ...setOverdraft.needs);
  requireQuantity(input.limit, 0);
  const { owner, unit, limit, reason } = input;
  const currency = requireUnit(input);
  let owed = 0;
  await onConstraint(
    "credit_balances_never_below_floor",
    () => creditsError({ code: "overdraft_in_use", owed }),
    () =>
      inTransaction(ctx, async (tx) => {
        await requireOwner(tx, ctx, owner);
        await lockOwner(tx, ctx, owner);
        const lot = (await findOverdraft(tx, ctx, { ...input, currency })) ?? {
          id: await insertLot(tx, ctx, { owner, unit, currency, source: "overdraft", label: "" }),
          owed: 0,
          limit: 0,
        };
        mergeEdit({ limit: lot.limit }, { limit }, input.seen);
        owed = lot.owed;
        await tx.query("UPDATE credit_balances SET floor = -$2::bigint WHERE lot_id = $1::uuid", [lot.id, limit]);
        const subjectType = "personId" in owner ? "person" : "team";
        await emit(tx, ctx, {
          name: "credits.overdraft_set",
          subjectType,
          subjectId: ownerId(owner),
          reason,
          data: { unit, currency, limit },
        });
      }),
  );
}
setOverdraft.needs = ["managePeople"] as const;

async function findOverdraft(
  tx: Sql,
  ctx: Context,
  { owner, unit, currency }: SetOverdraftInput,
): Promise<{ id: string; owed: number; limit: number } | undefined> {
  const [lot] = await tx.query<{ id: string; owed: number; limit: number }>(
    `SELECT l.id, b.held - b.balance AS owed, -b.floor AS limit FROM credit_lots l JOIN credit_balances b ON b.lot_id = l.id
     WHERE l.organization_id = $1::uuid AND l.owner_id = $2::uuid AND l.source = 'overdraft' AND l.unit = $3::credit_unit
       AND l.currency IS NOT DISTINCT FROM $4`,
    [ctx.organizationId, ownerId(owner), unit, currency],
  );
  return lot;
}
