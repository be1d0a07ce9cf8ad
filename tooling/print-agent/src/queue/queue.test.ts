import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { WaitingJobs } from "@working-social/copier";
import {
  assignUnknownUser,
  cancelPrintJob,
  createPrintDevice,
  expirePrintJobs,
  listPrintJobs,
  makePrintPin,
  releaseJob,
  replacePrintToken,
  revokePrintDevice,
  waitingJobs,
} from "@working-social/copier";
import { USUAL_PAGE_LOG_FORMAT } from "@working-social/copier/rules";
import type { Copier } from "@working-social/copier/testing";
import { aCopier } from "@working-social/copier/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { checkInvariants } from "@working-social/invariants";
import { fixedClock, formatInstant, systemClock } from "@working-social/kernel";
import { Agent, TokenRevokedError } from "../agent.ts";
import { Config } from "../config.ts";
import type { Cups } from "../testing/a-cups.ts";
import { aCups, installCups } from "../testing/a-cups.ts";
import type { AnsweringServer } from "../testing/an-answering-server.ts";
import { anAnsweringServer } from "../testing/an-answering-server.ts";

// A real CUPS holds jobs with the policy that Debian gives it, a real agent watches it over its socket, the real answers go to a
// real database. Each `turn` is an agent that starts, looks once and ends: whatever works here works across restarts.
const whyNot = await installCups();
if (whyNot !== null) process.stderr.write(`SKIPPED: releasing through a real CUPS, because ${whyNot}.\n`);

const OPERATING = join(import.meta.dirname, "../../../../docs/operating.md");
const ANA = "ana@example.test";

describe.skipIf(whyNot !== null)("jobs that CUPS holds for their owners", () => {
  let database: TestDatabase;
  let cups: Cups;
  let server: AnsweringServer;
  let copier: Copier;
  let token: string;
  let said: string[];
  beforeAll(async () => {
    [database, cups] = await Promise.all([createTestDatabase(), aCups(USUAL_PAGE_LOG_FORMAT)]);
    server = await anAnsweringServer(database);
    // The queue is set up to the letter of what print servers are told.
    for (const [, line = ""] of (await readFile(OPERATING, "utf8")).matchAll(/^ +lpadmin (.+)$/gm))
      await cups.run("lpadmin", ...line.split(" "));
  }, 300_000);
  afterAll(async () => {
    await Promise.all([server.close(), cups.close(), database.close()]);
  });
  // Each test begins with an empty queue, another space, and an agent that remembers nothing.
  beforeEach(async () => {
    await cups.run("cancel", "-a", "-x");
    copier = await aCopier(database);
    token = copier.token;
    said = [];
    server.network = "fine";
    await rm(join(server.folder, "state.json"), { force: true });
  });

  const open = (settings: Partial<Config> = {}) => {
    const config = Config.parse({
      server: server.url,
      tokenFile: "-",
      log: cups.pageLog,
      format: { kind: "cups", pageLogFormat: USUAL_PAGE_LOG_FORMAT },
      stateFile: join(server.folder, "state.json"),
      quietSeconds: 0,
      queue: { cups: cups.socket },
      ...settings,
    });
    return Agent.open(config, token, { now: () => Date.now(), log: (message) => said.push(message) });
  };
  const turn = async (settings?: Partial<Config>) => (await open(settings)).cycle();
  const ana = () => ({ ...copier.ana, clock: systemClock });
  const waiting = async () => (await waitingJobs(ana())).jobs;
  const jobs = async () =>
    (await listPrintJobs(ana(), { personId: null, cursor: null })).jobs.map(({ title, status, sides }) => [
      title,
      status,
      sides,
    ]);
  const until = (settled: number, settings?: Partial<Config>) =>
    expect
      .poll(
        async () => {
          await turn(settings);
          return (await jobs()).filter(([, status]) => status === "settled").length;
        },
        { timeout: 20_000 },
      )
      .toBe(settled);

  test("held, told once, shown with its price, released by PIN at the kiosk, printed, settled once", async () => {
    await copier.give({ personId: copier.anaId }, "mono_pages", 10);
    await turn();
    await cups.print({ user: ANA, title: "Plan ü", pages: 3, copies: 2, sides: "two-sided-long-edge" });
    await turn();
    await turn();
    const secret = await makePrintPin(copier.ana);
    const shown = await server.ask("waiting", copier.kiosk.token, { secret });
    const [job, ...others] = (shown.body as WaitingJobs).jobs;
    expect([job, others]).toMatchObject([
      {
        title: "Plan ü",
        sides: 6,
        sheets: 4,
        credits: 6,
        moneyMinor: 0,
        balanceBefore: 10,
        balanceAfter: 4,
        status: "held",
      },
      [],
    ]);
    expect(await cups.open()).toEqual([`Copier-${await lastId()} ${ANA}`]);
    const release = { secret, jobId: job?.id, expectedMoneyMinor: 0 };
    expect(await server.ask("release", copier.kiosk.token, release)).toMatchObject({ status: 200 });
    await until(1);
    await turn();
    expect(await cups.open()).toEqual([]);
    expect(await jobs()).toEqual([["Plan ü", "settled", 6]]);
    expect(await copier.books()).toEqual({ used: 6, held: 0, openMinor: 0 });
    expect(await logged("Plan ü")).toBe(1);
  }, 60_000);

  test("lost network: what was held meanwhile is told, and what was released prints, when it is back; nothing twice", async () => {
    await turn();
    await cups.print({ user: ANA, title: "Lost 1", pages: 1 });
    server.network = "mute";
    await turn();
    expect(await jobs()).toEqual([["Lost 1", "held", 1]]);
    server.network = "deaf";
    await cups.print({ user: ANA, title: "Lost 2", pages: 2 });
    await turn();
    server.network = "fine";
    await turn();
    const told = await waiting();
    expect(told.map(({ title }) => title)).toEqual(["Lost 1", "Lost 2"]);
    for (const { id, moneyMinor } of told) await releaseJob(ana(), { jobId: id, expectedMoneyMinor: moneyMinor });
    server.network = "deaf";
    await turn();
    expect(await cups.open()).toHaveLength(2);
    server.network = "mute"; // The orders are lost on their way.
    await turn();
    expect(await cups.open()).toHaveLength(2);
    server.network = "fine";
    await turn();
    await expect.poll(() => cups.open(), { timeout: 20_000 }).toEqual([]);
    server.network = "mute"; // The reports arrive, and nobody knows.
    await expect
      .poll(async () => turn().then(async () => (await jobs()).filter(([, status]) => status === "settled").length), {
        timeout: 20_000,
      })
      .toBe(2);
    server.network = "fine";
    await turn();
    await turn();
    expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 30 });
    expect([await logged("Lost 1"), await logged("Lost 2")]).toEqual([1, 1]);
  }, 60_000);

  test("given up in the portal, or fetched by nobody: taken out of the queue, also by an agent that was away", async () => {
    await turn();
    await cups.print({ user: ANA, title: "Given up", pages: 1 });
    await cups.print({ user: ANA, title: "Never fetched", pages: 1 });
    await turn();
    const [first, second] = await waiting();
    await cancelPrintJob(ana(), { jobId: first?.id ?? "" });
    expect(second).toMatchObject({ title: "Never fetched" });
    expect(await expirePrintJobs(database.db, fixedClock(formatInstant(Date.now() + 25 * 3_600_000)))).toBeGreaterThan(
      0,
    );
    server.network = "deaf";
    await turn();
    expect(await cups.open()).toHaveLength(2);
    server.network = "fine";
    await turn();
    expect(await cups.open()).toEqual([]);
    expect(await ordersOf()).toBe(2);
    await turn();
    await turn();
    expect(await ordersOf()).toBe(0);
    expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 0 });
    expect(await logged("Given up")).toBe(0);
  }, 60_000);

  test("lprm takes a job away: cancelled, its pages are free, and a release comes too late", async () => {
    await copier.give({ personId: copier.anaId }, "mono_pages", 10);
    await turn();
    await cups.print({ user: ANA, title: "Removed", pages: 4 });
    await turn();
    const [job] = await waiting();
    expect(await copier.books()).toMatchObject({ held: 4 });
    await cups.run("cancel", `Copier-${await lastId()}`);
    await releaseJob(ana(), { jobId: job?.id ?? "", expectedMoneyMinor: 0 });
    await turn();
    expect(await jobs()).toEqual([["Removed", "cancelled", 4]]);
    expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 0 });
    await turn();
    expect(await ordersOf()).toBe(0);
  }, 60_000);

  test("a number that is used again is another job: the old one is cancelled, the new one waits, each is paid for itself", async () => {
    await cups.restartWithEmptySpool();
    await turn();
    await cups.print({ user: ANA, title: "Number one", pages: 1 });
    await turn();
    await cups.restartWithEmptySpool();
    await cups.print({ user: ANA, title: "Number one again", pages: 2 });
    expect(await lastId()).toBe("1");
    await turn();
    expect((await jobs()).toSorted()).toEqual(
      [
        ["Number one again", "held", 2],
        ["Number one", "cancelled", 1],
      ].toSorted(),
    );
    const [job] = await waiting();
    await releaseJob(ana(), { jobId: job?.id ?? "", expectedMoneyMinor: 20 });
    await until(1);
    // The third of this number was not held, and so never told: it is nobody else's.
    await cups.restartWithEmptySpool();
    await cups.print({ user: ANA, title: "Number one at once", pages: 3, options: ["-o", "job-hold-until=no-hold"] });
    await until(2);
    expect((await jobs()).toSorted()).toEqual(
      [
        ["Number one again", "settled", 2],
        ["Number one at once", "settled", 3],
        ["Number one", "cancelled", 1],
      ].toSorted(),
    );
    expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 50 });
  }, 90_000);

  test("let through by an administrator before the network was back: one job, paid once", async () => {
    await turn();
    server.network = "deaf";
    await cups.print({ user: ANA, title: "By hand", pages: 2 });
    await turn();
    await cups.run("lp", "-i", `Copier-${await lastId()}`, "-H", "resume");
    await expect.poll(() => cups.open(), { timeout: 20_000 }).toEqual([]);
    await turn();
    server.network = "fine";
    await until(1);
    expect(await jobs()).toEqual([["By hand", "settled", 2]]);
    expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 20 });
  }, 60_000);

  test("an unknown user's job waits until the desk knows whose it is; the space's own prints at once", async () => {
    await turn();
    await cups.print({ user: "reception", title: "Menu", pages: 1 });
    await cups.print({ user: "newcomer", title: "Letter", pages: 1 });
    await turn();
    expect(await cups.open()).toHaveLength(2);
    await assignUnknownUser(copier.desk, { userKey: "reception", personId: null });
    await assignUnknownUser({ ...copier.desk, clock: systemClock }, { userKey: "newcomer", personId: copier.anaId });
    await turn();
    await expect.poll(() => cups.open(), { timeout: 20_000 }).toEqual([`Copier-${await lastId()} newcomer`]);
    expect(await waiting()).toMatchObject([{ title: "Letter", status: "held" }]);
    await expect.poll(async () => turn().then(ordersOf), { timeout: 20_000 }).toBe(0);
    expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 0 });
  }, 60_000);

  test("a revoked token stops the agent and moves nothing; with a new one what waits is told again, and once", async () => {
    await turn();
    await cups.print({ user: ANA, title: "Kept", pages: 2 });
    await turn();
    const [first] = await waiting();
    await releaseJob(ana(), { jobId: first?.id ?? "", expectedMoneyMinor: 20 });
    const { token: next } = await replacePrintToken(copier.manager, { deviceId: copier.deviceId });
    await expect(turn()).rejects.toThrow(TokenRevokedError);
    expect(await cups.open()).toHaveLength(1);
    token = next;
    await until(1);
    expect(await jobs()).toEqual([["Kept", "settled", 2]]);
    await cups.print({ user: ANA, title: "Never told", pages: 1 });
    await revokePrintDevice(copier.manager, { deviceId: copier.deviceId });
    await expect(turn()).rejects.toThrow(TokenRevokedError);
    expect(await jobs()).toHaveLength(1);
    const device = {
      locationId: copier.locationId,
      name: "New",
      defaultColour: "mono",
      defaultPaperSize: "A4",
    } as const;
    ({ token } = await createPrintDevice(copier.manager, device));
    await turn();
    expect(await waiting()).toMatchObject([{ title: "Never told", deviceName: "New" }]);
  }, 60_000);

  test("the print server's documentation is what this test runs, and its configuration one that the agent takes", async () => {
    const text = await readFile(OPERATING, "utf8");
    expect(text).toContain(`PageLogFormat ${USUAL_PAGE_LOG_FORMAT}`);
    const [, json = ""] = /```json\n([\s\S]+?)```/.exec(text) ?? [];
    expect(Config.parse(JSON.parse(json))).toMatchObject({
      format: { pageLogFormat: USUAL_PAGE_LOG_FORMAT },
      queue: { cups: "/run/cups/cups.sock" },
    });
    expect(() => Config.parse({ ...JSON.parse(json), queue: { cups: "cups.example" } })).toThrow("socket");
    const papercut = { kind: "papercut", timeZone: "Europe/Lisbon" };
    expect(() => Config.parse({ ...JSON.parse(json), format: papercut })).toThrow("PaperCut holds jobs by itself");
  });

  test("a job that waits for the night, and one of another queue, are left alone", async () => {
    await turn();
    await cups.print({ user: ANA, title: "Tonight", pages: 1, options: ["-o", "job-hold-until=weekend"] });
    await turn();
    await cups.print({ user: ANA, title: "Elsewhere", pages: 1 });
    await turn({ printers: ["Plotter"] });
    expect(await jobs()).toEqual([]);
  }, 60_000);

  test("while CUPS is away the agent says so once, and goes on when it is back", async () => {
    const agent = await open({ queue: { cups: join(server.folder, "nowhere.sock"), user: "root" } });
    await agent.cycle();
    await agent.cycle();
    expect(said).toEqual([expect.stringContaining("The queues can't be watched, nothing is released")]);
    const stranger = await open({ queue: { cups: cups.socket, user: "nobody" } });
    await cups.print({ user: ANA, title: "Secret", pages: 1 });
    await stranger.cycle();
    expect(said.at(-1)).toContain("CUPS does not say whose jobs wait");
    expect(await jobs()).toEqual([]);
    await turn();
    expect(await jobs()).toEqual([["Secret", "held", 1]]);
  }, 60_000);

  test("after all of the above the database is sound", async () => {
    expect(await checkInvariants(database.owner)).toEqual([]);
  });

  const lastId = async () => /Copier-(\d+) /.exec((await cups.open()).at(-1) ?? "")?.[1];
  const logged = async (title: string) =>
    (await readFile(cups.pageLog, "utf8")).split("\n").filter((line) => line.includes(` ${title} `)).length;
  const ordersOf = async () => {
    const { body } = await server.ask("jobs", copier.token, { events: [] });
    const { releases, removals } = body as { releases: unknown[]; removals: unknown[] };
    return releases.length + removals.length;
  };
});
