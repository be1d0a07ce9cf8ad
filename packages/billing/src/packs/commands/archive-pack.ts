import type { Context, Sql } from "@working-social/db";
import { inTransaction, recordAudit, timestamp } from "@working-social/db";
import { authorize } from "@working-social/directory";
import { requirePack } from "../queries.ts";
import type { PackIdInput } from "../schema.ts";

/** Takes a pack off the shelf; what was bought stays. Needs managePeople. Throws not_found, also for an archived one. */
export async function archivePack(ctx: Context, { packId }: PackIdInput): Promise<void> {
  authorize(ctx, "managePeople");
  await inTransaction(ctx, async (tx) => {
    const { name } = await requirePack(tx, ctx, packId, "FOR NO KEY UPDATE");
    await takeOffTheShelf(tx, ctx, packId);
    await recordAudit(tx, ctx, { action: "pack.archive", subjectType: "pack", subjectId: packId, data: { name } });
  });
}

export async function takeOffTheShelf(tx: Sql, ctx: Context, packId: string): Promise<void> {
  await tx.query(
    "UPDATE credit_packs SET archived_at = $3::timestamptz WHERE organization_id = $1::uuid AND id = $2::uuid",
    [ctx.organizationId, packId, timestamp(ctx.clock.now())],
  );
}
