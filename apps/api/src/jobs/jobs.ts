import { PgBoss } from "pg-boss";
import type { Job } from "pg-boss";
import { openPeriodsEverywhere } from "@working-social/billing";
import type { TellOfBooking } from "@working-social/booking";
import { lookAfterRequests } from "@working-social/booking";
import { expirePrintJobs } from "@working-social/copier";
import type { Context, Database, Pooler } from "@working-social/db";
import { JOBS_SCHEMA, ownConnections } from "@working-social/db";
import type { Clock } from "@working-social/kernel";
import type { Mailer } from "@working-social/notify";
import { SEND_MAIL, sendQueuedMail } from "@working-social/notify";
import type { Log } from "../log.ts";
import { tellOfBooking } from "../mail/booking-news.ts";
import type { Jobs } from "../services.ts";
import { expireHoldsEverywhere } from "./expire-holds.ts";
import { whenClockIsRight } from "../clock-skew.ts";
import { EXPIRE_HOLDS, EXPIRE_PRINT_JOBS, LOOK_AFTER_REQUESTS, OPEN_PERIODS, QUEUES, TIDY_UP } from "./queues.ts";
import { tidyUp } from "./tidy-up.ts";

/** For so long a second job with the same key is not added. */
const ONCE_SECONDS = 3_600;

export interface JobDependencies {
  databaseUrl: string;
  pooler: Pooler;
  db: Context["db"] & Database;
  clock: Clock;
  mailer: Mailer;
  log: Log;
  /** Where the links of mails lead. */
  publicUrl: string;
  /** Whether this process works on jobs, or only adds them. */
  works: boolean;
}

/** pg-boss as the app's role: it never changes its own tables. Handlers are idempotent: a job may run twice. */
export async function startJobs(dependencies: JobDependencies): Promise<Jobs> {
  const { databaseUrl, pooler, log, publicUrl, works } = dependencies;
  const boss = new PgBoss({
    ...ownConnections(databaseUrl, "working_social_app", { pooler }),
    schema: JOBS_SCHEMA,
    max: works ? 4 : 2,
    migrate: false,
    createSchema: false,
    supervise: works,
    schedule: works,
    useListenNotify: works,
    reindex: false,
    monitorVacuum: false, // both need the owner
  });
  boss.on("error", (error) => log.warn({ reason: error.message }, "jobs"));
  boss.on("warning", (warning) => log.warn({ warning: warning.message }, "jobs"));
  await boss.start();
  await makeQueues(boss);
  const jobs: Jobs = {
    async enqueue(tx, { name, data, key }) {
      const executeSql = async (text: string, values?: unknown[]) => ({ rows: await tx.query(text, values) });
      const id = await boss.send(name, data, {
        db: { executeSql },
        ...(key === undefined ? {} : { singletonKey: key, singletonSeconds: ONCE_SECONDS }),
      });
      return id !== null;
    },
    async isReady() {
      return (await boss.getQueue(SEND_MAIL)) !== null;
    },
    stop: () => boss.stop({ graceful: true, timeout: 8_000 }),
  };
  if (works) await startWorkers(boss, { ...dependencies, tell: tellOfBooking(jobs, publicUrl) });
  return jobs;
}

/** Safe to repeat, and from several processes at once; the policy of a queue stays as it was made. */
async function makeQueues(boss: PgBoss): Promise<void> {
  for (const queue of QUEUES) await boss.createQueue(queue.name, queue);
  for (const { name, policy: _fixed, ...options } of QUEUES) await boss.updateQueue(name, options);
}

type WorkerDependencies = Pick<JobDependencies, "db" | "clock" | "mailer" | "log"> & { tell: TellOfBooking };

async function startWorkers(boss: PgBoss, { db, clock, mailer, log, tell }: WorkerDependencies): Promise<void> {
  await boss.work<unknown>(
    SEND_MAIL,
    { localConcurrency: 2, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 3 },
    async ([job]) => {
      if (job) await logged(log, job, () => sendQueuedMail(db, mailer, job.data));
    },
  );
  const byTheClock: Record<string, () => Promise<unknown>> = {
    [EXPIRE_HOLDS]: () => expireHoldsEverywhere(db, clock),
    [LOOK_AFTER_REQUESTS]: () => lookAfterRequests({ db, clock }, tell),
    [EXPIRE_PRINT_JOBS]: () => expirePrintJobs(db, clock),
    [OPEN_PERIODS]: () => openPeriodsEverywhere({ db, clock }),
    [TIDY_UP]: () => tidyUp(db, clock),
  };
  for (const [name, work] of Object.entries(byTheClock)) {
    await boss.work(name, async ([job]) => {
      if (job) await logged(log, job, () => whenClockIsRight({ db, clock, log }, work));
    });
  }
  await boss.schedule(EXPIRE_HOLDS, "* * * * *");
  await boss.schedule(LOOK_AFTER_REQUESTS, "* * * * *");
  await boss.schedule(EXPIRE_PRINT_JOBS, "*/5 * * * *");
  await boss.schedule(OPEN_PERIODS, "*/5 * * * *");
  await boss.schedule(TIDY_UP, "17 * * * *");
}

/**
 * A failure is logged with the job's id: pg-boss counts the try. Never the data, and to pg-boss not even the error, which
 * it keeps beside the job for all organizations: a mail server's words hold addresses.
 */
async function logged(log: Log, job: Job<unknown>, work: () => Promise<unknown>): Promise<void> {
  const facts = { job: job.name, jobId: job.id };
  const isDone = await work().then(
    () => true,
    (error: unknown) => {
      log.error({ ...facts, err: error }, "job failed");
      return false;
    },
  );
  if (!isDone) throw new Error(`See the log for job ${job.id}.`);
  log.debug(facts, "job done");
}
