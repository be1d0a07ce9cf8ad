import type { Context } from "@working-social/db";
import { recordAudit, timestamp, withPrisma } from "@working-social/db";
import { notFound } from "@working-social/kernel";
import { feedOwner } from "../queries.ts";
import type { RevokeFeedInput } from "../schema.ts";

/** Closes one of one's own feeds for ever. Throws not_found, also when it is closed already. */
export async function revokeFeed(ctx: Context, { feedId }: RevokeFeedInput): Promise<{ ok: true }> {
  const where = { id: feedId, personId: feedOwner(ctx), revokedAt: null };
  return withPrisma(ctx, async (tx) => {
    const { count } = await tx.prisma.calendarFeed.updateMany({
      where,
      data: { revokedAt: timestamp(ctx.clock.now()) },
    });
    if (count === 0) throw notFound("feed");
    await recordAudit(tx, ctx, { action: "feed.revoke", subjectType: "feed", subjectId: feedId });
    return { ok: true };
  });
}
