import type { Context } from "@working-social/db";
import { recordAudit, withPrisma } from "@working-social/db";
import { authorize } from "@working-social/directory";
import { requireResource } from "../queries.ts";
import type { ResourceIdInput, ResourceView } from "../schema.ts";

/** Makes an archived resource bookable again. Repeating it changes nothing. Needs manageSpace. Throws not_found. */
export async function restoreResource(ctx: Context, { id }: ResourceIdInput): Promise<ResourceView> {
  authorize(ctx, "manageSpace");
  return withPrisma(ctx, async (tx) => {
    const before = await requireResource(tx.prisma, id);
    if (!before.isArchived) return before;
    await tx.prisma.resource.update({ where: { id }, data: { archivedAt: null } });
    await recordAudit(tx, ctx, { action: "resource.restore", subjectType: "resource", subjectId: id });
    return requireResource(tx.prisma, id);
  });
}
