import { execFile, spawn } from "node:child_process";
import { readdirSync, existsSync } from "node:fs";
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { chooseAccount } from "@working-social/postgres";
import pg from "pg";

const DEBIAN = "/usr/lib/postgresql";

/** A PostgreSQL of Debian's packages with its pg_dump: the folder of its programs, or null where there is none. */
export function debianPostgres(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort() : [];
  const folders = versions.map((version) => join(DEBIAN, version, "bin"));
  return (
    folders.findLast((bin) =>
      ["initdb", "postgres", "pg_dump", "pg_restore"].every((name) => existsSync(join(bin, name))),
    ) ?? null
  );
}

export interface OwnServer {
  /** The address of a new, empty database. */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** A server that somebody else runs, as far as Working Social is concerned; loopback only, on a free port, gone with `stop`. */
export async function aServerOfOnesOwn(bin: string): Promise<OwnServer> {
  const folder = await mkdtemp(join(tmpdir(), "working-social-own-"));
  await chmod(folder, 0o711);
  const account = await chooseAccount(folder, () => undefined);
  const as = account ? { cwd: "/", uid: account.uid, gid: account.gid } : { cwd: "/" };
  const cluster = join(folder, "cluster");
  const passwordFile = join(folder, "password");
  await mkdir(cluster, { mode: 0o700 });
  await writeFile(passwordFile, "of/one's own", { mode: 0o600 });
  if (account) for (const path of [cluster, passwordFile]) await chown(path, account.uid, account.gid);
  const access = [
    "--auth=scram-sha-256",
    "--username=somebody",
    `--pwfile=${passwordFile}`,
    "--no-sync",
    "--encoding=UTF8",
    "--locale=C",
  ];
  await promisify(execFile)(join(bin, "initdb"), ["-D", cluster, ...access], as);
  const port = await aFreePort();
  const settings = [`port=${port}`, "listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off"];
  const server = spawn(join(bin, "postgres"), ["-D", cluster, ...settings.flatMap((setting) => ["-c", setting])], {
    ...as,
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => server.on("close", resolve));
  const urlOf = (database: string) =>
    `postgresql://somebody:${encodeURIComponent("of/one's own")}@127.0.0.1:${port}/${database}`;
  return {
    async createDatabase(name) {
      await asked(urlOf("postgres"), `CREATE DATABASE ${name} TEMPLATE template0`);
      return urlOf(name);
    },
    async stop() {
      server.kill("SIGQUIT");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Asks again while the server is not up yet. */
async function asked(url: string, sql: string, tries = 200): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.query(sql);
  } catch (error) {
    if (tries === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 50));
    await asked(url, sql, tries - 1);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function aFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
