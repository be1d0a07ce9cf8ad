import type { TestDatabase } from "@working-social/db/testing";
import { aLocation, aResource } from "@working-social/db/testing";
import type { Space } from "@working-social/directory/testing";
import { aSpace } from "@working-social/directory/testing";
import { newId } from "@working-social/kernel";
import { createFeed } from "../commands/create-feed.ts";
import { feedVersion } from "../queries/feed-version.ts";
import type { OpenedFeed } from "../queries.ts";
import { findFeed } from "../queries.ts";
import { renderFeed } from "../queries/render-feed.ts";

/** For tests: a space with a room, a feed of the member and one of the room, and bookings written past all rules. */
export interface FeedSpace extends Space {
  locationId: string;
  roomId: string;
  feed: OpenedFeed;
  roomFeed: OpenedFeed;
  locationFeed: OpenedFeed;
  /** The member's booking of the room unless `columns` (in snake case) say otherwise; returns its id. */
  book(startsAt: string, endsAt: string, columns?: Record<string, unknown>): Promise<string>;
  render(feed?: OpenedFeed): Promise<string>;
  version(feed?: OpenedFeed): Promise<string>;
}

export async function aFeed(
  database: TestDatabase,
  timeZone = "Europe/London",
  floor: string | null = "2nd floor",
): Promise<FeedSpace> {
  const space = await aSpace(database);
  const { organizationId } = space;
  const location = await aLocation(database.owner, organizationId, { name: "Old Harbour", timeZone });
  const room = await aResource(database.owner, organizationId, location.id, { name: "Lantern" });
  await database.owner.query("UPDATE resources SET floor = $2 WHERE id = $1", [room.id, floor]);
  const open = async (path: string) => {
    const feed = await findFeed(database.db, path.slice("/calendar/".length, -".ics".length));
    if (!feed) throw new Error("The feed does not open.");
    return feed;
  };
  const feed = await open((await createFeed(space.as("member"), { name: "My bookings", resourceId: null })).path);
  const roomFeed = await open((await createFeed(space.as("owner"), { name: "Lantern", resourceId: room.id })).path);
  const locationFeed = await open(
    (await createFeed(space.as("owner"), { name: "Old Harbour", resourceId: null, locationId: location.id })).path,
  );
  const ctx = database.context(organizationId);
  const book = async (startsAt: string, endsAt: string, columns: Record<string, unknown> = {}) => {
    const row = {
      id: newId(),
      organization_id: organizationId,
      location_id: location.id,
      resource_id: room.id,
      person_id: space.personId("member"),
      status: "confirmed",
      starts_at: startsAt,
      ends_at: endsAt,
      title: "Planning",
      created_at: "2026-11-01T08:00:00Z",
      changed_at: "2026-11-01T08:00:00Z",
      ...columns,
    };
    const places = Object.keys(row).map((_, i) => `$${i + 1}`);
    await database.owner.query(
      `INSERT INTO bookings (${Object.keys(row).join(", ")}) VALUES (${places.join(", ")})`,
      Object.values(row),
    );
    return row.id;
  };
  return {
    ...space,
    locationId: location.id,
    roomId: room.id,
    feed,
    roomFeed,
    locationFeed,
    book,
    render: (of = feed) => renderFeed(ctx, of, space.clock.now()),
    version: (of = feed) => feedVersion(ctx, of, space.clock.now()),
  };
}
