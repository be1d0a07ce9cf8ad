import { parseInstant } from "@working-social/kernel";
import { describe, expect, test } from "vitest";
import type { PageLogState } from "./read-page-log.ts";
import { pageLogReader } from "./read-page-log.ts";

const SHORT = "%p %u %j %T %P %C %{job-impressions-completed} %{job-name}";
const at = "[18/May/2026:13:21:15 +0000]";

/** What the lines say, one after the other, by a format. */
function read(lines: readonly string[], format = SHORT) {
  const reader = pageLogReader(format);
  let state: PageLogState = reader.start;
  const steps = lines.map((text, offset) => {
    const step = reader.read(state, { text, offset });
    state = step.state;
    return step;
  });
  return { state, records: steps.map(({ records }) => records), problems: steps.flatMap(({ problems }) => problems) };
}
const one = (line: string, format = SHORT) => read([line], format).records[0]?.[0];
const problem = (line: string, format = SHORT) => read([line], format).problems[0]?.code;

test("it begins with no jobs, and the first lines of a file say nothing of the others", () => {
  const { start, withHead } = pageLogReader(SHORT);
  expect(start).toEqual({ jobs: [] });
  expect(withHead(start, [{ text: "x", offset: 0 }])).toBe(start);
});

describe("what is no line of a job", () => {
  test("blanks say nothing", () => {
    expect(read(["  \t"])).toEqual({ state: { jobs: [] }, records: [[]], problems: [] });
  });

  test("a line is too long by one sign, and what is told of it is short", () => {
    const long = "x".repeat(8193);
    expect(read([long]).problems).toEqual([{ offset: 0, code: "too_long", text: "x".repeat(500) }]);
    expect(problem(long.slice(1))).toBe("torn_line");
  });

  test.each([
    ["no printer", `- ana 5 ${at} total 1 - Plan`, "torn_line"],
    ["no number of a job", `Copier ana - ${at} total 1 - Plan`, "torn_line"],
    ["a number with a letter before it", `Copier ana x5 ${at} total 1 - Plan`, "torn_line"],
    ["a number with a letter after it", `Copier ana 5x ${at} total 1 - Plan`, "torn_line"],
    ["a number of eleven digits", `Copier ana 12345678901 ${at} total 1 - Plan`, "torn_line"],
    ["a page that is none", `Copier ana 5 ${at} x 1 - Plan`, "bad_number"],
    ["no count at all", `Copier ana 5 ${at} total - - Plan`, "bad_number"],
    ["a month that is none", "Copier ana 5 [18/Foo/2026:13:21:15 +0000] total 1 - Plan", "bad_time"],
    ["a day that is none", "Copier ana 5 [31/Feb/2026:13:21:15 +0000] total 1 - Plan", "bad_time"],
  ])("%s", (_, line, code) => {
    expect([problem(line), one(line)]).toEqual([code, undefined]);
  });

  test("fewer fields than the format has after the time", () => {
    const format = "%p %u %j %T %P %C %{job-name} %{media} %{sides}";
    expect(problem(`Copier ana 5 ${at} total 7 Plan`, format)).toBe("torn_line");
    expect(one(`Copier ana 5 ${at} total 7  A4 one-sided`, format)).toMatchObject({ title: null, paperSize: "A4" });
  });
});

describe("how many sides", () => {
  test.each([
    ["of a total, as the printer has counted", "total 3 6", 6],
    ["of a total, as CUPS has counted, where the printer says nothing", "total 3 -", 3],
    ["and where it says none", "total 3 0", 3],
    ["of a page, its copies: the printer counts the job", "1 3 6", 3],
    ["where CUPS counts nothing, as the printer has", "total - 6", 6],
    ["of a job without pages, none", "total 0 0", 0],
  ])("%s", (_, counts, sides) => {
    expect(one(`Copier ana 5 ${at} ${counts} Plan`)).toMatchObject({ sides, title: "Plan" });
  });

  test("without a page, a running sum", () => {
    expect(one(`Copier ana 5 ${at} - 3 - Plan`)).toMatchObject({ sides: 3 });
    const format = "%p %u %j %T %{job-impressions-completed} %{job-name}";
    expect(one(`Copier ana 5 ${at} 4 Plan`, format)).toMatchObject({ sides: 4 });
  });
});

describe("when", () => {
  test.each([
    ["[18/May/2026:13:21:15 -0230]", "2026-05-18T15:51:15Z"],
    ["[8/Dec/2026:01:02:03 +0545]", "2026-12-07T19:17:03Z"],
    ["[18/Jan/2026:13:21:15.123456 +0000]", "2026-01-18T13:21:15Z"],
    ["[18/Jan/2026:13:21:15.5 +0000]", "2026-01-18T13:21:15Z"],
  ])("%s is %s", (time, instant) => {
    expect(one(`Copier ana 5 ${time} total 1 - Plan`)?.at).toBe(parseInstant(instant));
  });
});

describe("the words of drivers", () => {
  const format = "%p %u %j %T %P %C %{ColorModel} %{PageSize} %{Duplex}";
  const newer = "%p %u %j %T %P %C %{print-color-mode} %{media} %{sides}";
  test.each([
    ["Gray A4 None", format, { colour: "mono", paperSize: "A4", isDuplex: false }],
    ["CMYK A3 DuplexNoTumble", format, { colour: "colour", paperSize: "A3", isDuplex: true }],
    ["- - -", format, { colour: null, paperSize: null, isDuplex: null }],
    ["monochrome iso_a5_148x210mm one-sided", newer, { colour: "mono", paperSize: "A5", isDuplex: false }],
    ["color A4 two-sided-long-edge", newer, { colour: "colour", paperSize: "A4", isDuplex: true }],
    ["color A4 not-none", newer, { isDuplex: true }],
    ["color A4 one-sided-or-not", newer, { isDuplex: true }],
  ])("%s", (words, by, said) => {
    expect(one(`Copier ana 5 ${at} total 1 ${words}`, by)).toMatchObject(said);
  });
});

describe("a job that is being counted", () => {
  const page = (number: number | "total", count: number, second: number) =>
    `Copier ana 5 [18/May/2026:13:21:${second} +0000] ${number} ${count} - Plan`;

  test("is told when it has grown, and not when a line says nothing new", () => {
    const { records, problems } = read([page(1, 1, 10), page(2, 1, 11), page("total", 2, 12)]);
    expect(records.map((step) => step.map(({ sides }) => sides))).toEqual([[1], [2], []]);
    expect(problems).toEqual([]);
  });

  test("is not counted twice by a line that was written twice", () => {
    const { records, problems, state } = read([page(1, 1, 10), page(1, 1, 10)]);
    expect([records[1], problems, state.jobs.length]).toEqual([[], [], 1]);
  });

  test("is forgotten after five hundred others, the oldest first", () => {
    const lines = Array.from({ length: 502 }, (_, id) => `Copier ana ${id} ${at} total 1 - Plan`);
    const { state } = read(lines);
    expect([state.jobs.length, state.jobs[0]?.[0], state.jobs.at(-1)?.[0]]).toEqual([500, "Copier/2", "Copier/501"]);
  });
});
