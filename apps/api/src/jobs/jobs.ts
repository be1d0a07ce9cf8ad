import type { Db, Job, JobResult } from "pg-boss";
import { PgBoss } from "pg-boss";
import { applyContractsEverywhere, continueRunsEverywhere, recogniseRevenueEverywhere } from "@working-social/billing";
import { lookAfterRequests } from "@working-social/booking";
import { openPeriodsEverywhere } from "@working-social/charges";
import { expirePrintJobs } from "@working-social/copier";
import type { Database, Pooler, Sql } from "@working-social/db";
import { JOBS_SCHEMA, ownConnections } from "@working-social/db";
import type { Clock } from "@working-social/kernel";
import type { Mailer } from "@working-social/notify";
import { SEND_MAIL, sendQueuedMail } from "@working-social/notify";
import { z } from "zod";
import { whenClockIsRight } from "../clock-skew.ts";
import type { Log } from "../log.ts";
import type { Jobs } from "../services.ts";
import { publishAccountChanges } from "../reactions/account-changes.ts";
import { REACT } from "../reactions/react.ts";
import type { Means } from "../reactions/reaction.ts";
import { REACTIONS } from "../reactions/reactions.ts";
import { runReaction } from "../reactions/run-reaction.ts";
import { CONTINUE_RUNS } from "./names.ts";
import { expireHoldsEverywhere } from "./expire-holds.ts";
import {
  APPLY_CONTRACTS,
  EXPIRE_HOLDS,
  EXPIRE_PRINT_JOBS,
  LOOK_AFTER_REQUESTS,
  OPEN_PERIODS,
  PUBLISH_ACCOUNT_CHANGES,
  QUEUES,
  RECOGNISE_REVENUE,
  TIDY_UP,
} from "./queues.ts";
import { tidyUp } from "./tidy-up.ts";

/** For so long a second job with the same key is not added. */
const ONCE_SECONDS = 3_600;

/**
 * What somebody waits for: a few at a time, the next few at once while there are more, told of by NOTIFY, and looked for each
 * second where that is lost.
 */
const AT_ONCE = {
  batchSize: 4,
  burstWhenBatchFull: true,
  perJobResults: true,
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 3,
} as const;

/** What jobs work with. */
export interface JobDependencies {
  db: Database;
  clock: Clock;
  mailer: Mailer;
  log: Log;
  means: Means;
}

export interface JobsOptions {
  databaseUrl: string;
  pooler: Pooler;
  log: Log;
  /** Whether this process works on jobs, or only adds them. */
  works: boolean;
}

/** pg-boss as the app's role: it never changes its own tables. Nothing runs before `start`. */
export function openJobs({ databaseUrl, pooler, log, works }: JobsOptions): Jobs {
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
  return {
    async start(dependencies) {
      await boss.start();
      await makeQueues(boss);
      if (works) await startWorkers(boss, dependencies);
    },
    async enqueue(tx, { name, data, key }) {
      const id = await boss.send(name, data, {
        db: bossIn(tx),
        ...(key === undefined ? {} : { singletonKey: key, singletonSeconds: ONCE_SECONDS }),
      });
      return id !== null;
    },
    async retryFailed(organizationId) {
      let retried = 0;
      for (const name of [SEND_MAIL, REACT])
        retried += await boss.redrive(`${name}.failed`, { data: { organizationId }, destination: name });
      return retried;
    },
    async isReady() {
      return (await boss.getQueue(SEND_MAIL)) !== null;
    },
    stop: () => boss.stop({ graceful: true, timeout: 8_000 }),
  };
}

/** What pg-boss does becomes part of a transaction of ours. */
function bossIn(tx: Sql): Db {
  return { executeSql: async (text: string, values?: unknown[]) => ({ rows: await tx.query(text, values) }) };
}

/** Safe to repeat, and from several processes at once; the policy of a queue stays as it was made. */
async function makeQueues(boss: PgBoss): Promise<void> {
  for (const queue of QUEUES) await boss.createQueue(queue.name, queue);
  for (const { name, policy: _fixed, ...options } of QUEUES) await boss.updateQueue(name, options);
}

/** Handlers are idempotent: a job may run twice. */
async function startWorkers(boss: PgBoss, dependencies: JobDependencies): Promise<void> {
  const { db, clock, mailer, log, means } = dependencies;
  await workAtOnce(boss, log, SEND_MAIL, (job) => sendQueuedMail(db, mailer, job.data));
  await workAtOnce(boss, log, REACT, (job) =>
    runReaction({ db, clock, reactions: REACTIONS, means }, job.data, endOf(boss, job)),
  );
  const byTheClock: Record<string, () => Promise<unknown>> = {
    [EXPIRE_HOLDS]: () => expireHoldsEverywhere(db, clock),
    [LOOK_AFTER_REQUESTS]: () => lookAfterRequests({ db, clock }),
    [EXPIRE_PRINT_JOBS]: () => expirePrintJobs(db, clock),
    [OPEN_PERIODS]: () => openPeriodsEverywhere({ db, clock }),
    [PUBLISH_ACCOUNT_CHANGES]: () => publishAccountChanges({ db, clock, mailer, publicUrl: means.publicUrl }),
    [APPLY_CONTRACTS]: () => applyContractsEverywhere({ db, clock }),
    [CONTINUE_RUNS]: () =>
      continueRunsEverywhere({ db, clock }, (err, accountId) =>
        log.error({ err, accountId }, "an account was held back"),
      ),
    [RECOGNISE_REVENUE]: () => recogniseRevenueEverywhere({ db, clock }),
    [TIDY_UP]: () => tidyUp(db, clock),
  };
  for (const [name, work] of Object.entries(byTheClock)) {
    await boss.work(name, async ([job]) => {
      if (!job || (await isDone(log, job, () => whenClockIsRight({ db, clock, log }, work)))) return;
      throw new Error(seeLog(job));
    });
  }
  await boss.schedule(EXPIRE_HOLDS, "* * * * *");
  await boss.schedule(LOOK_AFTER_REQUESTS, "* * * * *");
  await boss.schedule(EXPIRE_PRINT_JOBS, "*/5 * * * *");
  await boss.schedule(OPEN_PERIODS, "*/5 * * * *");
  await boss.schedule(PUBLISH_ACCOUNT_CHANGES, "* * * * *");
  await boss.schedule(APPLY_CONTRACTS, "*/5 * * * *");
  await boss.schedule(CONTINUE_RUNS, "* * * * *");
  await boss.schedule(RECOGNISE_REVENUE, "7 * * * *");
  await boss.schedule(TIDY_UP, "17 * * * *");
}

/** How many jobs pg-boss has ended; its own type says nothing. */
const Ended = z.object({ affected: z.number() });

/** Ends a job in the transaction of its work. Rejects when it is somebody else's by now: then nothing of the work may stay. */
export function endOf(boss: PgBoss, job: Job<unknown>): (tx: Sql) => Promise<void> {
  return async (tx) => {
    const ended = Ended.parse(await boss.complete(job.name, job, null, { db: bossIn(tx) }));
    if (ended.affected !== 1) throw new Error(`Job ${job.id} was taken over.`);
  };
}

/** Each job by itself: one in trouble fails no other. */
async function workAtOnce(boss: PgBoss, log: Log, queue: string, run: (job: Job<unknown>) => Promise<void>) {
  await boss.work<unknown, JobResult[], typeof AT_ONCE>(queue, AT_ONCE, (jobs) =>
    Promise.all(
      jobs.map(async (job): Promise<JobResult> => {
        const { id } = job;
        return (await isDone(log, job, () => run(job)))
          ? { id, status: "completed" }
          : { id, status: "failed", output: { message: seeLog(job) } };
      }),
    ),
  );
}

/**
 * A failure is logged with the job's id: pg-boss counts the try. Never the data, and to pg-boss not even the error, which
 * it keeps beside the job for all organizations: a mail server's words hold addresses.
 */
async function isDone(log: Log, job: Job<unknown>, work: () => Promise<unknown>): Promise<boolean> {
  const facts = { job: job.name, jobId: job.id };
  try {
    await work();
    log.debug(facts, "job done");
    return true;
  } catch (error) {
    log.error({ ...facts, err: error }, "job failed");
    return false;
  }
}

const seeLog = ({ id }: Job<unknown>) => `See the log for job ${id}.`;
