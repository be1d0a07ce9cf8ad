import { setTimeout as sleep } from "node:timers/promises";
import { serveDatabase } from "@working-social/api/testing/serve-database";
import { openPeriodsEverywhere } from "@working-social/charges";
import { expireHolds, lookAfterRequests } from "@working-social/booking";
import { expirePrintJobs } from "@working-social/copier";
import type { Connection } from "../tables.ts";
import type { House } from "./house.ts";
import type { Step } from "./timeline.ts";
import { on } from "./timeline.ts";

/** What runs by the clock on every server, here twice a day; and two workers: one that sends mails, and one that can't. */
export const JOBS: readonly Step[] = [
  ...Array.from({ length: 30 }, (_, day) => [
    on(day + 1, "00:06", "the night's jobs", byTheClock),
    on(day + 1, "08:05", "the morning's jobs", byTheClock),
  ]).flat(),
  on(25, "12:00", "the first mails go out", sendSomeMails),
  on(29, "12:00", "the mail server is down", waitForTheMailServer),
];

/** Through the server's own connections: what follows from an event follows there. */
async function byTheClock({ served, clock }: House): Promise<void> {
  const { db } = served.server.services;
  await openPeriodsEverywhere({ db, clock });
  await expirePrintJobs(db, clock);
  await lookAfterRequests({ db, clock });
  await expireHolds({ db, clock });
}

/** By a second process's worker, as on a server with several nodes; what it does not get to waits in the fixture. */
async function sendSomeMails({ database, clock }: House): Promise<void> {
  const worker = await serveDatabase(database.appUrl, { runsJobs: true }, clock);
  await untilMailsWereSent(database.owner, SOME).finally(() => worker.close());
}

/** What follows from the last days' events follows, and its mails wait for their next try. */
async function waitForTheMailServer({ database, clock }: House): Promise<void> {
  const nobodyThere = { runsJobs: true, smtpUrl: "smtp://127.0.0.1:1" };
  const worker = await serveDatabase(database.appUrl, nobodyThere, clock);
  await untilReactionsRan(database.owner).finally(() => worker.close());
}

const SOME = 4;
const PATIENCE_MS = 30_000;
const EACH_MS = 100;

const SENT = "SELECT FROM jobs.job WHERE name = 'mail.send' AND state = 'completed'";
const TO_FOLLOW = "SELECT FROM jobs.job WHERE name = 'events.react' AND state <> 'completed'";

/** Waits until so many more mails have gone out. */
export async function untilMailsWereSent(owner: Connection, count: number): Promise<void> {
  const sent = async () => (await owner.query(SENT)).rowCount ?? 0;
  const before = await sent();
  await until(async () => (await sent()) >= before + count, `The worker sent fewer than ${count} mails.`);
}

/** Waits until what follows from every event so far has followed. */
export async function untilReactionsRan(owner: Connection): Promise<void> {
  await until(async () => (await owner.query(TO_FOLLOW)).rowCount === 0, "Reactions wait that the worker did not run.");
}

async function until(isSo: () => Promise<boolean>, otherwise: string): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += EACH_MS) {
    if (await isSo()) return;
    await sleep(EACH_MS);
  }
  throw new Error(otherwise);
}
