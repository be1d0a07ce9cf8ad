import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { migrate } from "@working-social/db";
import { anOrganization, aPerson } from "@working-social/db/testing";
import { checkInvariants } from "@working-social/invariants";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeBackup } from "./make-backup.ts";
import { restoreCluster } from "./restore-cluster.ts";
import { restoreServer } from "./restore-server.ts";
import type { OwnServer } from "./testing/a-server-of-ones-own.ts";
import { aServerOfOnesOwn, debianPostgres } from "./testing/a-server-of-ones-own.ts";

const bin = debianPostgres();
if (bin === null)
  process.stderr.write("SKIPPED: backups of a server of one's own. Debian's package postgresql is not installed.\n");

describe.skipIf(bin === null)("a backup of a PostgreSQL of one's own", () => {
  const PATH = process.env["PATH"];
  let server: OwnServer;
  let root: string;
  let url: string;
  let file: string;

  beforeAll(async () => {
    process.env["PATH"] = `${bin}${delimiter}${PATH}`; // the pg_dump of this very version
    root = await mkdtemp(join(tmpdir(), "working-social-server-backup-"));
    file = join(root, "space.tar.gz");
    server = await aServerOfOnesOwn(bin ?? "");
    url = await server.createDatabase("space");
    await migrate(url);
    await asOwner(url, async (owner) => {
      const { id } = await anOrganization(owner);
      await aPerson(owner, id, { name: "Ана Ferreira", role: "owner" });
    });
    await mkdir(join(root, "data"));
    await writeFile(join(root, "data", "secret"), "what cookies are signed with", { mode: 0o600 });
    await makeBackup({ url, isEmbedded: false, dataDir: join(root, "data") }, file);
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await rm(root, { recursive: true });
    process.env["PATH"] = PATH;
  });

  test("comes back into an empty database, with the secret, and all is sound", async () => {
    const restored = await server.createDatabase("restored");
    const dataDir = join(root, "restored");
    await restoreServer(file, restored, dataDir);
    await asOwner(restored, async (owner) => {
      expect((await owner.query("SELECT name, role FROM people")).rows).toEqual([
        { name: "Ана Ferreira", role: "owner" },
      ]);
      expect(await checkInvariants(owner)).toEqual([]);
    });
    expect(await readFile(join(dataDir, "secret"), "utf8")).toBe("what cookies are signed with");
    expect((await stat(join(dataDir, "secret"))).mode & 0o777).toBe(0o600);
  });

  test("is refused by a database with something in it, which stays as it is", async () => {
    await expect(restoreServer(file, url, join(root, "data"))).rejects.toThrow("is not empty: nothing was touched");
    await asOwner(url, async (owner) => expect((await owner.query("SELECT FROM people")).rowCount).toBe(1));
  });

  test("is refused where another secret lies, with which its authenticator apps would work no more", async () => {
    const empty = await server.createDatabase("another_secret");
    const dataDir = join(root, "another");
    await mkdir(dataDir);
    await writeFile(join(dataDir, "secret"), "what a first start made");
    await expect(restoreServer(file, empty, dataDir)).rejects.toThrow("is not the secret of the backup: nothing was");
    expect(await readFile(join(dataDir, "secret"), "utf8")).toBe("what a first start made");
    await asOwner(empty, async (owner) =>
      expect((await owner.query("SELECT FROM pg_class WHERE relname = 'people'")).rowCount).toBe(0),
    );
  });

  test("is no backup of the embedded one", async () => {
    await expect(restoreCluster(file, join(root, "embedded"), () => undefined)).rejects.toThrow(
      "a PostgreSQL of one's own: set DATABASE_URL",
    );
  });

  test("says what is missing where pg_dump is not", async () => {
    const path = process.env["PATH"];
    process.env["PATH"] = root;
    const made = makeBackup({ url, isEmbedded: false, dataDir: join(root, "data") }, join(root, "none.tar.gz"));
    await expect(made).rejects.toThrow("pg_dump is not on this machine's PATH");
    process.env["PATH"] = path;
    expect(await stat(join(root, "none.tar.gz.partial")).catch(() => "nothing")).toBe("nothing");
  });
});

async function asOwner(url: string, work: (owner: pg.Pool) => Promise<unknown>): Promise<void> {
  const owner = new pg.Pool({ connectionString: url, max: 1 });
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}
