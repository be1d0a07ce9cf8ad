import type { Context } from "@working-social/db";
import { recordAudit, timestamp, withPrisma } from "@working-social/db";
import { authorize } from "@working-social/directory";
import { requireRate } from "../queries.ts";
import type { RateIdInput, RateView } from "../schema.ts";

/** No quote uses it from now on. Needs manageSpace. Throws not_found, also for a rate that is archived already. */
export async function archiveRate(ctx: Context, { id }: RateIdInput): Promise<RateView> {
  authorize(ctx, "manageSpace");
  return withPrisma(ctx, async (tx) => {
    const rate = await requireRate(tx.prisma, id);
    await tx.prisma.rate.update({ where: { id }, data: { archivedAt: timestamp(ctx.clock.now()) } });
    await recordAudit(tx, ctx, { action: "rate.archive", subjectType: "rate", subjectId: id });
    return rate;
  });
}
