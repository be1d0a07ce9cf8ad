import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { checkInvariants } from "@working-social/invariants";
import { newId } from "@working-social/kernel";
import { assignUnknownUser } from "../commands/assign-unknown-user.ts";
import { pageLogReader, readPrintLog } from "../rules/index.ts";
import type { Copier } from "../testing/a-copier.ts";
import { aCopier, printed, refusalOf } from "../testing/a-copier.ts";
import { countSecondPrint } from "./commands/count-second-print.ts";
import { dismissPrintProblem } from "./commands/dismiss-print-problem.ts";
import { listPrintJobs, printExceptions } from "./queries.ts";

// A total that the log says again within a minute: the front desk answers whether it was one print or two.

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** What the agent tells of a log in which a job of three colour sides is followed by the same total. */
async function tellTwice(copier: Copier, user = "ana@example.test"): Promise<string> {
  const line = (second: number) => `Copier ${user} 7 [25/Nov/2026:08:00:0${second} +0000] total 3 color\n`;
  const reader = pageLogReader("%p %u %j %T %P %C %{print-color-mode}");
  const { records, problems } = await readPrintLog(reader, [new TextEncoder().encode(line(0) + line(4))]);
  await copier.report(
    ...records.map(({ key, jobId, sides, colour }) => printed({ key, jobId, sides, colour, user })),
    ...problems.map(({ code, text, repeats }) => ({ type: "problem", key: newId(), code, line: text, repeats })),
  );
  const [problem] = (await printExceptions(copier.desk)).problems;
  return problem?.id ?? "";
}

const answer = (problemId: string) => ({ problemId, reason: "two lay in the tray", idempotencyKey: newId() });
const jobsOf = async (copier: Copier, personId = copier.anaId) =>
  (await listPrintJobs(copier.desk, { personId, cursor: null })).jobs;
const openOf = async (copier: Copier) => (await printExceptions(copier.desk)).problems;

test("the question says whose print it repeats, and how many sides", async () => {
  const copier = await aCopier(database);
  await tellTwice(copier);
  expect(await openOf(copier)).toMatchObject([
    { code: "repeated_total", repeats: { personName: "Ana Ferreira", sides: 3 } },
  ]);
});

test("one print: it stays paid once, and the question is answered for good", async () => {
  const copier = await aCopier(database);
  const input = answer(await tellTwice(copier));
  expect(await dismissPrintProblem(copier.desk, input)).toEqual({ ok: true });
  expect(await openOf(copier)).toEqual([]);
  expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 150 });
  const late = countSecondPrint(copier.desk, { ...input, idempotencyKey: newId() });
  expect(await refusalOf(late)).toEqual({ code: "not_found", what: "print_problem" });
});

test("a second print: another job of the same person, colour and size, paid with pages and then with money, and audited", async () => {
  const copier = await aCopier(database);
  await copier.give({ personId: copier.anaId }, "colour_pages", 4);
  const problemId = await tellTwice(copier);
  expect(await refusalOf(countSecondPrint(copier.ana, answer(problemId)))).toMatchObject({ code: "not_allowed" });
  const second = await countSecondPrint(copier.desk, answer(problemId));
  expect(second).toMatchObject({ status: "settled", colour: "colour", sides: 3, credits: 1, moneyMinor: 100 });
  expect((await jobsOf(copier)).map(({ sides, credits }) => [sides, credits])).toEqual([
    [3, 1],
    [3, 3],
  ]);
  expect(await copier.books()).toEqual({ used: 4, held: 0, openMinor: 100 });
  expect(await openOf(copier)).toEqual([]);
  const { rows } = await database.owner.query(
    "SELECT o.data->>'reason' AS reason, e.data->>'jobId' AS \"jobId\" FROM events e JOIN event_personal_data o ON o.event_id = e.id WHERE e.name = 'print_problem.second_print_counted' AND e.subject_id = $1",
    [problemId],
  );
  expect(rows).toEqual([{ reason: "two lay in the tray", jobId: second.id }]);
});

test("however often and at whatever moment it is answered, it is paid once more and no oftener", async () => {
  const copier = await aCopier(database);
  const input = answer(await tellTwice(copier));
  const answers = await Promise.all(Array.from({ length: 4 }, () => countSecondPrint(copier.desk, input)));
  answers.push(await countSecondPrint(copier.desk, input));
  for (const one of answers) expect(one).toEqual(answers[0]);
  const again = countSecondPrint(copier.desk, { ...input, idempotencyKey: newId() });
  expect(await refusalOf(again)).toEqual({ code: "not_found", what: "print_problem" });
  expect(await jobsOf(copier)).toHaveLength(2);
  expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 300 });
});

test("of somebody whom nobody knows: both wait, and whoever is found pays for both", async () => {
  const copier = await aCopier(database);
  const problemId = await tellTwice(copier, "newcomer");
  expect(await openOf(copier)).toMatchObject([{ repeats: { personName: null, sides: 3 } }]);
  expect(await countSecondPrint(copier.desk, answer(problemId))).toMatchObject({ status: "unassigned" });
  await assignUnknownUser(copier.desk, { userKey: "newcomer", personId: copier.anaId });
  expect((await jobsOf(copier)).map(({ status, sides }) => [status, sides])).toEqual([
    ["settled", 3],
    ["settled", 3],
  ]);
  expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 300 });
});

test("a line that repeats no print can't be counted, and stays a question; another organization's is not there", async () => {
  const [copier, other] = [await aCopier(database), await aCopier(database)];
  await copier.report({ type: "problem", key: "1", code: "torn_line", line: "Copier an" });
  const [torn] = await openOf(copier);
  const missing = { code: "not_found", what: "print_problem" };
  expect(torn).toMatchObject({ repeats: null });
  expect(await refusalOf(countSecondPrint(copier.desk, answer(torn?.id ?? "")))).toEqual(missing);
  expect(await openOf(copier)).toHaveLength(1);
  const problemId = await tellTwice(other);
  expect(await refusalOf(countSecondPrint(copier.desk, answer(problemId)))).toEqual(missing);
});

test("after all of the above the database is sound", async () => {
  expect(await checkInvariants(database.owner)).toEqual([]);
});
