import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { WaitingJobs } from "@working-social/copier";
import {
  assignUnknownUser,
  cancelPrintJob,
  createPrintDevice,
  expirePrintJobs,
  makePrintPin,
  releaseJob,
  replacePrintToken,
  revokePrintDevice,
} from "@working-social/copier";
import { RECOMMENDED_PAGE_LOG_FORMAT } from "@working-social/copier/rules";
import { checkInvariants } from "@working-social/invariants";
import { fixedClock, formatInstant, systemClock } from "@working-social/kernel";
import { TokenRevokedError } from "../agent.ts";
import { Config } from "../config.ts";
import { installCups } from "../testing/a-cups.ts";
import type { HeldQueue } from "../testing/a-held-queue.ts";
import { aHeldQueue, OPERATING } from "../testing/a-held-queue.ts";

// Each `turn` is an agent that starts, looks once and ends, so that every test is one of restarts between any two steps.
const whyNot = await installCups();
if (whyNot !== null) process.stderr.write(`SKIPPED: releasing through a real CUPS, because ${whyNot}.\n`);

const ANA = "ana@example.test";

describe.skipIf(whyNot !== null)("jobs that CUPS holds for their owners", () => {
  let queue: HeldQueue;
  beforeAll(async () => {
    queue = await aHeldQueue();
  }, 300_000);
  afterAll(() => queue.close());
  beforeEach(() => queue.begin());

  test("held, told once, shown with its price, released by PIN at the kiosk, printed, settled once", async () => {
    await queue.copier.give({ personId: queue.copier.anaId }, "mono_pages", 10);
    await queue.turn();
    await queue.cups.print({ user: ANA, title: "Plan ü", pages: 3, copies: 2, sides: "two-sided-long-edge" });
    await queue.turn();
    await queue.turn();
    const secret = await makePrintPin(queue.copier.ana);
    const shown = await queue.server.ask("waiting", queue.copier.kiosk.token, { secret });
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
    expect(await queue.cups.open()).toEqual([`Copier-${await queue.lastId()} ${ANA}`]);
    const release = { secret, jobId: job?.id, expectedMoneyMinor: 0 };
    expect(await queue.server.ask("release", queue.copier.kiosk.token, release)).toMatchObject({ status: 200 });
    await queue.settled(1);
    await queue.turn();
    expect(await queue.cups.open()).toEqual([]);
    expect(await queue.jobs()).toEqual([["Plan ü", "settled", 6]]);
    expect(await queue.copier.books()).toEqual({ used: 6, held: 0, openMinor: 0 });
    expect(await queue.logged("Plan ü")).toBe(1);
  }, 60_000);

  test("lost network: what was held meanwhile is told, and what was released prints, when it is back; nothing twice", async () => {
    await queue.turn();
    await queue.cups.print({ user: ANA, title: "Lost 1", pages: 1 });
    queue.server.network = "mute";
    await queue.turn();
    expect(await queue.jobs()).toEqual([["Lost 1", "held", 1]]);
    queue.server.network = "deaf";
    await queue.cups.print({ user: ANA, title: "Lost 2", pages: 2 });
    await queue.turn();
    queue.server.network = "fine";
    await queue.turn();
    const told = await queue.waiting();
    expect(told.map(({ title }) => title)).toEqual(["Lost 1", "Lost 2"]);
    for (const { id, moneyMinor } of told) await releaseJob(queue.ana(), { jobId: id, expectedMoneyMinor: moneyMinor });
    queue.server.network = "deaf";
    await queue.turn();
    expect(await queue.cups.open()).toHaveLength(2);
    queue.server.network = "mute"; // The orders are lost on their way.
    await queue.turn();
    expect(await queue.cups.open()).toHaveLength(2);
    queue.server.network = "fine";
    await queue.turn();
    await expect.poll(() => queue.cups.open(), { timeout: 20_000 }).toEqual([]);
    queue.server.network = "mute"; // The reports arrive, and nobody knows.
    await expect
      .poll(
        async () =>
          queue.turn().then(async () => (await queue.jobs()).filter(([, status]) => status === "settled").length),
        {
          timeout: 20_000,
        },
      )
      .toBe(2);
    queue.server.network = "fine";
    await queue.turn();
    await queue.turn();
    expect(await queue.copier.books()).toEqual({ used: 0, held: 0, openMinor: 30 });
    expect([await queue.logged("Lost 1"), await queue.logged("Lost 2")]).toEqual([1, 1]);
  }, 60_000);

  test("given up in the portal, or fetched by nobody: taken out of the queue, also by an agent that was away", async () => {
    await queue.turn();
    await queue.cups.print({ user: ANA, title: "Given up", pages: 1 });
    await queue.cups.print({ user: ANA, title: "Never fetched", pages: 1 });
    await queue.turn();
    const [first, second] = await queue.waiting();
    await cancelPrintJob(queue.ana(), { jobId: first?.id ?? "" });
    expect(second).toMatchObject({ title: "Never fetched" });
    expect(
      await expirePrintJobs(queue.database.db, fixedClock(formatInstant(Date.now() + 25 * 3_600_000))),
    ).toBeGreaterThan(0);
    queue.server.network = "deaf";
    await queue.turn();
    expect(await queue.cups.open()).toHaveLength(2);
    queue.server.network = "fine";
    await queue.turn();
    expect(await queue.cups.open()).toEqual([]);
    expect(await queue.orders()).toBe(2);
    await queue.turn();
    await queue.turn();
    expect(await queue.orders()).toBe(0);
    expect(await queue.copier.books()).toEqual({ used: 0, held: 0, openMinor: 0 });
    expect(await queue.logged("Given up")).toBe(0);
  }, 60_000);

  test("lprm takes a job away: cancelled, its pages are free, and a release comes too late", async () => {
    await queue.copier.give({ personId: queue.copier.anaId }, "mono_pages", 10);
    await queue.turn();
    await queue.cups.print({ user: ANA, title: "Removed", pages: 4 });
    await queue.turn();
    const [job] = await queue.waiting();
    expect(await queue.copier.books()).toMatchObject({ held: 4 });
    await queue.cups.run("cancel", `Copier-${await queue.lastId()}`);
    await releaseJob(queue.ana(), { jobId: job?.id ?? "", expectedMoneyMinor: 0 });
    await queue.turn();
    expect(await queue.jobs()).toEqual([["Removed", "cancelled", 4]]);
    expect(await queue.copier.books()).toEqual({ used: 0, held: 0, openMinor: 0 });
    await queue.turn();
    expect(await queue.orders()).toBe(0);
  }, 60_000);

  test("a number that is used again is another job: the old one is cancelled, the new one waits, each is paid for itself", async () => {
    await queue.cups.restartWithEmptySpool();
    await queue.turn();
    await queue.cups.print({ user: ANA, title: "Number one", pages: 1 });
    await queue.turn();
    await queue.cups.restartWithEmptySpool();
    await queue.cups.print({ user: ANA, title: "Number one again", pages: 2 });
    expect(await queue.lastId()).toBe("1");
    await queue.turn();
    expect((await queue.jobs()).toSorted()).toEqual(
      [
        ["Number one again", "held", 2],
        ["Number one", "cancelled", 1],
      ].toSorted(),
    );
    const [job] = await queue.waiting();
    await releaseJob(queue.ana(), { jobId: job?.id ?? "", expectedMoneyMinor: 20 });
    await queue.settled(1);
    // The third of this number was not held, and so never told: it is nobody else's.
    await queue.cups.restartWithEmptySpool();
    await queue.cups.print({
      user: ANA,
      title: "Number one at once",
      pages: 3,
      options: ["-o", "job-hold-until=no-hold"],
    });
    await queue.settled(2);
    expect((await queue.jobs()).toSorted()).toEqual(
      [
        ["Number one again", "settled", 2],
        ["Number one at once", "settled", 3],
        ["Number one", "cancelled", 1],
      ].toSorted(),
    );
    expect(await queue.copier.books()).toEqual({ used: 0, held: 0, openMinor: 50 });
  }, 90_000);

  test("let through by an administrator before the network was back: one job, paid once", async () => {
    await queue.turn();
    queue.server.network = "deaf";
    await queue.cups.print({ user: ANA, title: "By hand", pages: 2 });
    await queue.turn();
    await queue.cups.run("lp", "-i", `Copier-${await queue.lastId()}`, "-H", "resume");
    await expect.poll(() => queue.cups.open(), { timeout: 20_000 }).toEqual([]);
    await queue.turn();
    queue.server.network = "fine";
    await queue.settled(1);
    expect(await queue.jobs()).toEqual([["By hand", "settled", 2]]);
    expect(await queue.copier.books()).toEqual({ used: 0, held: 0, openMinor: 20 });
  }, 60_000);

  test("an unknown user's job waits until the desk knows whose it is; the space's own prints at once", async () => {
    await queue.turn();
    await queue.cups.print({ user: "reception", title: "Menu", pages: 1 });
    await queue.cups.print({ user: "newcomer", title: "Letter", pages: 1 });
    await queue.turn();
    expect(await queue.cups.open()).toHaveLength(2);
    await assignUnknownUser(queue.copier.desk, { userKey: "reception", personId: null });
    await assignUnknownUser(
      { ...queue.copier.desk, clock: systemClock },
      { userKey: "newcomer", personId: queue.copier.anaId },
    );
    await queue.turn();
    await expect
      .poll(() => queue.cups.open(), { timeout: 20_000 })
      .toEqual([`Copier-${await queue.lastId()} newcomer`]);
    expect(await queue.waiting()).toMatchObject([{ title: "Letter", status: "held" }]);
    await expect.poll(async () => queue.turn().then(queue.orders), { timeout: 20_000 }).toBe(0);
    expect(await queue.copier.books()).toEqual({ used: 0, held: 0, openMinor: 0 });
  }, 60_000);

  test("a revoked token stops the agent and moves nothing; with a new one what waits is told again, and once", async () => {
    await queue.turn();
    await queue.cups.print({ user: ANA, title: "Kept", pages: 2 });
    await queue.turn();
    const [first] = await queue.waiting();
    await releaseJob(queue.ana(), { jobId: first?.id ?? "", expectedMoneyMinor: 20 });
    const { token: next } = await replacePrintToken(queue.copier.manager, { deviceId: queue.copier.deviceId });
    await expect(queue.turn()).rejects.toThrow(TokenRevokedError);
    expect(await queue.cups.open()).toHaveLength(1);
    queue.token = next;
    await queue.settled(1);
    expect(await queue.jobs()).toEqual([["Kept", "settled", 2]]);
    await queue.cups.print({ user: ANA, title: "Never told", pages: 1 });
    await revokePrintDevice(queue.copier.manager, { deviceId: queue.copier.deviceId });
    await expect(queue.turn()).rejects.toThrow(TokenRevokedError);
    expect(await queue.jobs()).toHaveLength(1);
    const device = {
      locationId: queue.copier.locationId,
      name: "New",
      defaultColour: "mono",
      defaultPaperSize: "A4",
    } as const;
    queue.token = (await createPrintDevice(queue.copier.manager, device)).token;
    await queue.turn();
    expect(await queue.waiting()).toMatchObject([{ title: "Never told", deviceName: "New" }]);
  }, 60_000);

  test("the print server's documentation is what this test runs, and its configuration one that the agent takes", async () => {
    const text = await readFile(OPERATING, "utf8");
    expect(text).toContain(`PageLogFormat ${RECOMMENDED_PAGE_LOG_FORMAT}`);
    const [, json = ""] = /```json\n([\s\S]+?)```/.exec(text) ?? [];
    expect(Config.parse(JSON.parse(json))).toMatchObject({
      format: { pageLogFormat: RECOMMENDED_PAGE_LOG_FORMAT },
      queue: { cups: "/run/cups/cups.sock" },
    });
    expect(() => Config.parse({ ...JSON.parse(json), queue: { cups: "cups.example" } })).toThrow("socket");
    const papercut = { kind: "papercut", timeZone: "Europe/Lisbon" };
    expect(() => Config.parse({ ...JSON.parse(json), format: papercut })).toThrow("PaperCut holds jobs by itself");
  });

  test("a job that waits for the night, and one of another queue, are left alone", async () => {
    await queue.turn();
    await queue.cups.print({ user: ANA, title: "Tonight", pages: 1, options: ["-o", "job-hold-until=weekend"] });
    await queue.turn();
    await queue.cups.print({ user: ANA, title: "Elsewhere", pages: 1 });
    await queue.turn({ printers: ["Plotter"] });
    expect(await queue.jobs()).toEqual([]);
  }, 60_000);

  test("while CUPS is away the agent says so once, and goes on when it is back", async () => {
    const agent = await queue.open({ queue: { cups: join(queue.server.folder, "nowhere.sock"), user: "root" } });
    await agent.cycle();
    await agent.cycle();
    expect(queue.said).toEqual([expect.stringContaining("The queues can't be watched, nothing is released")]);
    const stranger = await queue.open({ queue: { cups: queue.cups.socket, user: "nobody" }, pollSeconds: 0.05 });
    await queue.cups.print({ user: ANA, title: "Secret", pages: 1 });
    await stranger.cycle();
    expect(queue.said.at(-1)).toContain("CUPS does not say whose jobs wait");
    expect(await queue.jobs()).toEqual([]);
    await queue.turn();
    expect(await queue.jobs()).toEqual([["Secret", "held", 1]]);
    const [job] = await queue.waiting();
    await releaseJob(queue.ana(), { jobId: job?.id ?? "", expectedMoneyMinor: 10 });
    queue.said = [];
    for (let cycle = 0; cycle < 3; cycle++) {
      await wait(60);
      await stranger.cycle();
    }
    expect(queue.said).toEqual([expect.stringContaining("does not print")]);
    expect(await queue.cups.open()).toHaveLength(1);
  }, 60_000);

  test("after all of the above the database is sound", async () => {
    expect(await checkInvariants(queue.database.owner)).toEqual([]);
  });
});
