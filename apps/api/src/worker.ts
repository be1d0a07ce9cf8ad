import { openDatabase, proveDatabase } from "@working-social/db";
import { systemClock } from "@working-social/kernel";
import { openMailbox, smtpMailer } from "@working-social/notify";
import { readEnv } from "./env.ts";
import { explain } from "./explain.ts";
import { openJobs } from "./jobs/jobs.ts";
import { openLog } from "./log.ts";
import { reactTo } from "./reactions/react.ts";
import { REACTIONS } from "./reactions/reactions.ts";
import { stopOnSignals } from "./stop-on-signals.ts";

/** Only the jobs: for servers that run with WORKER=separate. */
try {
  const env = await readEnv(process.env);
  const log = openLog(env);
  const jobs = openJobs({ ...env, log, works: true });
  const db = openDatabase(env.databaseUrl, {
    maxConnections: 5,
    pooler: env.pooler,
    react: reactTo(REACTIONS, jobs),
    onIdleError: (error) => log.warn({ reason: error.message }, "a database connection broke"),
  });
  await proveDatabase(db, env.pooler);
  const mailer =
    env.smtpUrl === null ? openMailbox(env.mailboxDir, systemClock) : smtpMailer(env.smtpUrl, env.mailFrom);
  await jobs.start({ db, clock: systemClock, mailer, log, means: { jobs, publicUrl: env.publicUrl } });
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
