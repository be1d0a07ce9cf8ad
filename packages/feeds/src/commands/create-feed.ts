import type { Context, Keyed, Sql } from "@working-social/db";
import { inTransaction, once, timestamp } from "@working-social/db";
import { authorize, formatInstant, newId } from "@working-social/kernel";
import { requireLocation, requireResource } from "@working-social/booking";
import { emit } from "../events.ts";
import { feedOwner, SHARED_FEED_NEEDS } from "../queries.ts";
import type { CreatedFeed, CreateFeedInput, FeedKind, FeedView } from "../schema.ts";
import { hashToken, newToken } from "../formats/token.ts";

/**
 * A secret address for a calendar program: one's own bookings, or, with manageSpace or manageBookings, those of a
 * resource or a whole location. The path is told and not kept: a retry tells the same one if the caller gives the same
 * `secret` (32 bytes) with the same key. Throws not_found for the resource or the location.
 */
export async function createFeed(ctx: Context, keyed: Keyed<CreateFeedInput>, secret?: Buffer): Promise<CreatedFeed> {
  authorize(ctx, ...createFeed.needs);
  const personId = feedOwner(ctx);
  const { idempotencyKey: key, ...input } = keyed;
  if (input.resourceId !== null || input.locationId) authorize(ctx, ...SHARED_FEED_NEEDS);
  const token = newToken(secret);
  const request = { key, procedure: "feeds.create", input };
  const feed = await inTransaction(ctx, (tx) =>
    once(tx, ctx, request, () => insertFeed(tx, ctx, { ...input, personId, token })),
  );
  return { ...feed, path: `/calendar/${token}.ics` };
}
createFeed.needs = ["useSpace"] as const;

async function insertFeed(
  tx: Sql,
  ctx: Context,
  { name, resourceId, locationId = null, personId, token }: CreateFeedInput & { personId: string; token: string },
): Promise<FeedView> {
  const [id, now] = [newId(), ctx.clock.now()];
  const kind: FeedKind = resourceId !== null ? "resource" : locationId !== null ? "location" : "person";
  const resourceName = resourceId === null ? null : (await requireResource(tx, ctx, resourceId)).name;
  const locationName = locationId === null ? null : (await requireLocation(tx, ctx, locationId)).name;
  await tx.query(
    `INSERT INTO calendar_feeds (id, organization_id, kind, person_id, resource_id, location_id, name, token_hash, created_at)
     VALUES ($id, $organizationId, $kind::feed_kind, $personId, $resourceId, $locationId, $name, $tokenHash, $now)`,
    {
      id,
      organizationId: ctx.organizationId,
      kind,
      personId,
      resourceId,
      locationId,
      name,
      tokenHash: hashToken(token),
      now: timestamp(now),
    },
  );
  await emit(tx, ctx, {
    name: "feed.created",
    subjectType: "feed",
    subjectId: id,
    data: { kind, resourceId, locationId },
  });
  return { id, kind, name, resourceName, locationName, createdAt: formatInstant(now) };
}
