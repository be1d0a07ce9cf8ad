import { timestamp } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import type { OpenedFeed } from "./queries.ts";

const DAY_MS = 86_400_000;
const DAYS_BACK = 90;

/** Whose bookings a feed shows: the column, and its value. */
const OWNERS: Record<OpenedFeed["kind"], (feed: OpenedFeed) => [column: string, id: string | null]> = {
  person: (feed) => ["b.person_id", feed.personId],
  resource: (feed) => ["b.resource_id", feed.resourceId],
  location: (feed) => ["b.location_id", feed.locationId],
};

/** Conditions on `bookings b` and on `booking_departures d` of such a b, with their parameters. */
export interface ShownInFeed {
  condition: string;
  /** What the feed showed and does not any more, since it moved elsewhere. */
  hasLeft: string;
  values: unknown[];
}

/**
 * Which bookings a feed shows: those that started at most 90 days ago (by whole days, so that an unchanged feed stays the
 * same all day long) or start later; never a hold that nobody confirmed in time. What was cancelled, declined or deleted
 * stays, since a calendar program that merely misses an event may keep its copy; so does, as cancelled, what moved to another
 * resource or location.
 */
export function shownInFeed(feed: OpenedFeed, now: EpochMs): ShownInFeed {
  const [owner, ownerId] = OWNERS[feed.kind](feed);
  const hasLeft =
    feed.kind === "person"
      ? "false"
      : `d.organization_id = $1 AND ${owner.replace("b.", "d.")} = $2 AND ${owner} <> $2 AND d.starts_at >= $3`;
  const from = (Math.floor(now / DAY_MS) - DAYS_BACK) * DAY_MS;
  return {
    condition: `b.organization_id = $1 AND ${owner} = $2 AND b.starts_at >= $3
      AND b.status <> 'expired' AND (b.status <> 'held' OR b.hold_expires_at > $4)`,
    hasLeft,
    values: [feed.organizationId, ownerId, timestamp(from), timestamp(now)],
  };
}
