import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** How many of the daily backups stay. Those made by hand are nobody's to remove but a person's. */
const DAILIES_KEPT = 14;

export type Occasion = "daily" | "by-hand";

/** Such as `daily-20261130T031500Z.tar.gz`: the names sort by their time. */
export function fileName(occasion: Occasion, at: Date): string {
  return `${occasion}-${at.toISOString().replaceAll(/[-:]|\.\d+/g, "")}.tar.gz`;
}

/** Leaves the newest 14 daily backups of a folder. */
export async function removeOldDailies(folder: string): Promise<void> {
  const dailies = (await readdir(folder)).filter((name) => /^daily-\d{8}T\d{6}Z\.tar\.gz$/.test(name)).sort();
  for (const name of dailies.slice(0, -DAILIES_KEPT)) await rm(join(folder, name));
}
