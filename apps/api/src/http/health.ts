import type { Request, Response } from "express";
import { clockSkewMs, MOST_SKEW_MS } from "../clock-skew.ts";
import { unappliedMigrations } from "@working-social/db";
import { readBackupStatus } from "../backup-status.ts";
import { viewBackups } from "../backups.ts";
import type { Services } from "../services.ts";

const PATIENCE_MS = 2_000;
const HOUR_MS = 3_600_000;

/** The process answers: nothing else is asked, so that a slow database never gets a server killed. */
export function healthz(_req: Request, res: Response): void {
  res.setHeader("Cache-Control", "no-store").json({ ok: true });
}

/** Ready for traffic, or 503 with the names of what is missing. */
export function readyz(services: Services, isStopping: () => boolean) {
  let isMigrated = false; // migrations are never taken back, so a yes is asked for once
  const checks: Record<string, () => Promise<boolean>> = {
    database: async () => (await services.db.pool.query("SELECT 1")).rowCount === 1,
    clock: async () => (await clockSkewMs(services)) <= MOST_SKEW_MS,
    migrations: async () => (isMigrated ||= await hasAllMigrations(services)),
    jobs: () => services.jobs.isReady(),
    live: async () => services.live.isListening,
    running: async () => !isStopping(),
  };
  return async (_req: Request, res: Response): Promise<void> => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => ({ name, isFine: await inTime(check) })),
    );
    const failing = results.filter(({ isFine }) => !isFine).map(({ name }) => name);
    res.status(failing.length === 0 ? 200 : 503).setHeader("Cache-Control", "no-store");
    const backup = await backupTrouble(services);
    res.json({ ok: failing.length === 0, ...(failing.length === 0 ? {} : { failing }), ...(backup ? { backup } : {}) });
  };
}

/** Null while the backups are as they should be. A server without one is as able to answer as any other: it stays ready. */
async function backupTrouble({ env, clock }: Services): Promise<{ state: string; ageHours: number | null } | null> {
  const { state, lastAt } = viewBackups(await readBackupStatus(env.dataDir), clock.now());
  if (state !== "failed" && state !== "late") return null;
  return { state, ageHours: lastAt === null ? null : Math.floor((clock.now() - Date.parse(lastAt)) / HOUR_MS) };
}

async function hasAllMigrations({ db }: Services): Promise<boolean> {
  const { rows } = await db.pool.query<{ name: string }>("SELECT name FROM applied_migrations()");
  return (await unappliedMigrations(rows.map(({ name }) => name))).length === 0;
}

async function inTime(check: () => Promise<boolean>): Promise<boolean> {
  const tooLate = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS).unref());
  return Promise.race([check().catch(() => false), tooLate]);
}
