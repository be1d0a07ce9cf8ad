import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { aLocation, aResource, createTestDatabase } from "@working-social/db/testing";
import { aSpace } from "@working-social/directory/testing";
import { newId } from "@working-social/kernel";
import { createFeed } from "./commands/create-feed.ts";
import { revokeFeed } from "./commands/revoke-feed.ts";
import { findFeed, listFeeds } from "./queries.ts";
import { CreateFeedInput } from "./schema.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const notFound = (what: string) => ({ kind: "not_found", refusal: { code: "not_found", what } });
const tokenOf = (path: string) => /^\/calendar\/([A-Za-z0-9_-]{43})\.ics$/.exec(path)?.[1] ?? "";
const mine = { name: "My bookings", resourceId: null };

async function aSpaceWithRoom() {
  const space = await aSpace(database);
  const location = await aLocation(database.owner, space.organizationId);
  const room = await aResource(database.owner, space.organizationId, location.id, { name: "Lantern" });
  return { ...space, roomId: room.id };
}

test("a feed's secret opens it, and only its hash is kept", async () => {
  const space = await aSpaceWithRoom();
  const feed = await createFeed(space.as("member"), mine);
  expect(feed).toEqual({
    id: feed.id,
    kind: "person",
    name: "My bookings",
    resourceName: null,
    locationName: null,
    createdAt: "2026-11-25T09:00:00.000Z",
    path: feed.path,
  });
  expect(Buffer.from(tokenOf(feed.path), "base64url")).toHaveLength(32);
  expect(await findFeed(database.db, tokenOf(feed.path))).toEqual({
    id: feed.id,
    organizationId: space.organizationId,
    kind: "person",
    personId: space.personId("member"),
    resourceId: null,
    locationId: null,
  });
  const everywhere = await database.owner.query(
    "SELECT (SELECT string_agg(f::text, '') FROM calendar_feeds f) || (SELECT string_agg(e::text, '') FROM events e) AS text",
  );
  expect(everywhere.rows[0]?.text).not.toContain(tokenOf(feed.path));
  expect(await space.audited()).toEqual(["feed.created"]);
});

test("each person lists the own feeds, newest first, without their secrets", async () => {
  const space = await aSpaceWithRoom();
  const first = await createFeed(space.as("front_desk"), mine);
  space.clock.advanceMinutes(1);
  const second = await createFeed(space.as("front_desk"), { name: "Lantern’s door", resourceId: space.roomId });
  await createFeed(space.as("member"), mine);
  const listed = await listFeeds(space.as("front_desk"));
  expect(listed.map(({ id, kind, resourceName }) => ({ id, kind, resourceName }))).toEqual([
    { id: second.id, kind: "resource", resourceName: "Lantern" },
    { id: first.id, kind: "person", resourceName: null },
  ]);
  expect(JSON.stringify(listed)).not.toContain("path");
});

test("a revoked feed is closed at once and for ever; only its owner may revoke it", async () => {
  const [space, foreign] = [await aSpaceWithRoom(), await aSpaceWithRoom()];
  const feed = await createFeed(space.as("member"), mine);
  for (const stranger of [space.as("owner"), foreign.as("member")]) {
    await expect(revokeFeed(stranger, { feedId: feed.id })).rejects.toMatchObject(notFound("feed"));
  }
  const tries = await Promise.allSettled([1, 2, 3].map(() => revokeFeed(space.as("member"), { feedId: feed.id })));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await findFeed(database.db, tokenOf(feed.path))).toBeNull();
  expect(await listFeeds(space.as("member"))).toEqual([]);
  expect(await space.audited()).toEqual(["feed.created", "feed.revoked"]);
});

test("the feeds of a suspended person are closed until they are back", async () => {
  const space = await aSpaceWithRoom();
  const token = tokenOf((await createFeed(space.as("member"), mine)).path);
  const set = (status: string) =>
    database.owner.query("UPDATE people SET status = $2::person_status WHERE id = $1", [
      space.personId("member"),
      status,
    ]);
  await set("suspended");
  expect(await findFeed(database.db, token)).toBeNull();
  await set("active");
  expect(await findFeed(database.db, token)).not.toBeNull();
});

test("a room's feed is closed when its owner is no longer staff; their own stays open", async () => {
  const space = await aSpaceWithRoom();
  const [ofRoom, own] = [
    await createFeed(space.as("front_desk"), { name: "x", resourceId: space.roomId }),
    await createFeed(space.as("front_desk"), mine),
  ];
  const opens = async () =>
    Promise.all([ofRoom, own].map(async ({ path }) => (await findFeed(database.db, tokenOf(path))) !== null));
  expect(await opens()).toEqual([true, true]);
  await database.owner.query("UPDATE people SET role = 'member' WHERE id = $1", [space.personId("front_desk")]);
  expect(await opens()).toEqual([false, true]);
});

test.each(["", "x", "a".repeat(43), `${"a".repeat(42)}!`, "../../etc/passwd", "a".repeat(10_000), "' OR 1=1 --"])(
  "the token %j opens nothing",
  async (token) => {
    expect(await findFeed(database.db, token)).toBeNull();
  },
);

test.each(["member", "team_admin", "billing_manager"] as const)("a resource's feed is not for a %s", async (role) => {
  const space = await aSpaceWithRoom();
  const refusal = { kind: "forbidden", refusal: { code: "not_allowed", action: "manageSpace" } };
  await expect(createFeed(space.as(role), { name: "x", resourceId: space.roomId })).rejects.toMatchObject(refusal);
});

test("another organization's resource is not there; jobs have no feeds", async () => {
  const [space, foreign] = [await aSpaceWithRoom(), await aSpaceWithRoom()];
  await expect(createFeed(space.as("owner"), { name: "x", resourceId: foreign.roomId })).rejects.toMatchObject(
    notFound("resource"),
  );
  await expect(createFeed(space.as("owner"), { name: "x", resourceId: newId() })).rejects.toMatchObject(
    notFound("resource"),
  );
  const job = database.context(space.organizationId);
  await expect(createFeed(job, mine)).rejects.toMatchObject({ refusal: { code: "not_allowed" } });
  await expect(listFeeds(job)).rejects.toMatchObject({ refusal: { code: "not_allowed" } });
});

test("a name with a line break is bad input", () => {
  expect(CreateFeedInput.safeParse(mine).success).toBe(true);
  expect(CreateFeedInput.safeParse({ ...mine, name: "a\r\nATTACH:http://x" }).success).toBe(false);
  expect(CreateFeedInput.safeParse({ ...mine, token: "a" }).success).toBe(false);
});

test("a location's feed is for staff, of a location of their own, and of nothing besides", async () => {
  const [space, foreign] = [await aSpaceWithRoom(), await aSpaceWithRoom()];
  const location = await aLocation(database.owner, space.organizationId, { name: "Mill" });
  const wall = { name: "Wall", resourceId: null, locationId: location.id };
  const feed = await createFeed(space.as("front_desk"), wall);
  expect(feed).toMatchObject({ kind: "location", locationName: "Mill", resourceName: null });
  expect(await findFeed(database.db, tokenOf(feed.path))).toMatchObject({ kind: "location", locationId: location.id });
  await expect(createFeed(space.as("member"), wall)).rejects.toMatchObject({ refusal: { code: "not_allowed" } });
  await expect(createFeed(foreign.as("owner"), wall)).rejects.toMatchObject(notFound("location"));
  expect(CreateFeedInput.safeParse({ ...wall, resourceId: space.roomId }).success).toBe(false);
});
