import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PersonOptions, Proxy, TestDatabase } from "@working-social/db/testing";
import { aPerson, createTestDatabase, startProxy } from "@working-social/db/testing";
import type { Clock } from "@working-social/kernel";
import { systemClock } from "@working-social/kernel";
import type { Env } from "../env.ts";
import type { RunningServer } from "../start.ts";
import { startServer } from "../start.ts";
import { sessionCookie } from "../sign-in/cookie.ts";
import type { Answer } from "./call.ts";
import { call } from "./call.ts";

export const SECRET = "a secret of the tests, long enough to be one";
export const PUBLIC_URL = "http://space.example";

export interface TestServer {
  readonly database: TestDatabase;
  /** Between the server and its database; tests of faults cut it. */
  readonly proxy: Proxy;
  readonly server: RunningServer;
  readonly url: string;
  readonly env: Env;
  close(): Promise<void>;
}

/** A real server on a free port with a database of its own; mail stays in a folder. */
export async function startTestServer(changes: Partial<Env> = {}, clock: Clock = systemClock): Promise<TestServer> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "working-social-"));
  const proxy = await startProxy(database.appUrl);
  const env: Env = { ...testEnv(proxy.url, folder), ...changes };
  const server = await startServer(env, clock);
  const close = async () => {
    await server.stop();
    await proxy.close();
    await database.close();
    await rm(folder, { recursive: true });
  };
  return { database, proxy, server, url: server.url, env, close };
}

export function testEnv(databaseUrl: string, folder: string): Env {
  return {
    isDevelopment: false,
    databaseUrl,
    pooler: "none",
    host: "127.0.0.1",
    port: 0,
    publicUrl: PUBLIC_URL,
    origins: [PUBLIC_URL],
    hosts: ["space.example"],
    isLocal: true,
    secret: SECRET,
    smtpUrl: null,
    mailFrom: "test@space.example",
    dataDir: folder,
    mailboxDir: join(folder, "mail"),
    logLevel: "silent",
    portalDist: join(folder, "portal"),
    kioskDist: join(folder, "kiosk"),
    trustedProxies: 0,
    drainMs: 0,
    mostStreams: 2_000,
    runsJobs: true,
    maxConnections: 8,
    pointsPerMinute: 1_000_000,
    signInsPerMinute: 1_000,
    vatCheck: "offline",
  };
}

export interface Caller {
  readonly personId: string;
  readonly userId: string;
  readonly email: string;
  readonly token: string;
  readonly cookie: string;
  /** Calls a procedure over HTTP as this person. */
  call(path: string, input?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** A person with a user and a session, past the sign-in. */
export async function aCaller(
  { database, url }: Pick<TestServer, "database" | "url">,
  organizationId: string,
  options: PersonOptions = {},
): Promise<Caller> {
  const userId = randomUUID();
  const email = options.email ?? `${userId}@example.test`;
  const token = randomUUID().replaceAll("-", "");
  const { owner } = database;
  await owner.query(
    "INSERT INTO users (id, name, email, email_verified, created_at, updated_at) VALUES ($1, 'Ana', $2, true, now(), now())",
    [userId, email],
  );
  await owner.query(
    "INSERT INTO sessions (id, user_id, token, expires_at, created_at, updated_at) VALUES ($1, $2, $3, now() + interval '30 days', now(), now())",
    [randomUUID(), userId, token],
  );
  const { id: personId } = await aPerson(owner, organizationId, { ...options, email, userId });
  const cookie = sessionCookie(token, SECRET, PUBLIC_URL, 60).split(";")[0] ?? "";
  return {
    personId,
    userId,
    email,
    token,
    cookie,
    call: (path, input, headers = {}) => call(url, path, input, { cookie, ...headers }),
  };
}
