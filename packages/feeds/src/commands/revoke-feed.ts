import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once, timestamp } from "@working-social/db";
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
  const personId = feedOwner(ctx);
  const request = { key, procedure: "feeds.revoke", input: { feedId } };
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      const revoked = await tx.query(
        `UPDATE calendar_feeds SET revoked_at = $4
         WHERE organization_id = $1 AND person_id = $2 AND id = $3 AND revoked_at IS NULL RETURNING id`,
        [ctx.organizationId, personId, feedId, timestamp(ctx.clock.now())],
      );
      if (revoked.length === 0) throw notFound("feed");
      await emit(tx, ctx, { name: "feed.revoked", subjectType: "feed", subjectId: feedId, data: {} });
      return { ok: true };
    }),
  );
}
revokeFeed.needs = ["useSpace"] as const;
