import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireResource } from "../queries.ts";
import type { ResourceIdInput, ResourceView } from "../schema.ts";

/** Makes an archived resource bookable again. Repeating it changes nothing. Needs manageSpace. Throws not_found. */
export async function restoreResource(ctx: Context, { id }: ResourceIdInput): Promise<ResourceView> {
  authorize(ctx, ...restoreResource.needs);
  return inTransaction(ctx, async (tx) => {
    const before = await requireResource(tx, ctx, id);
    if (!before.isArchived) return before;
    await tx.query("UPDATE resources SET archived_at = NULL WHERE organization_id = $1 AND id = $2", [
      ctx.organizationId,
      id,
    ]);
    await emit(tx, ctx, { name: "resource.restored", subjectType: "resource", subjectId: id, data: {} });
    return requireResource(tx, ctx, id);
  });
}
restoreResource.needs = ["manageSpace"] as const;
