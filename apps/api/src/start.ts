import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { offlineRegister, viesRegister } from "@working-social/billing";
import { openDatabase, proveDatabase } from "@working-social/db";
import type { Clock } from "@working-social/kernel";
import { expectDefined, systemClock } from "@working-social/kernel";
import { openMailbox, smtpMailer } from "@working-social/notify";
import { createApp } from "./app.ts";
import type { Connections } from "./connections.ts";
import { watchConnections } from "./connections.ts";
import type { Env } from "./env.ts";
import { openJobs } from "./jobs/jobs.ts";
import { openLive } from "./live.ts";
import { openLog } from "./log.ts";
import { publishAccountChanges } from "./reactions/account-changes.ts";
import { reactTo } from "./reactions/react.ts";
import { REACTIONS } from "./reactions/reactions.ts";
import type { Services } from "./services.ts";
import { sessionGate } from "./session.ts";
import { createAuth } from "./sign-in/auth.ts";
import { sharedLimits } from "./sign-in/limits.ts";
import { openStreams } from "./streams.ts";
import { requestLimits } from "./trpc/request-limits.ts";

const GRACE_MS = 10_000;

export interface RunningServer {
  readonly services: Services;
  /** Where it listens, with the port that it really has. */
  readonly url: string;
  readonly port: number;
  /**
   * Is not ready any more, for as long as proxies need to notice, and ends each connection with its next answer; then
   * accepts nothing, lets requests under way finish for up to 10 seconds, and closes everything else.
   */
  stop(): Promise<void>;
}

/** Starts the server, and the jobs unless they have a process of their own. Rejects when the port is taken. */
export async function startServer(env: Env, clock: Clock = systemClock): Promise<RunningServer> {
  const background = new Set<Promise<unknown>>();
  const services = await openServices(env, clock, background);
  let isStopping = false;
  const server = createServer(createApp(services, () => isStopping));
  // Longer than a proxy keeps its connections, so that it never sends a request into a closing one.
  const connections = watchConnections(server);
  server.keepAliveTimeout = 65_000;
  server.requestTimeout = 60_000;
  const port = await listen(server, env).catch(async (error: unknown) => {
    await closeServices(services, background);
    throw error;
  });
  const stop = async () => {
    isStopping = true;
    connections.endWithAnswers();
    await connections.untilGone(env.drainMs);
    await drain(server, connections, services);
    await closeServices(services, background);
    services.log.info("stopped");
  };
  let stopping: Promise<void> | null = null;
  return { services, port, url: `http://${env.host}:${port}`, stop: () => (stopping ??= stop()) };
}

async function openServices(env: Env, clock: Clock, background: Set<Promise<unknown>>): Promise<Services> {
  const log = openLog(env);
  const jobs = openJobs({ ...env, log, works: env.runsJobs });
  const db = openDatabase(env.databaseUrl, {
    maxConnections: env.maxConnections,
    pooler: env.pooler,
    react: reactTo(REACTIONS, jobs),
    onIdleError: (error) => log.warn({ reason: error.message }, "a database connection broke"),
  });
  await proveDatabase(db, env.pooler).catch((error: unknown) => db.close().then(() => Promise.reject(error)));
  const { smtpUrl, mailFrom } = env;
  const mailbox = smtpUrl === null ? openMailbox(env.mailboxDir, clock) : null;
  const mailer =
    mailbox ?? smtpMailer(expectDefined(smtpUrl, "There is neither a mailbox nor a mail server."), mailFrom);
  const limits = sharedLimits(db.signInPool, clock);
  const streams = openStreams(env.mostStreams);
  await jobs.start({ db, clock, mailer, log, means: { jobs, publicUrl: env.publicUrl } });
  // The change is made by then: what can't be published now is published by the clock.
  const publishChanges = () =>
    publishAccountChanges({ db, clock, mailer, publicUrl: env.publicUrl }).catch((error: unknown) =>
      log.error({ err: error }, "changes of accounts could not be published"),
    );
  const inBackground = (work: Promise<unknown>) => {
    const settled = work.catch((error: unknown) => log.error({ err: error }, "work in the background failed"));
    background.add(settled);
    void settled.finally(() => background.delete(settled));
  };
  return {
    env,
    clock,
    log,
    db,
    mailer,
    mailbox,
    auth: createAuth({ env, pool: db.signInPool, clock, mailer, publishChanges, limits, log, inBackground }),
    gate: sessionGate({ db, clock, secret: env.secret, publicUrl: env.publicUrl }),
    live: openLive(env, streams, log),
    streams,
    jobs,
    sharedLimits: limits,
    requestLimits: requestLimits(env.pointsPerMinute),
    vatRegister: env.vatCheck === "vies" ? viesRegister() : offlineRegister,
  };
}

function listen(server: Server, { port, host }: Env): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === "EADDRINUSE";
      reject(
        isTaken ? new Error(`Port ${port} of ${host} is taken. Stop what uses it, or set PORT to another one.`) : error,
      );
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/**
 * Streams of live updates end by breaking their connection: the browser then connects again by itself, to the next
 * server. Everything else gets its answer.
 */
async function drain(server: Server, connections: Connections, { live }: Services): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  await live.close();
  connections.closeIdle();
  const grace = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(grace);
}

async function closeServices({ live, jobs, mailer, db }: Services, background: Set<Promise<unknown>>): Promise<void> {
  await live.close();
  await Promise.allSettled(background);
  await jobs.stop();
  mailer.close();
  await db.close();
}
