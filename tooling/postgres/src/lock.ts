import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { identify } from "./process-identity.ts";

/**
 * Takes the data folder for this process; returns how to give it back.
 * Throws with a sentence when a living process has it; a dead one's claim is taken over.
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  const file = lockFile(dataDir);
  const claim = JSON.stringify(identify(process.pid));
  for (let tries = 0; tries < 5; tries += 1) {
    const taken = await writeFile(file, claim, { flag: "wx" }).then(
      () => true,
      () => false,
    );
    if (taken) return () => rm(file, { force: true });
    const holder = await lockHolder(dataDir);
    if (holder !== null)
      throw new Error(`${dataDir} is in use by process ${holder}. Stop it first, or set DATA_DIR to another folder.`);
    await rm(file, { force: true });
  }
  throw new Error(`${file} cannot be written. Set DATA_DIR to a folder of yours.`);
}

/** The living process that has the data folder, or null. */
export async function lockHolder(dataDir: string): Promise<number | null> {
  const text = await readFile(lockFile(dataDir), "utf8").catch(() => "");
  const pid = Number(/"pid":(\d+)/.exec(text)?.[1] ?? 0);
  const living = pid > 0 ? identify(pid) : null;
  return living && JSON.stringify(living) === text ? living.pid : null;
}

function lockFile(dataDir: string): string {
  return join(dataDir, "postgres.lock");
}
