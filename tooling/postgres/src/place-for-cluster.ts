import { realpath, rename } from "node:fs/promises";
import type { Log } from "./account.ts";
import { chooseAccount } from "./account.ts";
import { findInstallation, majorVersion } from "./binaries.ts";
import { clusterExists } from "./cluster.ts";
import { lockDataDir } from "./lock.ts";
import { clusterOf, makePrivateFolder, placeCluster } from "./place.ts";

/** Where the files of a cluster can be put by hand, such as those of a backup. */
export interface PlaceForCluster {
  /** Empty and closed to others; nothing takes it for a cluster before `finish`. */
  readonly folder: string;
  /** Whom the files have to belong to; null: to whoever writes them. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
  /** Of the PostgreSQL that will read them. */
  readonly majorVersion: string;
  /** The next start finds the cluster from here on. */
  finish(): Promise<void>;
  /** Gives the data folder back, finished or not. */
  release(): Promise<void>;
}

/** Takes a data folder that has no cluster yet. Throws with a sentence when it has one, or when another process uses it. */
export async function placeForCluster(dataDir: string, log: Log): Promise<PlaceForCluster> {
  const path = await realpath(dataDir);
  const release = await lockDataDir(path);
  try {
    if (await clusterExists(await clusterOf(path))) throw new Error(`${dataDir} has a database already.`);
    const account = await chooseAccount(await clusterOf(path), log);
    const cluster = await placeCluster(path, account, log);
    const folder = `${cluster}.new`;
    await makePrivateFolder(folder, account);
    const finish = () => rename(folder, cluster);
    return { folder, owner: account, majorVersion: majorVersion(await findInstallation()), finish, release };
  } catch (error) {
    await release();
    throw error;
  }
}
