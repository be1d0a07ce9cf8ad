import { describe, expect, test } from "vitest";
import type { Entry } from "./open-job.ts";
import { continued, keyAfter, meaningOf, started } from "./open-job.ts";

const SECOND = 1000;
const HOUR = 3_600_000;
const entry = (page: Entry["page"], count: number, at = 0, more: Partial<Entry> = {}): Entry => ({
  printer: "Copier",
  jobId: "11",
  user: "ana",
  title: "Plan",
  host: null,
  billing: null,
  at,
  copies: null,
  colour: null,
  paperSize: null,
  isDuplex: null,
  page,
  count,
  ...more,
});
/** The job after these lines, each a page and its count, a second apart. */
const after = (...lines: [page: Entry["page"], count: number][]) => {
  const [first, ...rest] = lines.map(([page, count], index) => entry(page, count, index * SECOND));
  if (!first) throw new Error("A job has a line.");
  return rest.reduce((job, line) => continued(job, line, `line ${line.at}`), started(first, "line 0", "key"));
};
const next = (job: ReturnType<typeof after>, page: Entry["page"], count: number, pauseMs = SECOND) =>
  meaningOf(job, entry(page, count, job.lastAt + pauseMs));

describe("a line with the number of an open job is", () => {
  test("more of it when it is the total after the pages, however late", () => {
    expect(next(after([1, 1], [2, 1]), "total", 2, 2 * HOUR)).toBe("same_job");
  });

  test("more of it when a running sum comes late: the highest counts", () => {
    expect(next(after([null, 5]), null, 3)).toBe("same_job");
    expect(next(after([null, 5]), null, 3, HOUR)).toBe("another_job");
  });

  test("of another job when its user or its title is another", () => {
    const job = after([1, 1]);
    expect(meaningOf(job, entry(2, 1, SECOND, { user: "bo" }))).toBe("another_job");
    expect(meaningOf(job, entry(2, 1, SECOND, { title: null }))).toBe("another_job");
    expect(meaningOf(job, entry(2, 1, SECOND))).toBe("same_job");
  });

  test("more of it when the page is a later one, however long a paper jam lasted", () => {
    expect([next(after([1, 1]), 2, 1, 20 * HOUR), next(after([2, 1]), 2, 1), next(after([2, 1]), 1, 1)]).toEqual([
      "same_job",
      "another_job",
      "another_job",
    ]);
  });

  test("of another job when pages begin after a total that counted them", () => {
    expect(next(after(["total", 3]), 1, 1)).toBe("another_job");
    expect(next(after(["total", 0]), 1, 1)).toBe("same_job");
    expect(next(after([1, 1], ["total", 1]), 2, 1)).toBe("same_job");
    expect(next(after([1, 1], ["total", 1]), 2, 1, HOUR - 1)).toBe("same_job");
    expect(next(after([1, 1], ["total", 1]), 2, 1, HOUR)).toBe("another_job");
    expect(next(after([1, 1], ["total", 0]), 2, 1, HOUR)).toBe("same_job");
    expect(next(after([1, 1], [2, 1]), 3, 1, HOUR)).toBe("same_job");
  });

  test("more of it when a total rises within the hour", () => {
    expect(next(after(["total", 1]), "total", 3)).toBe("same_job");
    expect(next(after(["total", 1]), "total", 3, HOUR - 1)).toBe("same_job");
    expect(next(after(["total", 1]), "total", 3, HOUR)).toBe("another_job");
    expect(next(after(["total", 3]), "total", 1)).toBe("another_job");
    expect(next(after([1, 1]), "total", 1)).toBe("same_job");
  });

  test("a question when the same total comes again within a minute, and another job later", () => {
    expect(next(after(["total", 3]), "total", 3)).toBe("repeated_total");
    expect(next(after(["total", 3]), "total", 3, 60 * SECOND - 1)).toBe("repeated_total");
    expect(next(after(["total", 3]), "total", 3, 60 * SECOND)).toBe("another_job");
    expect(next(after(["total", 1], [1, 1]), "total", 1)).toBe("same_job");
  });

  test("more of it when it has no page number and comes within the hour, also by a clock that was set back", () => {
    expect([HOUR - 1, 1 - HOUR].map((pause) => next(after([null, 1]), null, 2, pause))).toEqual([
      "same_job",
      "same_job",
    ]);
    expect([HOUR, -HOUR].map((pause) => next(after([null, 1]), null, 2, pause))).toEqual([
      "another_job",
      "another_job",
    ]);
  });
});

describe("a job", () => {
  test("has as many sides as its pages come to, or its highest total, whichever is more", () => {
    const sides = (...lines: Parameters<typeof after>) => after(...lines).record.sides;
    expect(sides([1, 2], [2, 2])).toBe(4);
    expect(sides([1, 1], ["total", 1], [2, 1], ["total", 2], [3, 1], ["total", 3])).toBe(3);
    expect(sides(["total", 8], ["total", 3])).toBe(8);
    expect(sides([null, 3], [null, 8])).toBe(8);
    expect(sides(["total", 3])).toBe(3);
    expect(sides([1, 1], [2, 1], ["total", 0])).toBe(2);
  });

  test("begins with a page, a total or a running sum", () => {
    const state = ({ lastPage, pages, total, endsWithTotal }: ReturnType<typeof after>) => [
      lastPage,
      pages,
      total,
      endsWithTotal,
    ];
    expect(state(after([4, 2]))).toEqual([4, 2, null, false]);
    expect(state(after(["total", 2]))).toEqual([0, 0, 2, true]);
    expect(state(after([null, 2]))).toEqual([0, 0, 2, false]);
    expect(state(after([4, 2], ["total", 2]))).toEqual([4, 2, 2, true]);
    expect(state(after(["total", 0], [1, 3]))).toEqual([1, 3, 0, false]);
    expect(state(after([1, 3], [null, 2]))).toEqual([1, 3, 2, false]);
  });

  test("remembers the lines of its last second", () => {
    const job = started(entry(1, 1), "one", "key");
    const same = continued(job, entry(2, 1), "two");
    expect([job.lastLines, same.lastLines, same.lastAt]).toEqual([["one"], ["one", "two"], 0]);
    expect(continued(same, entry(3, 1, SECOND), "three")).toMatchObject({ lastLines: ["three"], lastAt: SECOND });
  });

  test("whose number comes again within its second has a key with its turn", () => {
    const keyed = (key: string) => started(entry(1, 1), "one", key);
    expect(keyAfter(undefined, "a")).toBe("a");
    expect(keyAfter(keyed("b"), "a")).toBe("a");
    expect(keyAfter(keyed("a"), "a")).toBe("a#2");
    expect(keyAfter(keyed("a#2"), "a")).toBe("a#3");
    expect(keyAfter(keyed("a#9"), "a")).toBe("a#10");
  });
});
