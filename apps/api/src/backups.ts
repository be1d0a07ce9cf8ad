import type { EpochMs } from "@working-social/kernel";
import type { BackupStatus } from "./backup-status.ts";
import { readBackupStatus } from "./backup-status.ts";
import type { RequestContext } from "./trpc/context.ts";

/** A day, and half of one for a machine that slept or a backup that had to be tried again. */
const LATE_AFTER_MS = 36 * 3_600_000;

export interface BackupView {
  /** `off`: none is made by itself here. `due`: the first one has not been made yet. */
  readonly state: "off" | "due" | "fresh" | "late" | "failed";
  /** Everything up to then is saved; an ISO instant. */
  readonly lastAt: string | null;
  readonly lastBytes: number | null;
}

/** What the backups of an installation are worth at a moment. */
export function viewBackups({ dailySince, last, failure }: BackupStatus, now: EpochMs): BackupView {
  const known = { lastAt: last?.at ?? null, lastBytes: last?.bytes ?? null };
  if (failure) return { state: "failed", ...known };
  if (dailySince === null) return { state: "off", ...known };
  const age = now - Math.max(Date.parse(dailySince), Date.parse(last?.at ?? dailySince));
  const isLate = Math.abs(age) > LATE_AFTER_MS; // one of the future comes from a clock that was ahead: nobody knows its age
  if (isLate) return { state: "late", ...known };
  return { state: last ? "fresh" : "due", ...known };
}

/** For managers: when everything was last saved, and whether that is as it should be. */
export async function loadBackups({ services }: RequestContext): Promise<BackupView> {
  return viewBackups(await readBackupStatus(services.env.dataDir), services.clock.now());
}
loadBackups.needs = ["manageSpace"] as const;
