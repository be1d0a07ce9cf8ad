import { normalizeScope } from "@working-social/credits";
import type { Context, Keyed, Sql } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import { changesBetween } from "@working-social/directory";
import { authorize, isUntouched, editBetween, mergeEdit } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requirePack } from "../queries.ts";
import type { CreatePackInput, PackView, UpdatePackInput } from "../schema.ts";
import { withdrawPack } from "./archive-pack.ts";
import { insertPack, requireSellable, withItsName } from "./create-pack.ts";

/**
 * Renames a pack or prices it anew. Another content is another pack, with an id of its own: who has the old one on the
 * screen can't buy something else than is shown there. Needs managePeople. Throws name_taken, currency_mismatch,
 * pack_tax_unknown, edited_meanwhile, not_found (the pack, also an archived one, and what the scope names); the same key again gets the same
 * answer.
 */
export async function updatePack(ctx: Context, keyed: Keyed<UpdatePackInput>): Promise<PackView> {
  authorize(ctx, ...updatePack.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "credits.updatePack", input };
  return withItsName(input.name, () =>
    inTransaction(ctx, (tx) => once(tx, ctx, request, () => update(tx, ctx, input))),
  );
}
updatePack.needs = ["managePeople"] as const;

async function update(tx: Sql, ctx: Context, { id, seen, ...edit }: UpdatePackInput): Promise<PackView> {
  const before = await requirePack(tx, ctx, id, "FOR NO KEY UPDATE");
  const { id: _id, tax: _tax, totalMinor: _total, ...input } = mergeEdit(before, edit, seen);
  if (isUntouched(editBetween(before, input))) return before;
  const kept = contentOf(before) === contentOf(input) ? await reprice(tx, ctx, id, input) : null;
  if (kept === null) await withdrawPack(tx, ctx, id);
  const after = requireSellable(await requirePack(tx, ctx, kept ?? (await insertPack(tx, ctx, input)), "FOR SHARE"));
  await emit(tx, ctx, {
    name: "pack.updated",
    subjectType: "pack",
    subjectId: after.id,
    data: { changes: changesBetween(before, { ...input, id: after.id }) },
  });
  return after;
}

function contentOf({ unit, currency, quantity, validDays, purpose, scope }: CreatePackInput): string {
  return JSON.stringify([unit, currency, quantity, validDays, purpose, normalizeScope(scope)]);
}

async function reprice(
  tx: Sql,
  ctx: Context,
  id: string,
  input: Pick<PackView, "name" | "priceMinor" | "priceCurrency" | "priceMode">,
): Promise<string> {
  await tx.query(
    "UPDATE credit_packs SET name = $3, price_minor = $4::bigint, price_currency = $5, price_mode = $6::price_mode WHERE organization_id = $1::uuid AND id = $2::uuid",
    [ctx.organizationId, id, input.name, input.priceMinor, input.priceCurrency, input.priceMode],
  );
  return id;
}
