import type { ChildProcess } from "node:child_process";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { clusterOf } from "./place.ts";
import { isAlive } from "./process-identity.ts";
import { findRunningPostgres, readPostmaster } from "./running.ts";
import type { RunningPostgres } from "./start.ts";
import type { Durability } from "./settings.ts";
import { startPostgres } from "./start.ts";

const cleanUps: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "working-social-start-"));
  await chmod(folder, 0o711);
  cleanUps.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function start(dataDir: string, lines: string[] = [], durability: Durability = "fast"): Promise<RunningPostgres> {
  const postgres = await startPostgres({ dataDir, durability, log: (line) => lines.push(line) });
  cleanUps.push(() => postgres.stop());
  return postgres;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

/** Starts PostgreSQL from another process; resolves when it runs. */
async function startElsewhere(dataDir: string): Promise<ChildProcess> {
  const script = join(import.meta.dirname, "testing/start-and-wait.ts");
  const child = spawn(process.execPath, [script, dataDir], { stdio: ["ignore", "pipe", "inherit"] });
  cleanUps.push(async () => child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return child;
}

async function postmasterPid(dataDir: string): Promise<number> {
  const postmaster = await readPostmaster(await clusterOf(dataDir));
  if (!postmaster) throw new Error("No server runs.");
  return postmaster.pid;
}

async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(20);
}

test("a second start keeps the data, and the password is nobody else's to read", async () => {
  const folder = await aFolder();
  const first = await start(folder);
  await query(first.url, "CREATE TABLE kept AS SELECT 'Ωmega' AS word");
  await first.stop();
  const second = await start(folder);
  expect(await query(second.url, "SELECT word, upper(word) AS upper FROM kept")).toEqual([
    { word: "Ωmega", upper: "ΩMEGA" },
  ]);
  expect((await stat(join(folder, "postgres.password"))).mode & 0o777).toBe(0o600);
});

test("it listens on loopback only, in UTC, and refuses a wrong password", async () => {
  const { url } = await start(await aFolder());
  const settings = "SELECT current_setting('listen_addresses') AS addresses, current_setting('TimeZone') AS zone";
  expect(await query(url, settings)).toEqual([{ addresses: "127.0.0.1", zone: "UTC" }]);
  const wrong = new URL(url);
  wrong.password = "guess";
  await expect(query(wrong.href, "SELECT 1")).rejects.toThrow("password authentication failed");
});

test("the extensions of the product are there", async () => {
  const { url } = await start(await aFolder());
  for (const name of ["btree_gist", "pg_trgm"]) await query(url, `CREATE EXTENSION ${name}`);
  const installed = "SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY extname";
  expect(await query(url, installed)).toEqual([{ extname: "btree_gist" }, { extname: "pg_trgm" }]);
});

test("a second start beside a running one says who runs, and leaves it alone", async () => {
  const folder = await aFolder();
  const running = await start(folder);
  await expect(startPostgres({ dataDir: folder, durability: "fast", log: () => undefined })).rejects.toThrow(
    `is in use by process ${process.pid}`,
  );
  expect(await query(running.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(await findRunningPostgres(folder)).toEqual({ url: running.url, port: running.port, holder: process.pid });
});

test("an occupied port is named", async () => {
  const { port } = await start(await aFolder());
  const dataDir = await aFolder();
  const second = startPostgres({ dataDir, port, durability: "fast", log: () => undefined });
  await expect(second).rejects.toThrow(/Address already in use/);
});

test("after kill -9 of the server, `ended` tells and the next start recovers", async () => {
  const folder = await aFolder();
  const first = await start(folder, [], "safe");
  await query(first.url, "CREATE TABLE kept AS SELECT 1 AS one");
  process.kill(await postmasterPid(folder), "SIGKILL");
  await first.ended;
  await first.stop();
  const second = await start(folder);
  expect(await query(second.url, "SELECT one FROM kept")).toEqual([{ one: 1 }]);
});

test("after kill -9 of whoever started it, the server stops by itself", async () => {
  const folder = await aFolder();
  const parent = await startElsewhere(folder);
  const pid = await postmasterPid(folder);
  parent.kill("SIGKILL");
  await untilGone(pid);
  const next = await start(folder);
  expect(await query(next.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test.skipIf(process.platform !== "linux")(
  "a server whose parent and watchdog were killed is stopped by the next start",
  async () => {
    const folder = await aFolder();
    const parent = await startElsewhere(folder);
    const pid = await postmasterPid(folder);
    for (const child of await childrenOf(parent.pid ?? 0)) if (child !== pid) process.kill(child, "SIGKILL");
    parent.kill("SIGKILL");
    await once(parent, "exit");
    expect(isAlive(pid)).toBe(true);
    const lines: string[] = [];
    await start(folder, lines);
    expect(lines.join("\n")).toContain(`left PostgreSQL running (process ${pid})`);
    expect(isAlive(pid)).toBe(false);
  },
);

test("a postmaster.pid that names a stranger's process is not believed", async () => {
  const folder = await aFolder();
  const first = await start(folder);
  await first.stop();
  await writeFile(
    join(await clusterOf(folder), "postmaster.pid"),
    `${process.pid}\n${folder}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`,
  );
  const second = await start(folder);
  expect(await query(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("a half-made cluster of a killed first start is made anew", async () => {
  const folder = await aFolder();
  await mkdir(join(folder, "postgres.new/base"), { recursive: true });
  await start(folder);
  expect((await readdir(folder)).includes("postgres.new")).toBe(false);
});

test("a cluster of another major version is refused with a sentence", async () => {
  const folder = await aFolder();
  await mkdir(join(folder, "postgres"));
  await writeFile(join(folder, "postgres/PG_VERSION"), "14\n");
  const refused = startPostgres({ dataDir: folder, durability: "fast", log: () => undefined });
  await expect(refused).rejects.toThrow(/made by PostgreSQL 14, and this is 18/);
});

test.skipIf(process.getuid?.() !== 0)("root may keep its data where only root can go", async () => {
  const folder = await aFolder();
  await chmod(folder, 0o700);
  const lines: string[] = [];
  const postgres = await start(folder, lines);
  const elsewhere = await clusterOf(folder);
  cleanUps.unshift(() => rm(elsewhere, { recursive: true, force: true }));
  expect(lines.join("\n")).toContain(`the database is kept in ${elsewhere}`);
  expect(elsewhere.startsWith(folder)).toBe(false);
  expect(await query(postgres.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await postgres.stop();
  const again = await start(folder);
  expect(await findRunningPostgres(folder)).toMatchObject({ url: again.url });
});

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  if (text) return text.trim().split(" ").map(Number);
  return spawnSync("pgrep", ["-P", String(pid)], { encoding: "utf8" })
    .stdout.trim()
    .split("\n")
    .map(Number);
}

test("a login that is nobody's friend comes into the database alone, also in a folder of an earlier version", async () => {
  const dataDir = await aFolder();
  const earlier = await start(dataDir);
  // As before this was said, and as PostgreSQL has it by itself.
  await query(earlier.url, "GRANT CONNECT, TEMPORARY ON DATABASE postgres, template1 TO PUBLIC");
  await query(earlier.url, "CREATE ROLE stranger LOGIN PASSWORD 'x'");
  const cameIn = ({ port }: RunningPostgres, database: string) =>
    query(`postgresql://stranger:x@127.0.0.1:${port}/${database}`, "SELECT 1").then(
      () => "came in",
      (error: { code?: unknown }) => error.code,
    );
  expect(await cameIn(earlier, "postgres")).toBe("came in");
  await earlier.stop();
  const now = await start(dataDir);
  expect(await Promise.all(["working_social", "postgres", "template1"].map((name) => cameIn(now, name)))).toEqual([
    "came in",
    "42501",
    "42501",
  ]);
});
