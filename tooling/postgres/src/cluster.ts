import { spawn } from "node:child_process";
import { chown, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Account } from "./account.ts";
import { asAccount } from "./account.ts";
import type { Installation } from "./binaries.ts";
import { binary, majorVersion } from "./binaries.ts";
import { SUPERUSER } from "./database-url.ts";
import { exists, makePrivateFolder } from "./place.ts";
import type { Durability } from "./settings.ts";

/** Throws with a sentence when another major version of PostgreSQL wrote the cluster. */
export async function checkVersion(cluster: string, installation: Installation): Promise<void> {
  const version = (await readFile(join(cluster, "PG_VERSION"), "utf8").catch(() => "")).trim();
  if (version === majorVersion(installation)) return;
  throw new Error(
    `${cluster} was made by PostgreSQL ${version || "(unknown)"}, and this is ${majorVersion(installation)}. Set DATA_DIR to another folder.`,
  );
}

/**
 * Makes a cluster under another name and renames it when it is complete, so that a killed start leaves no half.
 * Text sorts by code point and knows upper and lower case of all of Unicode, the same on every machine.
 */
export async function createCluster(
  cluster: string,
  installation: Installation,
  account: Account,
  password: string,
  durability: Durability,
): Promise<void> {
  const unfinished = `${cluster}.new`;
  await makePrivateFolder(unfinished, account);
  const passwordFile = join(dirname(cluster), `.initdb-${process.pid}`);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = ["--auth=scram-sha-256", `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`];
  const sync = durability === "fast" ? ["--no-sync"] : [];
  try {
    await run(binary(installation, "initdb"), [`--pgdata=${unfinished}`, ...locale, ...access, ...sync], account);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, cluster);
}

export function clusterExists(cluster: string): Promise<boolean> {
  return exists(join(cluster, "PG_VERSION"));
}

/** Runs to the end; rejects with the program's own words. */
function run(command: string, args: string[], account: Account): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...asAccount(account), stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`${command} failed:\n${output.trim()}`))));
  });
}
