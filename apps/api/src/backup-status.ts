import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** What is known of the backups of this installation; whoever makes them keeps it in the data folder. */
export const BackupStatus = z.strictObject({
  /** Since when one is made each day; null where none is made by itself. */
  dailySince: z.iso.datetime().nullable(),
  last: z.strictObject({ at: z.iso.datetime(), bytes: z.int().nonnegative() }).nullable(),
  /** Why the newest try made none; null after one that did. */
  failure: z.strictObject({ at: z.iso.datetime(), reason: z.string() }).nullable(),
});
export type BackupStatus = z.infer<typeof BackupStatus>;

/** Where nobody has said or tried anything yet. */
const NOTHING: BackupStatus = { dailySince: null, last: null, failure: null };

/** As a failure, so that it is seen, and mended by the next backup. */
const UNREADABLE: BackupStatus = {
  ...NOTHING,
  failure: { at: "1970-01-01T00:00:00Z", reason: "backup-status.json can't be read." },
};

/** What is known now; never rejects for what stands in the file. */
export async function readBackupStatus(dataDir: string): Promise<BackupStatus> {
  const text = await readFile(fileOf(dataDir), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  return text === null ? NOTHING : (parsed(text) ?? UNREADABLE);
}

function parsed(text: string): BackupStatus | null {
  try {
    return BackupStatus.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Changes what is said and keeps the rest. Readers see the old one or the new one, never a half. */
export async function noteBackup(dataDir: string, change: Partial<BackupStatus>): Promise<void> {
  const unfinished = `${fileOf(dataDir)}.${process.pid}.part`;
  const status: BackupStatus = { ...(await readBackupStatus(dataDir)), ...change };
  await writeFile(unfinished, JSON.stringify(status), { mode: 0o600 });
  await rename(unfinished, fileOf(dataDir));
}

function fileOf(dataDir: string): string {
  return join(dataDir, "backup-status.json");
}
