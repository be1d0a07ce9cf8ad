import { timestamp } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import type { OpenedFeed } from "./queries.ts";

const DAY_MS = 86_400_000;
const DAYS_BACK = 90;

/** A condition on `bookings b` and its parameters. */
export interface ShownInFeed {
  condition: string;
  values: unknown[];
}

/**
 * Which bookings a feed shows: those that started at most 90 days ago (by whole days, so that an unchanged feed stays the
 * same all day long) or start later; never a hold that nobody confirmed in time. What was cancelled, declined or deleted
 * stays, since a calendar program that merely misses an event may keep its copy.
 */
export function shownInFeed(feed: OpenedFeed, now: EpochMs): ShownInFeed {
  const owner = feed.kind === "person" ? "b.person_id" : "b.resource_id";
  const from = (Math.floor(now / DAY_MS) - DAYS_BACK) * DAY_MS;
  return {
    condition: `b.organization_id = $1 AND ${owner} = $2 AND b.starts_at >= $3
      AND b.status <> 'expired' AND (b.status <> 'held' OR b.hold_expires_at > $4)`,
    values: [feed.organizationId, feed.kind === "person" ? feed.personId : feed.resourceId, timestamp(from), timestamp(now)],
  };
}
