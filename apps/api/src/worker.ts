import { openDatabase } from "@working-social/db";
import { systemClock } from "@working-social/kernel";
import { openMailbox, smtpMailer } from "@working-social/notify";
import { readEnv } from "./env.ts";
import { explain } from "./explain.ts";
import { installJobs } from "./jobs/install.ts";
import { startJobs } from "./jobs/jobs.ts";
import { openLog } from "./log.ts";
import { stopOnSignals } from "./stop-on-signals.ts";

/** Only the jobs: for servers that run with WORKER=separate. */
try {
  const env = await readEnv(process.env);
  const log = openLog(env);
  await installJobs(env.databaseUrl);
  const db = openDatabase(env.databaseUrl, {
    maxConnections: 5,
    onIdleError: (error) => log.warn({ reason: error.message }, "a database connection broke"),
  });
  const mailer =
    env.smtpUrl === null ? openMailbox(env.mailboxDir, systemClock) : smtpMailer(env.smtpUrl, env.mailFrom);
  const jobs = await startJobs({ databaseUrl: env.databaseUrl, db, clock: systemClock, mailer, log, works: true });
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
