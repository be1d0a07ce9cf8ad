import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setOverdraft } from "@working-social/credits";
import { aTeam, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { revokePrintDevice } from "../commands/revoke-print-device.ts";
import { assignUnknownUser } from "../commands/assign-unknown-user.ts";
import { makePrintPin } from "../identities/commands/make-print-pin.ts";
import { unknownPrintUsers } from "../identities/queries.ts";
import { aCopier, printed, refusalOf, submitted } from "../testing/a-copier.ts";
import { cancelPrintJob } from "./commands/cancel-print-job.ts";
import { dismissPrintProblem } from "./commands/dismiss-print-problem.ts";
import { listPrintJobs, printExceptions, waitingJobs } from "./queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const jobsOf = async (copier: Awaited<ReturnType<typeof aCopier>>) =>
  (await listPrintJobs(copier.ana, { personId: null, cursor: null })).jobs;

describe("what a device reports", () => {
  test("credits as far as they go, the rest as an open charge", async () => {
    const copier = await aCopier(database);
    await copier.give({ personId: copier.anaId }, "mono_pages", 2);
    expect(await copier.report(printed({ sides: 5 }))).toEqual(["settled"]);
    expect(await jobsOf(copier)).toMatchObject([
      { sides: 5, sheets: 5, credits: 2, moneyMinor: 30, priceMinor: 50, status: "settled", title: "Plan" },
    ]);
    expect(await copier.books()).toEqual({ used: 2, held: 0, openMinor: 30 });
  });
  test("own pages before the team's, and the team's overdraft up to its cap before money", async () => {
    const copier = await aCopier(database);
    const team = await aTeam(database.owner, copier.organizationId);
    const { id } = await copier.another({ teamId: team.id, email: "bo@example.test" });
    await copier.give({ personId: id }, "mono_pages", 1);
    await copier.give({ teamId: team.id }, "mono_pages", 2);
    await setOverdraft(copier.manager, {
      owner: { teamId: team.id },
      unit: "mono_pages",
      currency: null,
      limit: 4,
      reason: "agreed",
    });
    expect(
      await copier.report(
        printed({ user: "bo@example.test", sides: 5 }),
        printed({ user: "bo@example.test", sides: 3 }),
      ),
    ).toEqual(["settled", "settled"]);
    expect(await copier.books()).toEqual({ used: 7, held: 0, openMinor: 10 });
    const { rows } = await database.owner.query("SELECT team_id FROM charges WHERE organization_id = $1", [
      copier.organizationId,
    ]);
    expect(rows).toEqual([{ team_id: team.id }]);
  });
  test("duplex, colour and A3 by the table; the last side of an odd copy is alone on its sheet", async () => {
    const copier = await aCopier(database);
    await copier.report(
      printed({ sides: 6, copies: 2, isDuplex: true }),
      printed({ sides: 2, colour: "colour" }),
      printed({ sides: 1, paperSize: "iso_a3_297x420mm" }),
    );
    const jobs = (await jobsOf(copier)).toReversed();
    expect(jobs.map(({ priceMinor, sheets, unit }) => [priceMinor, sheets, unit])).toEqual([
      [4 * 8 + 2 * 10, 4, "mono_pages"],
      [100, 2, "colour_pages"],
      [20, 1, "mono_pages"],
    ]);
  });
  test("the same again changes nothing; more pages pay the difference; fewer are none given back", async () => {
    const copier = await aCopier(database);
    await copier.give({ personId: copier.anaId }, "mono_pages", 4);
    const event = printed({ sides: 3 });
    expect(await copier.report(event, event, { ...event, sides: 7 }, { ...event, sides: 5 })).toEqual([
      "settled",
      "duplicate",
      "settled",
      "duplicate",
    ]);
    expect(await copier.books()).toEqual({ used: 4, held: 0, openMinor: 30 });
  });
  test("a device that reports twice at once is counted once", async () => {
    const copier = await aCopier(database);
    await copier.give({ personId: copier.anaId }, "mono_pages", 100);
    const events = Array.from({ length: 5 }, (_, index) =>
      printed({ key: `Copier/${index}@1`, jobId: String(index), sides: 2 }),
    );
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => copier.report(...events)));
    expect(outcomes.flat().filter((outcome) => outcome === "settled")).toHaveLength(5);
    expect(await copier.books()).toEqual({ used: 10, held: 0, openMinor: 0 });
  });
  test("a job id that comes again is another job; the same key at another device too", async () => {
    const copier = await aCopier(database);
    expect(await copier.report(printed({ key: "Copier/1@1" }), printed({ key: "Copier/1@2" }))).toEqual([
      "settled",
      "settled",
    ]);
    const elsewhere = await aCopier(database);
    expect(await elsewhere.report(printed({ key: "Copier/1@1" }))).toEqual(["settled"]);
  });
  test("a bad event costs the others nothing, and says what is wrong", async () => {
    const copier = await aCopier(database);
    const { results } = await copier.answer(
      printed({ sides: -1 }),
      printed({ sides: 1e12 }),
      { type: "stapled", key: "x" },
      "nonsense",
      printed({ at: "yesterday" }),
      { ...printed(), x: 1 },
      printed({ title: "a\u0000b\ud800" }),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual([
      "bad_input",
      "bad_input",
      "bad_input",
      "bad_input",
      "bad_input",
      "bad_input",
      "settled",
    ]);
    expect(results[0]?.issues).toEqual([{ path: "sides", code: "too_small" }]);
    expect(results[2]?.key).toBe("x");
  });
  test("bad jobs of a queue: negative, huge, nameless, with more than they should say; the good one is held", async () => {
    const copier = await aCopier(database);
    const bad = [
      submitted({ estimatedSides: -1 }),
      submitted({ estimatedSides: 0 }),
      submitted({ estimatedSides: 100_001 }),
      submitted({ copies: 0 }),
      submitted({ copies: 10_000 }),
      submitted({ key: "" }),
      submitted({ key: "queue\n1" }),
      submitted({ printer: "" }),
      { ...submitted(), status: "released" },
      { type: "cancelled", key: "x".repeat(401) },
      { type: "cancelled" },
    ];
    const outcomes = await copier.report(...bad, submitted({ title: "\u0007Plan\ud800", at: "2031-01-01T00:00:00Z" }));
    expect(outcomes).toEqual([...bad.map(() => "bad_input"), "held"]);
    expect((await waitingJobs(copier.ana)).jobs).toMatchObject([{ sides: 3, at: "2026-11-25T09:00:00.000Z" }]);
  });
  test("a queue that is told twice, also at once, holds once; nobody's device hears of another's orders", async () => {
    const copier = await aCopier(database);
    await copier.give({ personId: copier.anaId }, "mono_pages", 10);
    const event = submitted();
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => copier.report(event, event)));
    expect(outcomes.flat().filter((outcome) => outcome === "held")).toHaveLength(1);
    expect(await copier.books()).toEqual({ used: 0, held: 3, openMinor: 0 });
    const [job] = (await waitingJobs(copier.ana)).jobs;
    await cancelPrintJob(copier.ana, { jobId: job?.id ?? "" });
    const elsewhere = await aCopier(database);
    expect(await elsewhere.answer()).toMatchObject({ releases: [], removals: [] });
    expect(await elsewhere.report({ type: "cancelled", key: event.key })).toEqual(["unknown_job"]);
    expect((await copier.answer()).removals).toEqual([{ key: event.key, printer: "Copier", jobId: "1" }]);
    await copier.report({ type: "cancelled", key: event.key });
    expect((await copier.answer()).removals).toEqual([]);
  });
  test("a job from the future counts as printed now, and is marked", async () => {
    const copier = await aCopier(database);
    expect(
      await copier.report(printed({ at: "2031-01-01T00:00:00Z" }), printed({ at: "2026-11-25T08:00:00+05:45" })),
    ).toEqual(["settled", "settled"]);
    const { rows } = await database.owner.query<{ is_clock_ahead: boolean; late: boolean }>(
      "SELECT is_clock_ahead, printed_at > $2 AS late FROM print_jobs WHERE organization_id = $1 ORDER BY created_at, id",
      [copier.organizationId, "2026-11-25T09:00:00Z"],
    );
    expect(rows.toSorted((a, b) => Number(b.is_clock_ahead) - Number(a.is_clock_ahead))).toEqual([
      { is_clock_ahead: true, late: false },
      { is_clock_ahead: false, late: false },
    ]);
  });
  test("lines that nobody could read are kept once", async () => {
    const copier = await aCopier(database);
    const problem = { type: "problem", key: "page_log@17", code: "torn_line", line: "Copier an" };
    expect(await copier.report(problem, problem)).toEqual(["noted", "duplicate"]);
    const { problems } = await printExceptions(copier.desk);
    expect(problems).toMatchObject([{ code: "torn_line", line: "Copier an", deviceName: "Copier" }]);
    const input = { problemId: problems[0]?.id ?? "", reason: "a test page", idempotencyKey: newId() };
    expect(await refusalOf(dismissPrintProblem(copier.ana, input))).toMatchObject({ code: "not_allowed" });
    expect(await dismissPrintProblem(copier.desk, input)).toEqual({ ok: true });
    expect(await dismissPrintProblem(copier.desk, input)).toEqual({ ok: true });
    expect(await refusalOf(dismissPrintProblem(copier.desk, { ...input, idempotencyKey: newId() }))).toEqual({
      code: "not_found",
      what: "print_problem",
    });
    expect((await printExceptions(copier.desk)).problems).toEqual([]);
  });
  test("a revoked device is not heard", async () => {
    const copier = await aCopier(database);
    await revokePrintDevice(copier.manager, { deviceId: copier.deviceId });
    expect(await refusalOf(copier.report(printed()))).toEqual({ code: "not_found", what: "print_device" });
  });
});

describe("whose job it is", () => {
  test("by address whatever its tag, by a domain's user name once assigned, by PIN", async () => {
    const copier = await aCopier(database);
    const { pin } = await makePrintPin(copier.ana);
    expect(
      await copier.report(
        printed({ user: "ANA@example.test" }),
        printed({ user: "ana+print@example.test" }),
        printed({ user: pin }),
        printed({ user: "OFFICE\\Ana" }),
        printed({ user: "-" }),
      ),
    ).toEqual(["settled", "settled", "settled", "unassigned", "unassigned"]);
  });
  test("a tag that two people share is nobody's until the desk says whose", async () => {
    const copier = await aCopier(database);
    await copier.another({ email: "team+a@example.test" });
    const { id } = await copier.another({ email: "team+b@example.test" });
    expect(
      await copier.report(printed({ user: "team+b@example.test" }), printed({ user: "team@example.test" })),
    ).toEqual(["settled", "unassigned"]);
    await assignUnknownUser(copier.desk, { userKey: "team@example.test", personId: id });
    expect(
      await copier.report(printed({ user: "team@example.test" }), printed({ user: "Team+x@example.test" })),
    ).toEqual(["settled", "settled"]);
  });
  test("assigned once and for all: what waited is settled, what comes finds its owner", async () => {
    const copier = await aCopier(database);
    await copier.give({ personId: copier.anaId }, "mono_pages", 5);
    await copier.report(
      printed({ user: "ana", sides: 3 }),
      printed({ user: "HOME\\ANA", sides: 4 }),
      printed({ user: "stranger", sides: 1 }),
    );
    expect(await unknownPrintUsers(copier.desk)).toMatchObject([
      { userKey: "ana", jobCount: 2, sides: 7 },
      { userKey: "stranger", jobCount: 1 },
    ]);
    expect(await assignUnknownUser(copier.desk, { userKey: "ana", personId: copier.anaId })).toMatchObject({
      settledJobs: 2,
    });
    expect(await copier.books()).toEqual({ used: 5, held: 0, openMinor: 20 });
    expect(await copier.report(printed({ user: "Ana" }))).toEqual(["settled"]);
    expect(await assignUnknownUser(copier.desk, { userKey: "stranger", personId: null })).toMatchObject({
      settledJobs: 1,
    });
    expect(await unknownPrintUsers(copier.desk)).toEqual([]);
    expect(await copier.report(printed({ user: "stranger" }))).toEqual(["house"]);
  });
  test("members may not assign, and nobody of another organization is assigned", async () => {
    const [copier, other] = [await aCopier(database), await aCopier(database)];
    expect(await refusalOf(assignUnknownUser(copier.ana, { userKey: "x", personId: null }))).toMatchObject({
      code: "not_allowed",
    });
    expect(await refusalOf(assignUnknownUser(copier.desk, { userKey: "x", personId: other.anaId }))).toEqual({
      code: "not_found",
      what: "person",
    });
  });
  test("whoever reports while the desk assigns leaves no job behind", async () => {
    const copier = await aCopier(database);
    for (let round = 0; round < 5; round++) {
      const user = `racer${round}`;
      await copier.report(printed({ user }));
      await Promise.all([
        assignUnknownUser(copier.desk, { userKey: user, personId: copier.anaId }),
        ...Array.from({ length: 4 }, () => copier.report(printed({ user, sides: 1 }))),
      ]);
    }
    expect(await unknownPrintUsers(copier.desk)).toEqual([]);
    expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 5 * (30 + 40) });
  });
});
