import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningServer } from "./start.ts";
import { startServer } from "./start.ts";
import type { Space } from "./testing/a-space.ts";
import { aSpace } from "./testing/a-space.ts";
import { post } from "./testing/sign-in.ts";
import type { Caller, TestServer } from "./testing/test-server.ts";
import { PUBLIC_URL, SECRET, aCaller, startTestServer } from "./testing/test-server.ts";
import { sessionCookie } from "./sign-in/cookie.ts";
import { until } from "./testing/until.ts";

let server: TestServer;
let neighbour: RunningServer;
let space: Space;
beforeAll(async () => {
  server = await startTestServer({ mostStreams: 25 });
  neighbour = await startServer({ ...server.env, runsJobs: false });
  space = await aSpace(server.database);
  await until(() => server.server.services.live.isListening && neighbour.services.live.isListening);
});
afterAll(async () => {
  await neighbour.stop();
  await server.close();
});

interface Stream {
  text(): string;
  /** Whether the server ended it. */
  isOver(): boolean;
  close(): void;
}

/** A stream of live changes as it comes over HTTP; open once its first event is there. */
async function open(caller: Pick<Caller, "cookie">, url = neighbour.url): Promise<Stream> {
  const input = encodeURIComponent(JSON.stringify({ locationId: space.locationId }));
  const closing = new AbortController();
  const response = await fetch(`${url}/api/trpc/live.changes?input=${input}`, {
    headers: { cookie: caller.cookie, "accept-encoding": "br, gzip" },
    signal: closing.signal,
  });
  let [text, isOver] = ["", false];
  const reading = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk as Uint8Array, { stream: true });
  };
  void reading().then(
    () => (isOver = true),
    () => (isOver = true),
  );
  await until(() => text.includes('"kind":"connected"') || text.includes("refusal"));
  return { text: () => text, isOver: () => isOver, close: () => closing.abort() };
}

const member = () => aCaller(server, space.organizationId);
const openMany = async (caller: Pick<Caller, "cookie">, count: number) =>
  Promise.all(Array.from({ length: count }, () => open(caller, server.url)));
const TOO_MANY = '"code":"too_many_requests","retryAfterSeconds":60';

describe("streams of a process", () => {
  test("are twenty for a session and 25 altogether; one that ends makes room", async () => {
    const [anna, ben] = [await member(), await member()];
    const streams = await openMany(anna, 20);
    expect(streams.map((stream) => stream.text()).filter((text) => text.includes(TOO_MANY))).toEqual([]);
    expect((await open(anna, server.url)).text()).toContain(TOO_MANY);
    const others = await openMany(ben, 5);
    expect((await open(ben, server.url)).text()).toContain(TOO_MANY);
    // Another process has room for both.
    const elsewhere = await Promise.all([open(anna), open(ben)]);
    expect(elsewhere.filter((stream) => stream.text().includes(TOO_MANY))).toEqual([]);
    others[0]?.close();
    await until(() => server.server.services.streams.count === 24);
    const again = await open(ben, server.url);
    expect(again.text()).not.toContain(TOO_MANY);
    for (const stream of [...streams, ...others, ...elsewhere, again]) stream.close();
    await until(() => server.server.services.streams.count === 0 && neighbour.services.streams.count === 0);
  });
});

/** The same person in another browser. */
async function anotherBrowser({ userId }: Caller): Promise<string> {
  const token = randomUUID().replaceAll("-", "");
  await server.database.owner.query(
    "INSERT INTO sessions (id, user_id, token, expires_at, created_at, updated_at) VALUES ($1, $2, $3, now() + interval '30 days', now(), now())",
    [randomUUID(), userId, token],
  );
  return sessionCookie(token, SECRET, PUBLIC_URL, 60).split(";")[0] ?? "";
}

const signOut = async (path: string, cookie: string) => (await post(server, path, {}, { cookie })).status;

/** What ends somebody's access, done at one process, with the status of the answer; the streams are at its neighbour. */
const ENDS: [string, (caller: Caller, owner: Caller) => Promise<number>][] = [
  ["signs out", (caller) => signOut("/sign-out", caller.cookie)],
  [
    "is signed out from another browser",
    async (caller) => signOut("/revoke-other-sessions", await anotherBrowser(caller)),
  ],
  ["is suspended", async (caller, owner) => (await owner.call("people.suspend", { id: caller.personId })).status],
  [
    "runs out of time",
    async ({ userId }) => {
      await server.database.owner.query("UPDATE sessions SET expires_at = now() WHERE user_id = $1", [userId]);
      return 200;
    },
  ],
];

test.each(ENDS)("whoever %s gets no more at once, at another process too, and others go on", async (_, end) => {
  const owner = await aCaller(server, space.organizationId, { role: "owner" });
  const [caller, other] = [await member(), await member()];
  const [watching, going] = [await open(caller), await open(other)];
  expect(await end(caller, owner)).toBe(200);
  const ended = performance.now();
  await until(() => watching.isOver());
  expect(performance.now() - ended).toBeLessThan(5_000); // without a message it takes up to 30 seconds
  expect(watching.text()).toContain('"refusal":{"code":"unauthenticated"}');
  expect([going.isOver(), going.text().includes("refusal")]).toEqual([false, false]);
  going.close();
});

test("a message that was missed while the database was away is made up for", async () => {
  const caller = await member();
  const watching = await open(caller, server.url);
  await server.proxy.cut();
  await server.database.owner.query("DELETE FROM sessions WHERE user_id = $1", [caller.userId]);
  await server.proxy.mend();
  await until(() => watching.isOver(), 10_000);
  expect(watching.text()).toContain('"refusal":{"code":"unauthenticated"}');
});
