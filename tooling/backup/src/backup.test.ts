import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { checkInvariants } from "@working-social/invariants";
import type { RunningPostgres } from "@working-social/postgres";
import { clusterOf, startPostgres } from "@working-social/postgres";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeBackup } from "./make-backup.ts";
import { restoreCluster } from "./restore-cluster.ts";
import type { BusySpace } from "./testing/a-busy-space.ts";
import { aBusySpace } from "./testing/a-busy-space.ts";

/** A file of the operator's own: any name that a file system takes. */
const NOTE = "Notizen für Köln (2).txt";
const SECRET = "what cookies are signed with";
let root: string;
let dataDir: string;
let file: string;
let postgres: RunningPostgres;
let space: BusySpace;
let holdsUntil: number;

/** A backup is made while four writers book; they go on for a moment, then everything is killed and its folder removed. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "working-social-backup-"));
  await chmod(root, 0o711);
  dataDir = join(root, "data");
  file = join(root, "backups", "space.tar.gz");
  postgres = await start(dataDir);
  await writeFile(join(dataDir, "secret"), SECRET, { mode: 0o600 });
  await mkdir(join(dataDir, "mail"), { mode: 0o700 });
  await writeFile(join(dataDir, "mail", "one.json"), "{}", { mode: 0o600 });
  await writeFile(join(dataDir, NOTE), "what somebody laid there", { mode: 0o600 });
  await mkdir(join(dataDir, "lost+found"), { mode: 0o000 });
  await mkdir(join(dataDir, "kept"), { mode: 0o700 });
  await writeFile(join(dataDir, "kept", "daily-20261130T031500Z.tar.gz"), "a backup, which no backup holds");
  await writeFile(join(dataDir, "api.log"), "nobody needs this again");
  const kill = new AbortController();
  space = await aBusySpace(postgres.url, kill.signal);
  await until(() => space.acknowledged.length >= 20);
  const backup = await makeBackup({ url: postgres.url, isEmbedded: true, dataDir }, file);
  holdsUntil = backup.holdsUntil.getTime();
  await until(() => space.acknowledged.some(({ at }) => at > holdsUntil));
  kill.abort();
  await killed(dataDir, postgres);
  await space.ended;
  await rm(dataDir, { recursive: true });
}, 60_000);

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

test("what was acknowledged before a backup's end under load is there after everything was killed, and all is sound", async () => {
  const { seal } = await restoreCluster(file, dataDir, () => undefined);
  expect(Date.parse(seal.holdsUntil)).toBe(holdsUntil);
  const restored = await start(dataDir);
  const owner = new pg.Client({ connectionString: restored.url });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ id: string }>("SELECT id FROM bookings");
    const there = new Set(rows.map(({ id }) => id));
    const before = space.acknowledged.filter(({ at }) => at < holdsUntil);
    expect(before.length).toBeGreaterThanOrEqual(20);
    expect(before.filter(({ bookingId }) => !there.has(bookingId))).toEqual([]);
    expect(await checkInvariants(owner)).toEqual([]);
  } finally {
    await owner.end();
    await restored.stop();
  }
});

test("the secrets come back with it, as strict as they were, with whatever somebody laid there; logs do not", async () => {
  const folder = join(root, "secrets");
  await restoreCluster(file, folder, () => undefined);
  expect((await readdir(folder)).sort()).toEqual([NOTE, "mail", "postgres", "postgres.password", "secret"]);
  expect(await readFile(join(folder, "secret"), "utf8")).toBe(SECRET);
  for (const path of ["secret", "postgres.password", "mail/one.json"])
    expect([path, await modeOf(join(folder, path))]).toEqual([path, 0o600]);
  expect(await modeOf(await clusterOf(folder))).toBe(0o700);
  expect(await modeOf(file)).toBe(0o600);
  expect(await modeOf(join(root, "backups"))).toBe(0o700);
});

describe("nothing is touched by", () => {
  test("a backup that was cut off, wherever that was", async () => {
    const whole = await readFile(file);
    for (const part of [0.999_99, 0.9, 0.5, 0.001])
      await expectRefusal(whole.subarray(0, whole.length * part), "is not whole: it was cut off or damaged.");
  });

  test("a backup without its last part that is cut where a tar may end", async () => {
    const tar = gunzipSync(await readFile(file));
    await expectRefusal(gzipSync(tar.subarray(0, tar.lastIndexOf("seal.json"))), "is not whole");
  });

  test("a backup that was changed", async () => {
    const tar = gunzipSync(await readFile(file));
    tar.write("WHAT", tar.indexOf(SECRET));
    await expectRefusal(gzipSync(tar), "was changed after it was made: its checksums don't agree.");
  });

  test("a file of another kind: a text, an empty one, an archive of somebody else, or one that is made to do harm", async () => {
    const foreign = {
      text: Buffer.from("id,name\n1,Ana\n"),
      empty: Buffer.alloc(0),
      archive: await anArchiveOfSomebody(),
    };
    for (const bytes of [
      ...Object.values(foreign),
      await anArchiveThatFillsMemory(),
      ...(await archivesThatReachOut()),
    ])
      await expectRefusal(bytes, "is no backup of Working Social.");
  });

  test("a whole backup, when there is something in the folder", async () => {
    const folder = join(root, "in-use");
    await mkdir(folder);
    await writeFile(join(folder, "secret"), "another");
    await expect(restoreCluster(file, folder, () => undefined)).rejects.toThrow("is not empty (secret)");
    expect(await readdir(folder)).toEqual(["secret"]);
    expect(await readFile(join(folder, "secret"), "utf8")).toBe("another");
  });
});

test("a restore that was killed half-way is begun again", async () => {
  const folder = join(root, "half");
  await mkdir(join(folder, "restoring"), { recursive: true });
  await mkdir(join(folder, "lost+found"));
  await writeFile(join(folder, "restoring", "secret"), "half of a sec");
  await mkdir(join(folder, "postgres.new"));
  await restoreCluster(file, folder, () => undefined);
  expect(await readFile(join(folder, "secret"), "utf8")).toBe(SECRET);
  expect((await readdir(folder)).sort()).toEqual([
    NOTE,
    "lost+found",
    "mail",
    "postgres",
    "postgres.password",
    "secret",
  ]);
});

async function expectRefusal(bytes: Uint8Array, sentence: string): Promise<void> {
  const folder = join(root, "refused");
  const wrong = join(root, "wrong.tar.gz");
  await writeFile(wrong, bytes);
  await expect(restoreCluster(wrong, folder, () => undefined)).rejects.toThrow(sentence);
  expect(await readdir(folder)).toEqual([]);
}

async function anArchiveOfSomebody(): Promise<Buffer> {
  const { pack } = await import("tar-stream");
  const archive = pack();
  archive.entry({ name: "../../etc/passwd" }, "root::0:0::/:/bin/sh\n");
  archive.finalize();
  return gzipSync(Buffer.concat(await Array.fromAsync(archive as AsyncIterable<Uint8Array>)));
}

/** It begins as ours do, with a manifest of ten gigabytes. */
async function anArchiveThatFillsMemory(): Promise<Buffer> {
  const { pack } = await import("tar-stream");
  const archive = pack();
  archive.entry({ name: "manifest.json", size: 10_000_000_000 }).write(Buffer.alloc(4_096, " "));
  const begun: Uint8Array[] = [];
  for await (const bytes of archive as AsyncIterable<Uint8Array>) if (begun.push(bytes) === 2) break;
  return gzipSync(Buffer.concat(begun));
}

/** Ours, whose first file has been given a name outside of the folder, or is a link that leads there. */
async function archivesThatReachOut(): Promise<Buffer[]> {
  const { pack } = await import("tar-stream");
  const manifest = {
    format: "working-social-backup",
    version: 1,
    kind: "cluster",
    startedAt: new Date(0).toISOString(),
    postgres: "18",
    platform: "linux-x64",
  };
  const names = ["data/../../x", "/data/x", "data//x", "data/./x", "data/a\\..\\x", "elsewhere/x"];
  const entries = [
    ...names.map((name) => ({ name })),
    { name: "data/x", type: "symlink" as const, linkname: "/etc" },
    { name: "data/x", type: "link" as const, linkname: "/etc/passwd" },
  ];
  return Promise.all(
    entries.map(async (entry) => {
      const archive = pack();
      archive.entry({ name: "manifest.json" }, JSON.stringify(manifest));
      if ("type" in entry) archive.entry(entry);
      else archive.entry(entry, "x");
      archive.finalize();
      return gzipSync(Buffer.concat(await Array.fromAsync(archive as AsyncIterable<Uint8Array>)));
    }),
  );
}

function start(folder: string): Promise<RunningPostgres> {
  return startPostgres({ dataDir: folder, durability: "safe", log: () => undefined });
}

/** As by a power cut: the server's processes get no chance to write anything more. */
async function killed(folder: string, server: RunningPostgres): Promise<void> {
  const pid = Number((await readFile(join(await clusterOf(folder), "postmaster.pid"), "utf8")).split("\n")[0]);
  process.kill(pid, "SIGKILL");
  await server.ended;
  await server.stop();
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(10);
}

async function modeOf(path: string): Promise<number> {
  return (await stat(path)).mode & 0o777;
}
