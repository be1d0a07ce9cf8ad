import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { listPrintJobs, waitingJobs } from "@working-social/copier";
import type { DeviceAnswer, WaitingJobView } from "@working-social/copier";
import { RECOMMENDED_PAGE_LOG_FORMAT } from "@working-social/copier/rules";
import type { Copier } from "@working-social/copier/testing";
import { aCopier } from "@working-social/copier/testing";
import type { Context } from "@working-social/db";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { systemClock } from "@working-social/kernel";
import { Agent } from "../agent.ts";
import { Config } from "../config.ts";
import type { Cups } from "./a-cups.ts";
import { aCups } from "./a-cups.ts";
import type { AnsweringServer } from "./an-answering-server.ts";
import { anAnsweringServer } from "./an-answering-server.ts";

export const OPERATING = join(import.meta.dirname, "../../../../docs/operating.md");

/** A real CUPS that holds jobs with the policy that Debian gives it, the real answers, and a space with Ana in it. */
export interface HeldQueue {
  database: TestDatabase;
  cups: Cups;
  server: AnsweringServer;
  copier: Copier;
  /** Of the device; a test may give the agent another. */
  token: string;
  /** What agents said. */
  said: string[];
  /** An empty queue, another space, and an agent that remembers nothing. */
  begin(): Promise<void>;
  settings(more?: Partial<Config>): Record<string, unknown>;
  open(more?: Partial<Config>): Promise<Agent>;
  /** An agent that starts, looks once and ends: what works by turns works across restarts. */
  turn(more?: Partial<Config>): Promise<void>;
  /** Ana, by the clock that CUPS has. */
  ana(): Context;
  waiting(): Promise<WaitingJobView[]>;
  /** [title, status, sides] of Ana's jobs, the newest first. */
  jobs(): Promise<[string | null, string, number][]>;
  /** Turns until so many of Ana's jobs are settled. */
  settled(count: number): Promise<void>;
  /** How many jobs the agent is still told to release or remove. */
  orders(): Promise<number>;
  /** The number of the newest job that is not over. */
  lastId(): Promise<string | undefined>;
  /** How many lines the page log has of a title. */
  logged(title: string): Promise<number>;
  close(): Promise<void>;
}

export async function aHeldQueue(): Promise<HeldQueue> {
  const [database, cups] = await Promise.all([createTestDatabase(), aCups(RECOMMENDED_PAGE_LOG_FORMAT)]);
  // The queue is set up to the letter of what print servers are told.
  for (const [, line = ""] of (await readFile(OPERATING, "utf8")).matchAll(/^ +lpadmin (.+)$/gm))
    await cups.run("lpadmin", ...line.split(" "));
  const [server, copier] = [await anAnsweringServer(database), await aCopier(database)];
  const stateFile = join(server.folder, "state.json");
  const queue: HeldQueue = {
    database,
    cups,
    server,
    copier,
    token: copier.token,
    said: [],
    begin: async () => {
      await cups.run("cancel", "-a", "-x");
      await rm(stateFile, { force: true });
      server.network = "fine";
      queue.copier = await aCopier(database);
      queue.token = queue.copier.token;
      queue.said = [];
    },
    settings: (more = {}) => ({
      server: server.url,
      tokenFile: join(server.folder, "token"),
      log: cups.pageLog,
      format: { kind: "cups", pageLogFormat: RECOMMENDED_PAGE_LOG_FORMAT },
      stateFile,
      quietSeconds: 0,
      queue: { cups: cups.socket },
      ...more,
    }),
    open: (more) => {
      const around = { now: () => Date.now(), log: (message: string) => queue.said.push(message) };
      return Agent.open(Config.parse(queue.settings(more)), queue.token, around);
    },
    turn: async (more) => (await queue.open(more)).cycle(),
    ana: () => ({ ...queue.copier.ana, clock: systemClock }),
    waiting: async () => (await waitingJobs(queue.ana())).jobs,
    jobs: async () => {
      const { jobs } = await listPrintJobs(queue.ana(), { personId: null, cursor: null });
      return jobs.map(({ title, status, sides }) => [title, status, sides]);
    },
    settled: async (count) => {
      const look = async () => {
        await queue.turn();
        return (await queue.jobs()).filter(([, status]) => status === "settled").length;
      };
      await expect.poll(look, { timeout: 20_000 }).toBe(count);
    },
    orders: async () => {
      const { body } = await server.ask("jobs", queue.token, { events: [] });
      const { releases, removals } = body as DeviceAnswer;
      return releases.length + removals.length;
    },
    lastId: async () => /Copier-(\d+) /.exec((await cups.open()).at(-1) ?? "")?.[1],
    logged: async (title) =>
      (await readFile(cups.pageLog, "utf8").catch(() => "")).split("\n").filter((line) => line.includes(` ${title} `))
        .length,
    close: async () => {
      await Promise.all([server.close(), cups.close(), database.close()]);
    },
  };
  return queue;
}
