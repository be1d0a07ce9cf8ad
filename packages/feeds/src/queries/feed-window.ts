import { timestamp } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import type { OpenedFeed } from "../queries.ts";

const DAY_MS = 86_400_000;
const DAYS_BACK = 90;

/** Whose bookings a feed shows. */
const OWNERS: Record<OpenedFeed["kind"], (feed: OpenedFeed) => string | null> = {
  person: (feed) => feed.personId,
  resource: (feed) => feed.resourceId,
  location: (feed) => feed.locationId,
};

const shownBy = (column: string) => `b.organization_id = $1 AND b.${column} = $2 AND b.starts_at >= $3
      AND b.status <> 'expired' AND (b.status <> 'held' OR b.hold_expires_at > $4)`;
const leftBy = (column: string) =>
  `d.organization_id = $1 AND d.${column} = $2 AND b.${column} <> $2 AND d.starts_at >= $3`;

/** A person's booking may move elsewhere and stays theirs. */
const CONDITIONS: Record<OpenedFeed["kind"], Pick<ShownInFeed, "condition" | "hasLeft">> = {
  person: { condition: shownBy("person_id"), hasLeft: "false" },
  resource: { condition: shownBy("resource_id"), hasLeft: leftBy("resource_id") },
  location: { condition: shownBy("location_id"), hasLeft: leftBy("location_id") },
};

/** $1 to $4 of the conditions: organization, owner, from when, now. */
type FeedValues = [organizationId: string, ownerId: string | null, from: Date, now: Date];

/** Conditions on `bookings b` and on `booking_departures d` of such a b, with their parameters. */
export interface ShownInFeed {
  condition: string;
  /** What the feed showed and does not any more, since it moved elsewhere. */
  hasLeft: string;
  values: FeedValues;
}

/**
 * Which bookings a feed shows: those that started at most 90 days ago (by whole days, so that an unchanged feed stays the
 * same all day long) or start later; never a hold that nobody confirmed in time. What was cancelled, declined or deleted
 * stays, since a calendar program that merely misses an event may keep its copy; so does, as cancelled, what moved to another
 * resource or location.
 */
export function shownInFeed(feed: OpenedFeed, now: EpochMs): ShownInFeed {
  const { condition, hasLeft } = CONDITIONS[feed.kind];
  const from = (Math.floor(now / DAY_MS) - DAYS_BACK) * DAY_MS;
  const values: FeedValues = [feed.organizationId, OWNERS[feed.kind](feed), timestamp(from), timestamp(now)];
  return { condition, hasLeft, values };
}
