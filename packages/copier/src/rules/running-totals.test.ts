import { expect, test } from "vitest";
import { RECOMMENDED_PAGE_LOG_FORMAT, missingFromFormat, parsePageLogFormat } from "./page-log-format.ts";
import { pageLogReader } from "./read-page-log.ts";
import { readPrintLog } from "./read-print-log.ts";

/** A line of job 7 of ana: at so many seconds after 9:00, what CUPS logs for %P and %C. */
function line(second: number, counted: string, { job = 7, user = "ana", title = "Plan" } = {}): string {
  const [minutes, seconds] = [Math.floor(second / 60), second % 60].map((part) => String(part).padStart(2, "0"));
  return `Copier ${user} ${job} [18/May/2026:09:${minutes}:${seconds} +0000] ${counted} - localhost ${title} A4 one-sided\n`;
}

const FORMAT = "%p %u %j %T %P %C %{job-billing} %{job-originating-host-name} %{job-name} %{media} %{sides}";
async function read(...lines: string[]) {
  const { records, problems } = await readPrintLog(pageLogReader(FORMAT), [new TextEncoder().encode(lines.join(""))]);
  return { sides: records.map((record) => record.sides), questions: problems.map(({ code, text }) => [code, text]) };
}

test("totals that rise while a job prints are one job of the last of them", async () => {
  expect(await read(line(0, "total 1"), line(3, "total 3"), line(8, "total 8"))).toEqual({ sides: [8], questions: [] });
});

test("pages that are each followed by the total so far are counted once", async () => {
  const pages = [1, 2, 3].flatMap((page) => [line(page, `${page} 1`), line(page, `total ${page}`)]);
  expect(await read(...pages)).toEqual({ sides: [3], questions: [] });
  const slowly = [1, 2, 3].flatMap((page) => [line(page * 9, `${page} 1`), line(page * 9 + 4, `total ${page}`)]);
  expect(await read(...slowly)).toEqual({ sides: [3], questions: [] });
});

test("a total of nothing beside pages, before or after them, takes none of them away", async () => {
  expect((await read(line(1, "1 2"), line(2, "2 2"), line(3, "total 0"))).sides).toEqual([4]);
  expect((await read(line(1, "total 0"), line(2, "1 2"), line(3, "2 2"))).sides).toEqual([4]);
});

test("an equal total within seconds counts once and is a question with its line", async () => {
  expect(await read(line(0, "total 3"), line(4, "total 3"))).toEqual({
    sides: [3],
    questions: [["repeated_total", line(4, "total 3").trimEnd()]],
  });
  const inPieces = await read(line(0, "total 3"), line(4, "total 3"), line(6, "total 5"));
  expect([inPieces.sides, inPieces.questions.length]).toEqual([[5], 1]);
});

test("a lower total, a later equal one, another user and another title are other jobs", async () => {
  expect(await read(line(0, "total 3"), line(4, "total 2"))).toEqual({ sides: [3, 2], questions: [] });
  expect(await read(line(0, "total 3"), line(600, "total 3"))).toEqual({ sides: [3, 3], questions: [] });
  expect((await read(line(0, "total 3"), line(4, "total 5", { user: "bo" }))).sides).toEqual([3, 5]);
  expect((await read(line(0, "total 3"), line(4, "total 5", { title: "Note" }))).sides).toEqual([3, 5]);
  expect((await read(line(0, "total 3"), line(4, "total 5", { job: 8 }))).sides).toEqual([3, 5]);
  expect((await read(line(0, "total 3"), line(4, "1 1"))).sides).toEqual([3, 1]);
  expect((await read(line(0, "1 1"), line(1, "total 1"), line(4, "1 1"))).sides).toEqual([1, 1]);
});

test("the format that print servers are told has the copies, and one without them is told what it lacks", async () => {
  expect(missingFromFormat(parsePageLogFormat(RECOMMENDED_PAGE_LOG_FORMAT))).toBeNull();
  expect(missingFromFormat(parsePageLogFormat(FORMAT))).toContain("has no %{copies}");
  const written = "Copier ana 7 [18/May/2026:09:00:00 +0000] total 6 2 - localhost Our plan A4 two-sided-long-edge 6\n";
  const { records } = await readPrintLog(pageLogReader(RECOMMENDED_PAGE_LOG_FORMAT), [
    new TextEncoder().encode(written),
  ]);
  expect(records).toMatchObject([{ sides: 6, copies: 2, title: "Our plan", isDuplex: true }]);
});
