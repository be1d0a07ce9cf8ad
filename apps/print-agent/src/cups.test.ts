import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assignUnknownUser, listPrintJobs, unknownPrintUsers } from "@working-social/copier";
import { pageLogReader, readPrintLog, RECOMMENDED_PAGE_LOG_FORMAT } from "@working-social/copier/rules";
import type { Copier } from "@working-social/copier/testing";
import { aCopier } from "@working-social/copier/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { Agent } from "./agent.ts";
import { Config } from "./config.ts";
import { aCups, installCups } from "./testing/a-cups.ts";
import type { Cups } from "./testing/a-cups.ts";
import type { AnsweringServer } from "./testing/an-answering-server.ts";
import { anAnsweringServer } from "./testing/an-answering-server.ts";

// A real scheduler prints into nothing, a real agent follows its page_log, the real answers go to a real database.
const whyNot = await installCups();
if (whyNot !== null) process.stderr.write(`SKIPPED: printing through a real CUPS, because ${whyNot}.\n`);

const FORMATS = {
  "the recommended format": RECOMMENDED_PAGE_LOG_FORMAT,
  "a format with impressions, and fields between bars":
    "%p|%j|%u|%T|%P|%C|%{job-impressions-completed}|%{print-color-mode}|%{sides}|%{media}|%{job-name}",
};

describe.skipIf(whyNot !== null).each(Object.entries(FORMATS))("a real CUPS, %s", (_name, pageLogFormat) => {
  let database: TestDatabase;
  let copier: Copier;
  let cups: Cups;
  let server: AnsweringServer;
  beforeAll(async () => {
    [database, cups] = await Promise.all([createTestDatabase(), aCups(pageLogFormat)]);
    copier = await aCopier(database);
    server = await anAnsweringServer(database);
  }, 300_000);
  afterAll(async () => {
    await Promise.all([server.close(), cups.close(), database.close()]);
  });

  const agent = () => {
    const config = Config.parse({
      server: server.url,
      tokenFile: "-",
      log: cups.pageLog,
      format: { kind: "cups", pageLogFormat },
      stateFile: join(server.folder, "state.json"),
      startAt: "beginning",
      quietSeconds: 0,
    });
    return Agent.open(config, copier.token, {
      now: () => Date.now(),
      log: (message) => process.stderr.write(`${message}\n`),
    });
  };
  const logged = (lines: number) =>
    expect
      .poll(async () => (await readFile(cups.pageLog, "utf8").catch(() => "")).split("\n").length - 1, {
        timeout: 20_000,
      })
      .toBe(lines);
  const jobs = async () => (await listPrintJobs(copier.ana, { personId: null, cursor: null })).jobs.toReversed();

  test("what it printed is counted, assigned and paid, once, also after its ids began again", async () => {
    await copier.give({ personId: copier.anaId }, "mono_pages", 7);
    await cups.print({
      user: "ana",
      title: "Plan, final ü 100% (2)",
      copies: 2,
      sides: "two-sided-long-edge",
      pages: 3,
    });
    await logged(1);
    // The log knows whole seconds: a line of this very second may still be one of several of its job.
    const cycle = async () => (await agent()).cycle();
    const told = (count: number) =>
      expect.poll(async () => cycle().then(async () => (await jobs()).length), { timeout: 20_000 }).toBe(count);
    await expect
      .poll(async () => cycle().then(async () => (await unknownPrintUsers(copier.desk)).length), { timeout: 20_000 })
      .toBe(1);
    expect(await unknownPrintUsers(copier.desk)).toMatchObject([{ userKey: "ana", jobCount: 1, sides: 6 }]);
    await assignUnknownUser(copier.desk, { userKey: "ana", personId: copier.anaId });
    await cups.restartWithEmptySpool();
    await cups.print({ user: "ana", title: "Plan, final ü 100% (2)", pages: 2 });
    await logged(2);
    await told(2);
    await cycle();
    expect(
      (await jobs()).map(({ sides, title, isDuplex, paperSize, status }) => [
        sides,
        title,
        isDuplex,
        paperSize,
        status,
      ]),
    ).toEqual([
      [6, "Plan, final ü 100% (2)", true, "A4", "settled"],
      [2, "Plan, final ü 100% (2)", false, "A4", "settled"],
    ]);
    const { records } = await readPrintLog(pageLogReader(pageLogFormat), [await readFile(cups.pageLog)]);
    expect(records.map(({ jobId }) => jobId)).toEqual(["1", "1"]);
    expect(await copier.books()).toEqual({ used: 7, held: 0, openMinor: 10 });
  }, 120_000);
});
