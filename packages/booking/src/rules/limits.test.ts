import fc from "fast-check";
import { expect, test } from "vitest";
import { aResource, aRule, aSituation } from "./builders.ts";
import { claimSpan, limitsFor } from "./limits.ts";

const limitsOf = (...rules: ReturnType<typeof aRule>[]) => limitsFor(aSituation({ rules }), aResource());
const named = (id: string) => ({ id, name: `Rule ${id}` });

test("without rules: at most 31 days, at most two years ahead, a hold of ten minutes, and nothing else", () => {
  expect(limitsOf()).toEqual({
    forbiddenBy: null,
    needsApproval: false,
    approvalRule: null,
    granularityMinutes: null,
    minLengthMinutes: null,
    maxLengthMinutes: { value: 44_640, rule: null },
    minNoticeMinutes: null,
    windows: [{ days: 730, mode: "end_of_day", rule: null }],
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    holdMinutes: 10,
    usage: [],
  });
});

test("the strictest of each wins, with the rule that set it", () => {
  const limits = limitsOf(
    aRule(
      {
        granularityMinutes: 15,
        minLengthMinutes: 30,
        maxLengthMinutes: 240,
        minNoticeMinutes: 0,
        bufferAfterMinutes: 10,
        holdMinutes: 15,
      },
      named("a"),
    ),
    aRule(
      {
        granularityMinutes: 20,
        minLengthMinutes: 60,
        maxLengthMinutes: 120,
        minNoticeMinutes: 90,
        bufferAfterMinutes: 5,
        holdMinutes: 5,
        mayBook: true,
      },
      named("b"),
    ),
    aRule(
      { minLengthMinutes: 60, maxLengthMinutes: 120, bufferBeforeMinutes: 10, needsApproval: true, mayBook: false },
      named("c"),
    ),
    aRule({ needsApproval: false, maxLengthMinutes: 100_000 }, named("d")),
  );
  expect(limits).toMatchObject({
    granularityMinutes: { value: 60, rule: named("b") },
    minLengthMinutes: { value: 60, rule: named("b") },
    maxLengthMinutes: { value: 120, rule: named("b") },
    minNoticeMinutes: { value: 90, rule: named("b") },
    bufferBeforeMinutes: 10,
    bufferAfterMinutes: 10,
    holdMinutes: 5,
    forbiddenBy: named("c"),
    needsApproval: true,
    approvalRule: named("c"),
  });
});

test("a rule can't lift the limits of every space", () => {
  expect(limitsOf(aRule({ maxLengthMinutes: 100_000 })).maxLengthMinutes).toEqual({ value: 44_640, rule: null });
});

test("each rule's counts are kept apart, since each counts its own scope", () => {
  const limits = limitsOf(
    aRule({ maxConcurrentPerPerson: 1, maxUpcomingPerTeam: 5 }, named("a")),
    aRule({ maxConcurrentPerPerson: 3 }, named("b")),
  );
  expect(limits.usage.map(({ counts, whose, max, rule }) => [counts, whose, max, rule.id])).toEqual([
    ["at_once", "person", 1, "a"],
    ["upcoming", "team", 5, "a"],
    ["at_once", "person", 3, "b"],
  ]);
});

test("every count of a rule is a limit: at once, minutes a day and upcoming, of the person and of the team", () => {
  const limits = limitsOf(
    aRule({
      maxConcurrentPerPerson: 1,
      maxConcurrentPerTeam: 2,
      maxMinutesPerDayPerPerson: 3,
      maxMinutesPerDayPerTeam: 4,
      maxUpcomingPerPerson: 0,
      maxUpcomingPerTeam: 6,
    }),
  );
  expect(limits.usage.map(({ counts, whose, max }) => [counts, whose, max])).toEqual([
    ["at_once", "person", 1],
    ["at_once", "team", 2],
    ["minutes_a_day", "person", 3],
    ["minutes_a_day", "team", 4],
    ["upcoming", "person", 0],
    ["upcoming", "team", 6],
  ]);
});

test("all windows are kept, since which ends first depends on now; a window goes to the end of its day unless told", () => {
  const limits = limitsOf(
    aRule({ windowDays: 14 }, named("a")),
    aRule({ windowDays: 0, windowMode: "exact" }, named("b")),
    aRule({ windowMode: "exact" }, named("c")),
    aRule({ windowDays: 3, windowMode: "end_of_day" }, named("d")),
  );
  expect(limits.windows).toEqual([
    { days: 14, mode: "end_of_day", rule: named("a") },
    { days: 0, mode: "exact", rule: named("b") },
    { days: 3, mode: "end_of_day", rule: named("d") },
    { days: 730, mode: "end_of_day", rule: null },
  ]);
});

test("the longest of every space may be a rule's own, and its rule is named then", () => {
  expect(limitsOf(aRule({ maxLengthMinutes: 44_640 }, named("a"))).maxLengthMinutes).toEqual({
    value: 44_640,
    rule: named("a"),
  });
});

test.each([
  [[15, 20], 60],
  [[60, 15], 60],
  [[44_640, 7], 44_640 * 7],
  // Exactly the longest booking still has to fit the next.
  [[31, 1440, 2880], 89_280],
  // Past the longest booking the next changes nothing.
  [[44_639, 44_640, 7], 44_639 * 44_640],
  [[44_641, 44_643, 44_647], 44_641],
])("granularities of %j minutes hold at once: %i", (granularities, expected) => {
  const rules = granularities.map((granularityMinutes, i) => aRule({ granularityMinutes }, named(String(i))));
  expect(limitsOf(...rules).granularityMinutes?.value).toBe(expected);
});

test("adding a rule never loosens, and the order of rules does not matter", () => {
  const minutes = fc.option(fc.integer({ min: 1, max: 1440 }), { nil: null });
  const settings = fc.record({
    granularityMinutes: minutes,
    minLengthMinutes: minutes,
    maxLengthMinutes: minutes,
    minNoticeMinutes: minutes,
    bufferAfterMinutes: minutes,
    holdMinutes: minutes,
  });
  fc.assert(
    fc.property(fc.array(settings, { maxLength: 5 }), settings, (list, extra) => {
      const rules = list.map((each, i) => aRule(each, named(String(i))));
      const added = aRule(extra, named("extra"));
      const before = limitsOf(...rules);
      const after = limitsOf(...rules, added);
      const values = (limits: typeof before) => [
        Math.min(44_641, limits.granularityMinutes?.value ?? 1),
        limits.minLengthMinutes?.value ?? 0,
        -limits.maxLengthMinutes.value,
        limits.minNoticeMinutes?.value ?? 0,
        limits.bufferAfterMinutes,
      ];
      values(after).forEach((value, i) => expect(value).toBeGreaterThanOrEqual(values(before)[i] ?? 0));
      expect(values(limitsOf(added, ...rules.toReversed()))).toEqual(values(after));
      for (const { settings: each } of [...rules, added]) {
        const common = after.granularityMinutes?.value ?? 0;
        const isExact = common > 44_640 || common % (each.granularityMinutes ?? 1) === 0;
        expect(isExact).toBe(true);
      }
    }),
  );
});

test("a claim is the slot with its buffers", () => {
  const limits = limitsOf(aRule({ bufferBeforeMinutes: 5, bufferAfterMinutes: 15 }));
  expect(claimSpan(limits, { start: 0, end: 60_000 })).toEqual({ start: -300_000, end: 960_000 });
});
