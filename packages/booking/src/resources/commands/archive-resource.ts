import type { Context } from "@working-social/db";
import { timestamp, withPrisma } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireResource } from "../queries.ts";
import type { ResourceIdInput, ResourceView } from "../schema.ts";

/** Nobody can book it from now on; its bookings stay. Repeating it changes nothing. Needs manageSpace. Throws not_found. */
export async function archiveResource(ctx: Context, { id }: ResourceIdInput): Promise<ResourceView> {
  authorize(ctx, ...archiveResource.needs);
  return withPrisma(ctx, async (tx) => {
    const before = await requireResource(tx.prisma, id);
    if (before.isArchived) return before;
    await tx.prisma.resource.update({ where: { id }, data: { archivedAt: timestamp(ctx.clock.now()) } });
    await emit(tx, ctx, { name: "resource.archived", subjectType: "resource", subjectId: id, data: {} });
    return requireResource(tx.prisma, id);
  });
}
archiveResource.needs = ["manageSpace"] as const;
