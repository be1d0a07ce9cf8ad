import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";
import { aTeam } from "@working-social/db/testing";
import { EventSource } from "eventsource";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LiveChange } from "./live.ts";
import type { AppRouter } from "./router.ts";
import { aBooking, aSpace } from "./testing/a-space.ts";
import type { Caller, TestServer } from "./testing/test-server.ts";
import { aCaller, startTestServer } from "./testing/test-server.ts";
import { until } from "./testing/until.ts";
import { liveChanges } from "./trpc/live-changes.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Watch {
  changes: LiveChange[];
  errors: string[];
  /** The stream stands: from here on nothing is missed. */
  started: Promise<void>;
  stop(): void;
}

/** Subscribes with the real client of tRPC, as the portal does. */
function watch(
  caller: Caller,
  locationId: string,
  connectionParams: Record<string, string> = {},
  since?: string,
): Watch {
  const withCookie: typeof fetch = (url, init) =>
    fetch(url, { ...init, headers: { ...init?.headers, cookie: caller.cookie } });
  const link = httpSubscriptionLink({
    url: `${server.url}/api/trpc`,
    EventSource,
    eventSourceOptions: { fetch: withCookie },
    connectionParams: () => connectionParams,
  });
  const client = createTRPCClient<AppRouter>({ links: [link] });
  const changes: LiveChange[] = [];
  const errors: string[] = [];
  const { promise: started, resolve: onStarted } = Promise.withResolvers<void>();
  const subscription = client.live.changes.subscribe(
    { locationId, since },
    {
      onStarted: () => onStarted(),
      onData: (change) => changes.push(change),
      onError: (error) => errors.push((error.data?.refusal as { code: string } | undefined)?.code ?? error.message),
    },
  );
  return { changes, errors, started, stop: () => subscription.unsubscribe() };
}

describe("live changes", () => {
  test("reach the other client of the location within a second, and say where and when", async () => {
    const space = await aSpace(server.database);
    const [anna, ben] = [await aCaller(server, space.organizationId), await aCaller(server, space.organizationId)];
    const watching = watch(anna, space.locationId, { "x-organization-id": space.organizationId });
    await until(() => watching.changes.length === 1);
    expect(watching.changes[0]).toEqual({ kind: "connected" });

    const slot = {
      startsAt: new Date(Date.now() + 86_400_000 * 3).toISOString().slice(0, 11) + "04:00:00.000Z",
      endsAt: "",
    };
    slot.endsAt = slot.startsAt.replace("T04", "T05");
    const booked = await ben.call("bookings.book", {
      resourceId: space.resourceId,
      ...slot,
      forPersonId: null,
      title: "Secret plans",
      isTitlePublic: false,
      expectedTotalMinor: 2400,
      idempotencyKey: crypto.randomUUID(),
    });
    expect(booked.status, booked.text).toBe(200);
    await until(() => watching.changes.length === 2, 1_000);
    expect(watching.changes[1]).toEqual({
      kind: "changed",
      locationId: space.locationId,
      resourceId: space.resourceId,
      ...slot,
    });
    watching.stop();
  });

  test("a page that has just loaded is not told to fetch anew, unless something has changed since", async () => {
    const space = await aSpace(server.database);
    const anna = await aCaller(server, space.organizationId);
    const ids = { "x-organization-id": space.organizationId };
    const afterStart = new Date(Date.now() + 10_000).toUTCString();
    const fresh = watch(anna, space.locationId, ids, afterStart);
    const stale = watch(anna, space.locationId, ids, new Date(Date.now() - 60_000).toUTCString());
    await Promise.all([fresh.started, until(() => stale.changes.length === 1)]);
    await aBooking(server.database.owner, space, 14);
    await until(() => fresh.changes.length === 1 && stale.changes.length === 2);
    expect([fresh.changes[0]?.kind, stale.changes[0]?.kind]).toEqual(["changed", "connected"]);
    const later = watch(anna, space.locationId, ids, new Date().toUTCString());
    await until(() => later.changes.length === 1);
    expect(later.changes[0]?.kind).toBe("connected");
    for (const one of [fresh, stale, later]) one.stop();
  });

  test("stay within the organization and the location", async () => {
    const [mine, other] = [await aSpace(server.database), await aSpace(server.database)];
    const anna = await aCaller(server, mine.organizationId);
    const watching = watch(anna, mine.locationId);
    const foreign = watch(anna, other.locationId);
    await until(() => watching.changes.length === 1 && foreign.errors.length > 0);
    expect(foreign).toMatchObject({ changes: [], errors: expect.arrayContaining(["not_found"]) as unknown });
    foreign.stop();
    await aBooking(server.database.owner, other, 14);
    await aBooking(server.database.owner, mine, 14);
    await until(() => watching.changes.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(watching.changes.slice(1)).toMatchObject([{ locationId: mine.locationId }]);
    watching.stop();
  });

  test("tell of a person's own credits and documents, and of the team's, to nobody else", async () => {
    const space = await aSpace(server.database);
    const { organizationId, locationId } = space;
    const { id: teamId } = await aTeam(server.database.owner, organizationId);
    const manager = await aCaller(server, organizationId, { role: "community_manager" });
    const [anna, ben] = [
      await aCaller(server, organizationId, { teamId }),
      await aCaller(server, organizationId, { teamId }),
    ];
    const stranger = await aCaller(server, organizationId);
    const all = [anna, ben, stranger].map((caller) => watch(caller, locationId));
    const heard = () => all.map(({ changes }) => changes.slice(1).map(({ kind }) => kind));
    await until(() => all.every(({ changes }) => changes.length === 1));
    const give = async (owner: { personId: string } | { teamId: string }) => {
      const scope = { resourceIds: [], resourceKinds: [], locationIds: [] };
      const gift = { owner, unit: "room_minutes", currency: null, quantity: 60, reason: "Welcome", expiresAt: null };
      const given = await manager.call("credits.give", { ...gift, scope, idempotencyKey: crypto.randomUUID() });
      expect(given.status, given.text).toBe(200);
    };
    await give({ personId: anna.personId });
    await until(() => heard()[0]?.length === 1, 1_000);
    await give({ teamId });
    await until(() => heard()[0]?.length === 2 && heard()[1]?.length === 1, 1_000);
    await give({ personId: stranger.personId });
    await until(() => heard()[2]?.length === 1, 1_000);
    expect(heard()).toEqual([["credits", "credits"], ["credits"], ["credits"]]);
    for (const one of all) one.stop();
  });

  test("need a session", async () => {
    const space = await aSpace(server.database);
    const anna = await aCaller(server, space.organizationId);
    const watching = watch({ ...anna, cookie: "session=no" }, space.locationId);
    await until(() => watching.errors.length > 0);
    expect(watching.errors[0]).toBe("unauthenticated");
    watching.stop();
  });

  test("go on after the listener lost its connection, and say that something may have been missed", async () => {
    const space = await aSpace(server.database);
    const watching = watch(await aCaller(server, space.organizationId), space.locationId);
    await until(() => watching.changes.length === 1);
    await server.database.owner.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE (query IN ('LISTEN bookings', 'LISTEN credits') OR query LIKE '%pg_listening_channels() AS c%') AND pid <> pg_backend_pid() AND datname = current_database()",
    );
    await until(() => watching.changes.length === 2);
    expect(watching.changes[1]).toEqual({ kind: "connected" });
    await aBooking(server.database.owner, space, 16);
    await until(() => watching.changes.length === 3);
    watching.stop();
  });

  test("end soon after the session is revoked", async () => {
    const space = await aSpace(server.database);
    const anna = await aCaller(server, space.organizationId);
    const { services } = server.server;
    const signedIn = await services.gate.open(anna.cookie, null);
    if (!signedIn?.context) throw new Error("Anna is not signed in.");
    const ctx = { services, signedIn, member: signedIn.context } as Parameters<typeof liveChanges>[0]["ctx"];
    const changes = await liveChanges({ ctx, locationId: space.locationId, signal: undefined, recheckMs: 50 });
    const seen: LiveChange[] = [];
    const watching = (async () => {
      for await (const change of changes) seen.push(change);
    })();
    await until(() => seen.length === 1);
    await server.database.owner.query("DELETE FROM sessions WHERE token = $1", [anna.token]);
    await expect(watching).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});
