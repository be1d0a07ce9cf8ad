import type { Context, Keyed, Sql } from "@working-social/db";
import { inTransaction, once, timestamp } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requirePack } from "../queries.ts";
import type { PackIdInput } from "../schema.ts";

/**
 * Takes a pack off the shelf; what was bought stays. Needs managePeople. Throws not_found, also for an archived one; the same key
 * again gets the same answer.
 */
export async function archivePack(
  ctx: Context,
  { idempotencyKey: key, packId }: Keyed<PackIdInput>,
): Promise<{ ok: true }> {
  authorize(ctx, ...archivePack.needs);
  const request = { key, procedure: "credits.archivePack", input: { packId } };
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      await requirePack(tx, ctx, packId, "FOR NO KEY UPDATE");
      await withdrawPack(tx, ctx, packId);
      await emit(tx, ctx, { name: "pack.archived", subjectType: "pack", subjectId: packId, data: {} });
      return { ok: true as const };
    }),
  );
}
archivePack.needs = ["managePeople"] as const;

export async function withdrawPack(tx: Sql, ctx: Context, packId: string): Promise<void> {
  await tx.query(
    "UPDATE credit_packs SET archived_at = $3::timestamptz WHERE organization_id = $1::uuid AND id = $2::uuid",
    [ctx.organizationId, packId, timestamp(ctx.clock.now())],
  );
}
