import { Agent, request } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { RunningServer } from "./start.ts";
import { startServer } from "./start.ts";
import { aSpace } from "./testing/a-space.ts";
import type { Caller, TestServer } from "./testing/test-server.ts";
import { aCaller, startTestServer } from "./testing/test-server.ts";
import { until } from "./testing/until.ts";

const REQUESTS = process.env["PROVE"] === "1" ? 10_000 : 500;
const CLIENTS = 32;
const DRAIN_MS = 1_000;

let server: TestServer;
let member: Caller;
beforeEach(async () => {
  server = await startTestServer({ drainMs: DRAIN_MS });
  member = await aCaller(server, (await aSpace(server.database)).organizationId);
});
afterEach(() => server.close());

interface Reply {
  status: number;
  connection: string | undefined;
}

/** A question over a connection of the agent, which it keeps unless an answer ends it. Rejects when no answer comes. */
function ask(agent: Agent, url: string, path = "/api/trpc/locations.list"): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { agent, headers: { cookie: member.cookie } }, (answer) => {
      answer.on("error", reject);
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, connection: answer.headers.connection }));
      answer.resume();
    });
    sent.on("error", reject);
    sent.end();
  });
}

/** A proxy's part: each request goes to the first server as long as that one says that it is ready, else to its neighbour. */
async function underLoad(first: string, second: string, isOver: () => boolean): Promise<string[]> {
  const agents = new Map([first, second].map((url) => [url, new Agent({ keepAlive: true, maxSockets: CLIENTS })]));
  const failures: string[] = [];
  let target = first;
  const client = async () => {
    while (!isOver()) {
      const agent = agents.get(target) ?? new Agent();
      const outcome = await ask(agent, target).then(
        ({ status }) => String(status),
        (error: NodeJS.ErrnoException) => String(error.code),
      );
      replies += 1;
      if (outcome !== "200") failures.push(outcome);
    }
  };
  const look = setInterval(() => {
    void fetch(`${first}/readyz`).then(
      ({ ok }) => (target = ok ? first : second),
      () => (target = second),
    );
  }, 50);
  await Promise.all(Array.from({ length: CLIENTS }, client));
  clearInterval(look);
  for (const agent of agents.values()) agent.destroy();
  return failures;
}

let replies = 0;

describe("a server that stops under load", () => {
  let neighbour: RunningServer;
  beforeEach(async () => {
    neighbour = await startServer({ ...server.env, runsJobs: false, drainMs: 0 });
    await until(async () => (await fetch(`${server.url}/readyz`)).ok && (await fetch(`${neighbour.url}/readyz`)).ok);
  });
  afterEach(() => neighbour.stop());

  test(`fails none of ${REQUESTS} requests on connections that are kept`, { timeout: 240_000 }, async () => {
    replies = 0;
    let isStopped = false;
    const load = underLoad(server.url, neighbour.url, () => isStopped && replies >= REQUESTS);
    await until(() => replies >= REQUESTS / 3, 120_000);
    await server.server.stop();
    isStopped = true;
    expect(await load).toEqual([]);
    expect(replies).toBeGreaterThanOrEqual(REQUESTS);
  });
});

test("a server that stops is not ready first, still answers, and ends each connection with its answer", async () => {
  const agent = new Agent({ keepAlive: true });
  await until(async () => (await ask(agent, server.url, "/readyz")).status === 200);
  expect(await ask(agent, server.url)).toEqual({ status: 200, connection: "keep-alive" });
  const stopped = server.server.stop();
  const response = await fetch(`${server.url}/readyz`);
  expect([response.status, await response.json()]).toEqual([
    503,
    expect.objectContaining({ failing: expect.arrayContaining(["running"]) as unknown }),
  ]);
  expect(await ask(agent, server.url)).toEqual({ status: 200, connection: "close" });
  await stopped;
  await expect(ask(agent, server.url)).rejects.toMatchObject({ code: "ECONNREFUSED" });
});

test("a connection that was opened and never used does not keep a server from stopping", async () => {
  const socket = connect(server.server.port, "127.0.0.1");
  await new Promise((resolve) => socket.on("connect", resolve));
  const begun = performance.now();
  await server.server.stop();
  expect(performance.now() - begun).toBeLessThan(9_000); // what it would wait for a request under way
  socket.destroy();
});
