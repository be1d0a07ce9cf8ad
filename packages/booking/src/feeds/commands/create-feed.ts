import type { Context } from "@working-social/db";
import { recordAudit, timestamp, withPrisma } from "@working-social/db";
import { authorize } from "@working-social/directory";
import { formatInstant, newId } from "@working-social/kernel";
import { requireLocation } from "../../locations/queries.ts";
import { requireResource } from "../../resources/queries.ts";
import { feedOwner } from "../queries.ts";
import type { CreatedFeed, CreateFeedInput, FeedKind } from "../schema.ts";
import { hashToken, newToken } from "../token.ts";

/**
 * A secret address for a calendar program: one's own bookings, or, with manageSpace or manageBookings, those of a
 * resource or a whole location. The path is told this once. Throws not_found for the resource or the location.
 */
export async function createFeed(
  ctx: Context,
  { name, resourceId, locationId = null }: CreateFeedInput,
): Promise<CreatedFeed> {
  const personId = feedOwner(ctx);
  if (resourceId !== null || locationId !== null) authorize(ctx, "manageSpace", "manageBookings");
  const [id, token, now] = [newId(), newToken(), ctx.clock.now()];
  const kind: FeedKind = resourceId !== null ? "resource" : locationId !== null ? "location" : "person";
  return withPrisma(ctx, async (tx) => {
    const resourceName = resourceId === null ? null : (await requireResource(tx.prisma, resourceId)).name;
    const locationName = locationId === null ? null : (await requireLocation(tx.prisma, locationId)).name;
    await tx.prisma.calendarFeed.create({
      data: {
        id,
        organizationId: ctx.organizationId,
        kind,
        personId,
        resourceId,
        locationId,
        name,
        createdAt: timestamp(now),
        tokenHash: Uint8Array.from(hashToken(token)),
      },
    });
    await recordAudit(tx, ctx, {
      action: "feed.create",
      subjectType: "feed",
      subjectId: id,
      data: { kind, resourceId, locationId },
    });
    return {
      id,
      kind,
      name,
      resourceName,
      locationName,
      createdAt: formatInstant(now),
      path: `/calendar/${token}.ics`,
    };
  });
}
