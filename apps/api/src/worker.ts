import { openDatabase, proveDatabase } from "@working-social/db";
import { systemClock } from "@working-social/kernel";
import { openMailbox, smtpMailer } from "@working-social/notify";
import { readEnv } from "./env.ts";
import { explain } from "./explain.ts";
import { startJobs } from "./jobs/jobs.ts";
import { openLog } from "./log.ts";
import { stopOnSignals } from "./stop-on-signals.ts";

/** Only the jobs: for servers that run with WORKER=separate. */
try {
  const env = await readEnv(process.env);
  const log = openLog(env);
  const db = openDatabase(env.databaseUrl, {
    maxConnections: 5,
    pooler: env.pooler,
    onIdleError: (error) => log.warn({ reason: error.message }, "a database connection broke"),
  });
  await proveDatabase(db, env.pooler);
  const mailer =
    env.smtpUrl === null ? openMailbox(env.mailboxDir, systemClock) : smtpMailer(env.smtpUrl, env.mailFrom);
  const jobs = await startJobs({ ...env, db, clock: systemClock, mailer, log, works: true });
  stopOnSignals(async () => {
    await jobs.stop();
    mailer.close();
    await db.close();
  });
  log.info("working on jobs");
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
