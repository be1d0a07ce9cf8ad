import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** How many of the daily backups stay. Those made by hand are nobody's to remove but a person's. */
const DAILIES_KEPT = 14;

export type Occasion = "daily" | "by-hand";

/** Such as `daily-20261130T031500Z.tar.gz`: the names sort by their time. */
export function fileName(occasion: Occasion, at: Date): string {
  return `${occasion}-${at.toISOString().replaceAll(/[-:]|\.\d+/g, "")}.tar.gz`;
}

/** Nothing writes to a backup for so long. */
const ABANDONED_MS = 86_400_000;

/** Leaves the newest 14 daily backups of a folder, and nothing of those whose process was killed half-way. */
export async function removeOldDailies(folder: string): Promise<void> {
  const names = await readdir(folder);
  const dailies = names.filter((name) => /^daily-\d{8}T\d{6}Z\.tar\.gz$/.test(name)).sort();
  for (const name of dailies.slice(0, -DAILIES_KEPT)) await rm(join(folder, name));
  for (const name of names.filter((one) => /^daily-\d{8}T\d{6}Z\.tar\.gz\.partial$/.test(one))) {
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > ABANDONED_MS) await rm(join(folder, name));
  }
}
