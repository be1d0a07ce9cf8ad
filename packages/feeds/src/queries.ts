import type { Context, Database } from "@working-social/db";
import { read } from "@working-social/db";
import type { OrganizationId, Role } from "@working-social/kernel";
import { authorize, formatInstant, may, mintOrganizationId, notAllowed } from "@working-social/kernel";
import type { FeedKind, FeedView } from "./schema.ts";
import { hashToken, isToken } from "./formats/token.ts";

/** Who may make the feed of a resource or a location, and as long as they may, read it. */
export const SHARED_FEED_NEEDS = ["manageSpace", "manageBookings"] as const;

/** The person whose feeds these are. Jobs and imports have none. */
export function feedOwner(ctx: Context): string {
  if (ctx.actor.kind !== "person") throw notAllowed("feeds");
  return ctx.actor.personId;
}

/** One's own feeds that still work, newest first. */
export async function listFeeds(ctx: Context): Promise<FeedView[]> {
  authorize(ctx, ...listFeeds.needs);
  const feeds = await read(ctx).query<Omit<FeedView, "createdAt"> & { createdAt: number }>(
    `SELECT f.id, f.kind, f.name, f.created_at AS "createdAt", r.name AS "resourceName", l.name AS "locationName"
     FROM calendar_feeds f
     LEFT JOIN resources r ON r.organization_id = f.organization_id AND r.id = f.resource_id
     LEFT JOIN locations l ON l.organization_id = f.organization_id AND l.id = f.location_id
     WHERE f.organization_id = $1 AND f.person_id = $2 AND f.revoked_at IS NULL ORDER BY f.created_at DESC, f.id DESC`,
    [ctx.organizationId, feedOwner(ctx)],
  );
  return feeds.map((feed) => ({ ...feed, createdAt: formatInstant(feed.createdAt) }));
}
listFeeds.needs = ["useSpace"] as const;

/** A feed that its secret address has opened, and the organization that it may read from. */
export interface OpenedFeed {
  id: string;
  organizationId: OrganizationId;
  kind: FeedKind;
  personId: string;
  resourceId: string | null;
  locationId: string | null;
}

interface FeedRow {
  feed_id: string;
  organization_id: string;
  kind: OpenedFeed["kind"];
  person_id: string;
  person_role: Role;
  resource_id: string | null;
  location_id: string | null;
}

/**
 * The gate of calendar programs: null for a token that is unknown or revoked, whose owner is suspended, or who may no
 * longer see what the feed shows.
 */
export async function findFeed(db: Database, token: string): Promise<OpenedFeed | null> {
  if (!isToken(token)) return null;
  const { rows } = await db.pool.query<FeedRow>("SELECT * FROM feed_by_token($1)", [hashToken(token)]);
  const row = rows[0];
  if (!row) return null;
  const owner = { kind: "person", personId: row.person_id, role: row.person_role } as const;
  if (row.kind !== "person" && !SHARED_FEED_NEEDS.some((permission) => may(owner, permission))) return null;
  return {
    id: row.feed_id,
    organizationId: mintOrganizationId(row.organization_id),
    kind: row.kind,
    personId: row.person_id,
    resourceId: row.resource_id,
    locationId: row.location_id,
  };
}
