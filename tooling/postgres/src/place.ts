import { createHash } from "node:crypto";
import { chown, cp, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Account, Log } from "./account.ts";
import { accountCan } from "./account.ts";
import type { Installation } from "./binaries.ts";
import { binary } from "./binaries.ts";

/**
 * Where the cluster of a data folder lives: inside it, or, when root uses a data folder that PostgreSQL's account
 * cannot reach (a clone under /root), in a system folder whose path the data folder remembers.
 */
export async function clusterOf(dataDir: string): Promise<string> {
  const moved = await readFile(movedFile(dataDir), "utf8").catch(() => "");
  return moved.trim() || join(dataDir, "postgres");
}

/** Makes sure that the account can reach where the cluster will be made; returns the cluster's path. */
export async function placeCluster(dataDir: string, account: Account, log: Log): Promise<string> {
  const cluster = await clusterOf(dataDir);
  if (!account || (await exists(cluster))) return cluster;
  if (cluster === join(dataDir, "postgres") && accountCan(account, "-x", dataDir)) return cluster;
  const elsewhere = join(await systemFolder(account), "data", nameOf(dataDir));
  await setAside(elsewhere, log);
  await writeFile(movedFile(dataDir), `${elsewhere}\n`);
  log(`${account.name} cannot reach ${dataDir}: the database is kept in ${elsewhere}.`);
  return elsewhere;
}

/** The installation, or a copy of it where the account can run it. */
export async function placeInstallation(original: Installation, account: Account, log: Log): Promise<Installation> {
  if (accountCan(account, "-x", binary(original, "postgres"))) return original;
  const folder = join(await systemFolder(account), `postgresql-${original.version}`);
  if (!(await exists(folder))) {
    log(`${account?.name} cannot reach the PostgreSQL binaries: copying them once to ${folder}.`);
    const partial = `${folder}.${process.pid}`;
    await cp(original.folder, partial, { recursive: true, verbatimSymlinks: true });
    await rename(partial, folder).catch(() => rm(partial, { recursive: true, force: true }));
  }
  return { ...original, folder };
}

/** An empty folder of the account, readable by nobody else: PostgreSQL insists on that. */
export async function makePrivateFolder(folder: string, account: Account): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder, { mode: 0o700 });
  if (account) await chown(folder, account.uid, account.gid);
}

export async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

/** Only root gets here, so the folders are root's: nobody else can slip binaries into them. */
async function systemFolder(account: Account): Promise<string> {
  for (const folder of ["/var/lib/working-social", "/var/tmp/working-social"]) {
    const made = await mkdir(join(folder, "data"), { recursive: true, mode: 0o755 }).then(
      () => stat(folder),
      () => null,
    );
    if (made?.uid === 0 && (made.mode & 0o022) === 0 && accountCan(account, "-x", folder)) return folder;
  }
  throw new Error("No folder was found that PostgreSQL's account can reach. Set DATA_DIR to one outside root's home.");
}

/** A cluster whose data folder was deleted has lost its password; keep it, out of the way. */
async function setAside(cluster: string, log: Log): Promise<void> {
  if (!(await exists(cluster))) return;
  const aside = `${cluster}.${process.pid}.old`;
  await rename(cluster, aside);
  log(`An earlier database of this folder was set aside as ${aside}.`);
}

function movedFile(dataDir: string): string {
  return join(dataDir, "postgres.location");
}

function nameOf(dataDir: string): string {
  return createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
}
