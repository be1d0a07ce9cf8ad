import { chmod, chown, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { placeForCluster } from "@working-social/postgres";
import type { Manifest } from "./contents.ts";
import { CLUSTER, DATA } from "./contents.ts";
import { PLATFORM } from "./platform.ts";
import type { ReadArchive } from "./read-archive.ts";
import { readArchive } from "./read-archive.ts";

/** Where the files beside the database wait until all is there. */
const WAITING = "restoring";

/**
 * What a data folder may hold and still be empty to us: backups that lie there, what a restore that was killed left, and what
 * the file system of a volume has at its root.
 */
const HARMLESS = /^(backups|restoring|lost\+found|postgres\.(lock|location|new))$/;

/**
 * Puts a backup of the embedded PostgreSQL into an empty data folder. The archive is read once to its end before anything is
 * written, and everything has another name until all of it is there: a torn or foreign file touches nothing, and a restore
 * that was killed can be begun again. The next start replays the log that the backup brought.
 */
export async function restoreCluster(file: string, dataDir: string, log: (line: string) => void): Promise<ReadArchive> {
  await requireEmpty(dataDir);
  const checked = await readArchive(file);
  if (checked.manifest.kind !== "cluster")
    throw new Error(
      "This is a backup of a PostgreSQL of one's own: set DATABASE_URL to an empty database and restore it there.",
    );
  const place = await placeForCluster(dataDir, log);
  try {
    requireSameKind(checked.manifest, place.majorVersion);
    const waiting = join(dataDir, WAITING);
    await rm(waiting, { recursive: true, force: true });
    await mkdir(waiting, { mode: 0o700 });
    await readArchive(file, async (name, bytes) => {
      if (name.startsWith(CLUSTER)) await store(join(place.folder, name.slice(CLUSTER.length)), bytes, place.owner);
      else if (name.startsWith(DATA)) await store(join(waiting, name.slice(DATA.length)), bytes, null);
    });
    for (const name of await readdir(waiting)) await rename(join(waiting, name), join(dataDir, name));
    await rm(waiting, { recursive: true });
    await place.finish();
  } finally {
    await place.release();
  }
  return checked;
}

async function requireEmpty(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const found = (await readdir(dataDir)).filter((name) => !HARMLESS.test(name));
  if (found.length === 0) return;
  throw new Error(
    `${dataDir} is not empty (${found.slice(0, 3).join(", ")}): nothing was touched. Move it away, or set DATA_DIR to an empty folder.`,
  );
}

function requireSameKind({ postgres, platform }: Manifest, majorVersion: string): void {
  if (postgres !== majorVersion)
    throw new Error(
      `The backup was made by PostgreSQL ${postgres}, and this is ${majorVersion}: restore it with the version of Working Social that made it.`,
    );
  if (platform !== PLATFORM)
    throw new Error(
      `The backup was made on ${platform}, and this machine is ${PLATFORM}: its files can't be read here.`,
    );
}

/** As strict as what it was: readable by its owner alone. A cluster's files are flushed by PostgreSQL before it recovers. */
async function store(
  path: string,
  bytes: AsyncIterable<Uint8Array> | null,
  owner: { uid: number; gid: number } | null,
): Promise<void> {
  if (bytes === null) {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await chmod(path, 0o700);
  } else {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, bytes, { mode: 0o600, flush: owner === null });
  }
  if (owner) await chown(path, owner.uid, owner.gid);
}
