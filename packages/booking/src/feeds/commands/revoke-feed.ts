import type { Context, Keyed } from "@working-social/db";
import { once, recordAudit, timestamp, withPrisma } from "@working-social/db";
import { notFound } from "@working-social/kernel";
import { feedOwner } from "../queries.ts";
import type { RevokeFeedInput } from "../schema.ts";

/**
 * Closes one of one's own feeds for ever. Throws not_found, also when it is closed already; the same key again gets the same
 * answer.
 */
export async function revokeFeed(
  ctx: Context,
  { idempotencyKey: key, feedId }: Keyed<RevokeFeedInput>,
): Promise<{ ok: true }> {
  const where = { id: feedId, personId: feedOwner(ctx), revokedAt: null };
  const request = { key, procedure: "feeds.revoke", input: { feedId } };
  return withPrisma(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      const { count } = await tx.prisma.calendarFeed.updateMany({
        where,
        data: { revokedAt: timestamp(ctx.clock.now()) },
      });
      if (count === 0) throw notFound("feed");
      await recordAudit(tx, ctx, { action: "feed.revoke", subjectType: "feed", subjectId: feedId });
      return { ok: true };
    }),
  );
}
