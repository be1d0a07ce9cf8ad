import type { Context } from "@working-social/db";
import { withPrisma } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireResource } from "../queries.ts";
import type { ResourceIdInput, ResourceView } from "../schema.ts";

/** Makes an archived resource bookable again. Repeating it changes nothing. Needs manageSpace. Throws not_found. */
export async function restoreResource(ctx: Context, { id }: ResourceIdInput): Promise<ResourceView> {
  authorize(ctx, ...restoreResource.needs);
  return withPrisma(ctx, async (tx) => {
    const before = await requireResource(tx.prisma, id);
    if (!before.isArchived) return before;
    await tx.prisma.resource.update({ where: { id }, data: { archivedAt: null } });
    await emit(tx, ctx, { name: "resource.restored", subjectType: "resource", subjectId: id, data: {} });
    return requireResource(tx.prisma, id);
  });
}
restoreResource.needs = ["manageSpace"] as const;
