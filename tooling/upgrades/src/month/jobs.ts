import { setTimeout as sleep } from "node:timers/promises";
import { serveDatabase } from "@working-social/api/testing/serve-database";
import { openPeriodsEverywhere } from "@working-social/charges";
import { expireHolds, lookAfterRequests } from "@working-social/booking";
import { expirePrintJobs } from "@working-social/copier";
import type { Connection } from "../tables.ts";
import type { House } from "./house.ts";
import type { Step } from "./timeline.ts";
import { on } from "./timeline.ts";

/** What runs by the clock on every server, here twice a day; and, once, a worker that sends mails. */
export const JOBS: readonly Step[] = [
  ...Array.from({ length: 30 }, (_, day) => [
    on(day + 1, "00:06", "the night's jobs", byTheClock),
    on(day + 1, "08:05", "the morning's jobs", byTheClock),
  ]).flat(),
  on(25, "12:00", "the first mails go out", sendSomeMails),
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
  try {
    await untilMailsWereSent(database.owner, SOME);
  } finally {
    await worker.close();
  }
}

const SOME = 4;
const PATIENCE_MS = 30_000;
const EACH_MS = 100;

/** Waits until so many of the mails that wait now have gone out. */
export async function untilMailsWereSent(owner: Connection, count: number): Promise<void> {
  const waiting = async () => (await owner.query("SELECT FROM mails")).rowCount ?? 0;
  const before = await waiting();
  for (let waited = 0; waited < PATIENCE_MS; waited += EACH_MS) {
    if ((await waiting()) <= before - count) return;
    await sleep(EACH_MS);
  }
  throw new Error(`${before} mails wait, and the worker sent fewer than ${count}.`);
}
