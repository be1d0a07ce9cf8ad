import type { Context } from "@working-social/db";
import { inTransaction, timestamp } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireResource } from "../queries.ts";
import type { ResourceIdInput, ResourceView } from "../schema.ts";

/** Nobody can book it from now on; its bookings stay. Repeating it changes nothing. Needs manageSpace. Throws not_found. */
export async function archiveResource(ctx: Context, { id }: ResourceIdInput): Promise<ResourceView> {
  authorize(ctx, ...archiveResource.needs);
  return inTransaction(ctx, async (tx) => {
    const before = await requireResource(tx, ctx, id);
    if (before.isArchived) return before;
    await tx.query("UPDATE resources SET archived_at = $3 WHERE organization_id = $1 AND id = $2", [
      ctx.organizationId,
      id,
      timestamp(ctx.clock.now()),
    ]);
    await emit(tx, ctx, { name: "resource.archived", subjectType: "resource", subjectId: id, data: {} });
    return requireResource(tx, ctx, id);
  });
}
archiveResource.needs = ["manageSpace"] as const;
