import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock } from "@working-social/kernel";
import type { Env } from "../env.ts";
import { sessionCookie } from "../sign-in/cookie.ts";
import type { RunningServer } from "../start.ts";
import { startServer } from "../start.ts";
import { PUBLIC_URL, SECRET, testEnv } from "./test-server.ts";

export { PUBLIC_URL } from "./test-server.ts";

export interface ServedDatabase {
  readonly server: RunningServer;
  readonly url: string;
  close(): Promise<void>;
}

/** A real server on a free port, on a database that is there already; `databaseUrl` is its login's. Mail stays in a folder. */
export async function serveDatabase(databaseUrl: string, changes: Partial<Env>, clock: Clock): Promise<ServedDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "working-social-"));
  const server = await startServer({ ...testEnv(databaseUrl, folder), ...changes }, clock);
  const close = async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  };
  return { server, url: server.url, close };
}

/** What a browser sends whose session has this token. */
export function cookieOf(token: string): string {
  return sessionCookie(token, SECRET, PUBLIC_URL, 60).split(";")[0] ?? "";
}
