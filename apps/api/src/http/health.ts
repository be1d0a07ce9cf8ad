import type { Request, Response } from "express";
import { unappliedMigrations } from "@working-social/db";
import type { Services } from "../services.ts";

const PATIENCE_MS = 2_000;

/** The process answers: nothing else is asked, so that a slow database never gets a server killed. */
export function healthz(_req: Request, res: Response): void {
  res.setHeader("Cache-Control", "no-store").json({ ok: true });
}

/** Ready for traffic, or 503 with the names of what is missing. */
export function readyz(services: Services, isStopping: () => boolean) {
  let isMigrated = false; // migrations are never taken back, so a yes is asked for once
  const checks: Record<string, () => Promise<boolean>> = {
    database: async () => (await services.db.pool.query("SELECT 1")).rowCount === 1,
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
    res.json(failing.length === 0 ? { ok: true } : { ok: false, failing });
  };
}

async function hasAllMigrations({ db }: Services): Promise<boolean> {
  const { rows } = await db.pool.query<{ name: string }>("SELECT name FROM applied_migrations()");
  return (await unappliedMigrations(rows.map(({ name }) => name))).length === 0;
}

async function inTime(check: () => Promise<boolean>): Promise<boolean> {
  const tooLate = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS).unref());
  return Promise.race([check().catch(() => false), tooLate]);
}
