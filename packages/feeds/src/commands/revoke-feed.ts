import type { Context, Keyed } from "@working-social/db";
import { once, timestamp, withPrisma } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import { emit } from "../events.ts";
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
  authorize(ctx, ...revokeFeed.needs);
  const where = { id: feedId, personId: feedOwner(ctx), revokedAt: null };
  const request = { key, procedure: "feeds.revoke", input: { feedId } };
  return withPrisma(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      const { count } = await tx.prisma.calendarFeed.updateMany({
        where,
        data: { revokedAt: timestamp(ctx.clock.now()) },
      });
      if (count === 0) throw notFound("feed");
      await emit(tx, ctx, { name: "feed.revoked", subjectType: "feed", subjectId: feedId, data: {} });
      return { ok: true };
    }),
  );
}
revokeFeed.needs = ["useSpace"] as const;
