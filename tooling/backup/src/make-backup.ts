import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { clusterOf } from "@working-social/postgres";
import pg from "pg";
import { backUpCluster } from "./back-up-cluster.ts";
import { backUpServer } from "./back-up-server.ts";
import type { Entry, Manifest } from "./contents.ts";
import { dataFiles } from "./data-files.ts";
import { PLATFORM } from "./platform.ts";
import { readArchive } from "./read-archive.ts";
import type { Told } from "./write-archive.ts";
import { writeArchive } from "./write-archive.ts";

export interface BackupSource {
  /** Of a user that reads everything: the superuser of the embedded server, the owner on a server of one's own. */
  readonly url: string;
  readonly isEmbedded: boolean;
  /** Absolute. */
  readonly dataDir: string;
}

export interface Backup {
  readonly file: string;
  readonly bytes: number;
  /** Whatever was acknowledged before this moment is in it. */
  readonly holdsUntil: Date;
}

/**
 * Saves a database while it works, with the secrets beside it, to `file`; its folder is made when missing. The file has another
 * name until it is whole, on disk and read back once, so that no half of one is ever taken for a backup.
 */
export async function makeBackup(source: BackupSource, file: string, told?: Told): Promise<Backup> {
  const { url, isEmbedded } = source;
  const manifest: Manifest = {
    format: "working-social-backup",
    version: 1,
    kind: isEmbedded ? "cluster" : "dump",
    startedAt: new Date().toISOString(),
    postgres: await majorVersionOf(url),
    platform: PLATFORM,
  };
  let holdsUntil = new Date(0);
  const entries = entriesOf(source, (at) => (holdsUntil = at));
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const partial = `${file}.partial`;
  try {
    await writeArchive(partial, { manifest, entries, holdsUntil: () => holdsUntil.toISOString() }, told);
    await readArchive(partial);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return { file, bytes: (await stat(file)).size, holdsUntil };
}

async function* entriesOf(
  { url, isEmbedded, dataDir }: BackupSource,
  onEnd: (at: Date) => void,
): AsyncGenerator<Entry> {
  yield* dataFiles(dataDir);
  if (isEmbedded) yield* backUpCluster(url, await clusterOf(dataDir), onEnd);
  else yield* backUpServer(url, onEnd);
}

async function majorVersionOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ major: string }>(
      "SELECT split_part(current_setting('server_version'), '.', 1) AS major",
    );
    const [row] = rows;
    if (row === undefined) throw new Error("PostgreSQL does not say which version it is.");
    return row.major;
  } finally {
    await client.end();
  }
}
