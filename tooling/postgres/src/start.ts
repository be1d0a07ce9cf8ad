import { mkdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Account, Log } from "./account.ts";
import { chooseAccount } from "./account.ts";
import type { Installation } from "./binaries.ts";
import { binary, findInstallation } from "./binaries.ts";
import { checkVersion, clusterExists, createCluster } from "./cluster.ts";
import { DATABASE, databaseUrl } from "./database-url.ts";
import { findFreePort } from "./free-port.ts";
import { lockDataDir } from "./lock.ts";
import { makePassword, readPassword } from "./password.ts";
import { clusterOf, placeCluster, placeInstallation } from "./place.ts";
import { clearOrphan, stopPostmaster } from "./running.ts";
import type { Server } from "./server.ts";
import { isReadyOrEnds, lastLines, spawnServer } from "./server.ts";
import type { Durability } from "./settings.ts";
import { settingsAsArguments } from "./settings.ts";
import { watchOver } from "./watchdog.ts";

export interface StartOptions {
  /** Made when missing; holds the cluster, its password, its log and the lock. */
  readonly dataDir: string;
  /** A free one when left out. */
  readonly port?: number;
  readonly durability: Durability;
  /** Removes the data folder if this process is killed; for tests. */
  readonly throwaway?: boolean;
  /** Receives the few lines that a person should know. */
  readonly log: Log;
}

export interface RunningPostgres {
  /** The superuser's address of the database; loopback only. */
  readonly url: string;
  readonly port: number;
  /** Settles when the server ends, also when nobody asked it to. */
  readonly ended: Promise<number | null>;
  /** Fast shutdown: open transactions are rolled back, committed ones are on disk. May be called twice. */
  stop(): Promise<void>;
}

interface Cluster {
  readonly path: string;
  readonly installation: Installation;
  readonly account: Account;
  readonly password: string;
}

/**
 * Starts PostgreSQL on a data folder, making it at the first time, and recovering whatever a crash or a kill left.
 * Throws with a sentence when another process uses the folder, or with the server's log when it does not start.
 */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  await mkdir(options.dataDir, { recursive: true });
  const dataDir = await realpath(options.dataDir);
  const unlock = await lockDataDir(dataDir);
  try {
    const cluster = await prepareCluster(dataDir, options);
    const { server, port } = await startServer(dataDir, cluster, options);
    const callOff = watchOver(server.pid, options.throwaway ? dataDir : null);
    const running = handle(server, port, cluster.password, async () => {
      callOff();
      await unlock();
    });
    await createDatabase(port, cluster.password).catch((error: unknown) =>
      running.stop().then(() => Promise.reject(error)),
    );
    return running;
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function prepareCluster(dataDir: string, { durability, log }: StartOptions): Promise<Cluster> {
  const account = await chooseAccount(await clusterOf(dataDir), log);
  const installation = await placeInstallation(await findInstallation(), account, log);
  const path = await placeCluster(dataDir, account, log);
  if (await clusterExists(path)) {
    await checkVersion(path, installation);
    await clearOrphan(path, log);
    const password = await readPassword(dataDir);
    if (password === null)
      throw new Error(
        `${dataDir} has a database but not its postgres.password. Put it back, or set DATA_DIR to another folder.`,
      );
    return { path, installation, account, password };
  }
  const password = await makePassword(dataDir);
  await createCluster(path, installation, account, password, durability);
  return { path, installation, account, password };
}

/** A free port may be snatched before it is bound, and a killed server's last backends take a moment to go. */
async function startServer(
  dataDir: string,
  cluster: Cluster,
  options: StartOptions,
): Promise<{ server: Server; port: number }> {
  const logFile = join(dataDir, "postgres.log");
  const command = binary(cluster.installation, "postgres");
  const passing = options.port === undefined ? /could not bind|still in use/ : /still in use/;
  for (let tries = 1; ; tries += 1) {
    const port = options.port ?? (await findFreePort());
    const args = ["-D", cluster.path, ...settingsAsArguments(options.durability, port)];
    const server = await spawnServer(command, args, cluster.account, logFile);
    if (await isReadyOrEnds(server, cluster.path)) return { server, port };
    const why = await lastLines(logFile, 12);
    if (tries >= 20 || !passing.test(why)) throw new Error(`PostgreSQL did not start (${logFile}):\n${why}`);
    await sleep(250);
  }
}

async function createDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(port, password, "postgres") });
  await client.connect();
  const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
  if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  // Everybody may come into these and make temporary tables there, unless somebody says no; ours has no use for them.
  await client.query("REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC");
  await client.end();
}

function handle(server: Server, port: number, password: string, release: () => Promise<void>): RunningPostgres {
  let stopping: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    await stopPostmaster(server.pid);
    await server.ended;
    await release();
  };
  return { url: databaseUrl(port, password), port, ended: server.ended, stop: () => (stopping ??= stop()) };
}
