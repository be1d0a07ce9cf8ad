import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BookingRefusal } from "./refusals.ts";
import { aRequest, aResource, aRule, aSituation, aSlot, aUsage, closedOn, weekly } from "./builders.ts";
import { isPhysical, refuseBooking, refuseForStaff } from "./refuse-booking.ts";

const NOW = "2026-11-26T08:00:00+05:45";
const MORNING = aSlot("2026-11-26T09:00", "2026-11-26T10:00");
const RULE = { id: "rule-1", name: "House rule" };

type Settings = Parameters<typeof aRule>[0];
const refuse = (settings: Settings, slot = MORNING, now = NOW, situation: Parameters<typeof aSituation>[0] = {}) =>
  refuseBooking(aSituation({ ...situation, rules: [aRule(settings)] }), aRequest(slot, now));
const codes = (refusals: BookingRefusal[]) => refusals.map((refusal) => refusal.code);

test("without rules, a slot from now on is free to book", () => {
  expect(refuse({})).toEqual([]);
});

describe("the past", () => {
  test.each([
    ["yesterday", {}, "2026-11-25T09:00", "2026-11-25T10:00", ["in_the_past"]],
    ["over since this minute", {}, "2026-11-26T07:00", "2026-11-26T08:00", ["in_the_past"]],
    [
      "the cell that holds now may be had from its start",
      { granularityMinutes: 60 },
      "2026-11-26T08:00",
      "2026-11-26T09:00",
      [],
    ],
    [
      "an earlier cell may not, even if it lasts",
      { granularityMinutes: 60 },
      "2026-11-26T07:00",
      "2026-11-26T10:00",
      ["in_the_past"],
    ],
    ["now", {}, "2026-11-26T08:00", "2026-11-26T09:00", []],
  ])("%s", (_, settings, from, to, expected) => {
    expect(codes(refuse(settings, aSlot(from, to)))).toEqual(expected);
  });

  test("at 9:07 the hour from 9:00 can be had, and quarters without a rule", () => {
    const now = "2026-11-26T09:07:00+05:45";
    expect(refuse({ granularityMinutes: 60 }, MORNING, now)).toEqual([]);
    expect(refuse({}, MORNING, now)).toEqual([]);
    expect(codes(refuse({ granularityMinutes: 5 }, MORNING, now))).toEqual(["in_the_past"]);
    expect(codes(refuse({}, aSlot("2026-11-26T09:00", "2026-11-26T09:05"), now))).toEqual(["in_the_past"]);
  });
});

describe("closed", () => {
  const hours = [
    { resourceId: null, weekly: weekly(480, 1200), exceptions: [closedOn("2026-11-27", "Founders' day")] },
    { resourceId: "room-1", weekly: weekly(480, 1020), exceptions: [] },
  ];
  test("by the location, with the open hours of the day", () => {
    expect(refuse({}, aSlot("2026-11-26T19:30", "2026-11-26T20:30"), NOW, { hours })).toEqual([
      {
        code: "closed",
        whose: "location",
        open: [{ startsAt: "2026-11-26T02:15:00.000Z", endsAt: "2026-11-26T11:15:00.000Z" }],
        reason: null,
      },
    ]);
  });

  test("by the resource alone", () => {
    expect(refuse({}, aSlot("2026-11-26T17:30", "2026-11-26T18:30"), NOW, { hours })).toMatchObject([
      { code: "closed", whose: "resource" },
    ]);
  });

  test("by an exceptional day, with its reason", () => {
    expect(refuse({}, aSlot("2026-11-27T09:00", "2026-11-27T10:00"), NOW, { hours })).toEqual([
      { code: "closed", whose: "location", open: [], reason: "Founders' day" },
    ]);
  });

  test("a night is shown whole, not cut at midnight", () => {
    const nights = [{ resourceId: null, weekly: weekly(1080, 1560), exceptions: [] }];
    expect(refuse({}, aSlot("2026-11-27T01:30", "2026-11-27T03:00"), NOW, { hours: nights })).toMatchObject([
      {
        open: [
          { startsAt: "2026-11-26T12:15:00.000Z", endsAt: "2026-11-26T20:15:00.000Z" },
          { startsAt: "2026-11-27T12:15:00.000Z" },
        ],
      },
    ]);
  });
});

describe("what is closed says when it would be open", () => {
  const say = (hours: Parameters<typeof aSituation>[0] & {}, slot: typeof MORNING) =>
    refuse({}, slot, NOW, hours).map((one) => (one.code === "closed" ? [one.whose, one.open.length, one.reason] : one));

  test("on each day that the slot touches, and on no other", () => {
    const hours = [{ resourceId: null, weekly: weekly(480, 1080), exceptions: [] }];
    expect(say({ hours }, aSlot("2026-11-26T19:00", "2026-11-26T20:00"))).toEqual([["location", 1, null]]);
    expect(say({ hours }, aSlot("2026-11-26T19:00", "2026-11-28T09:00"))).toEqual([["location", 3, null]]);
  });

  test("a stay of nights without end, whole: from days before to days after", () => {
    const hours = [{ resourceId: null, weekly: weekly(0, 1440, [2, 3, 4, 5, 6]), exceptions: [] }];
    const [refusal] = refuse({}, aSlot("2026-11-28T23:00", "2026-11-29T01:00"), NOW, { hours });
    expect(refusal).toMatchObject({
      open: [{ startsAt: "2026-11-26T17:15:00.000Z", endsAt: "2026-11-28T18:15:00.000Z" }],
    });
  });

  test("with the first day's reason that there is, the resource's before the location's", () => {
    const location = {
      resourceId: null,
      weekly: weekly(480, 1080),
      exceptions: [closedOn("2026-11-26", ""), closedOn("2026-11-27", "Founders' day")],
    };
    const room = { resourceId: "room-1", weekly: [], exceptions: [closedOn("2026-11-28", "Painting")] };
    const hours = [location, room];
    expect(say({ hours }, aSlot("2026-11-27T09:00", "2026-11-28T10:00"))).toEqual([["location", 0, "Founders' day"]]);
    expect(say({ hours }, aSlot("2026-11-28T09:00", "2026-11-28T10:00"))).toEqual([["resource", 0, "Painting"]]);
  });
});

test("what has begun can't wait for an answer", () => {
  const asked = (now: string) => codes(refuse({ needsApproval: true, granularityMinutes: 60 }, MORNING, now));
  expect(asked("2026-11-26T08:59:00+05:45")).toEqual([]);
  expect(asked("2026-11-26T09:00:00+05:45")).toEqual(["too_late_for_approval"]);
  expect(asked("2026-11-26T09:01:00+05:45")).toEqual(["too_late_for_approval"]);
  expect(codes(refuse({ granularityMinutes: 60 }, MORNING, "2026-11-26T09:01:00+05:45"))).toEqual([]);
  expect(refuse({ needsApproval: true }, MORNING, "2026-11-26T09:00:00+05:45")).toEqual([
    { code: "too_late_for_approval", rule: RULE },
  ]);
});

test("what is physical stops everybody: an archived resource, a slot that is taken; no rule is", () => {
  expect(isPhysical({ code: "resource_archived" })).toBe(true);
  expect(isPhysical({ code: "in_the_past" })).toBe(false);
  expect(refuseForStaff(aSituation({ hours: [] }), aRequest(MORNING, NOW))).toEqual([]);
});

describe("length, grid, notice and window name their rule and its data", () => {
  test.each<[string, Settings, BookingRefusal[]]>([
    ["too short", { minLengthMinutes: 90 }, [{ code: "too_short", minMinutes: 90, rule: RULE }]],
    ["long enough", { minLengthMinutes: 60 }, []],
    ["too long", { maxLengthMinutes: 45 }, [{ code: "too_long", maxMinutes: 45, rule: RULE }]],
    ["off the grid", { granularityMinutes: 120 }, [{ code: "off_grid", granularityMinutes: 120, rule: RULE }]],
    ["on the grid", { granularityMinutes: 20 }, []],
    [
      "too little notice",
      { minNoticeMinutes: 90 },
      [{ code: "too_little_notice", noticeMinutes: 90, earliestStartsAt: "2026-11-26T03:45:00.000Z", rule: RULE }],
    ],
    ["exactly enough notice", { minNoticeMinutes: 60 }, []],
    ["today is in a window of no days", { windowDays: 0 }, []],
    [
      "an exact window ends now",
      { windowDays: 0, windowMode: "exact" },
      [{ code: "too_far_ahead", windowDays: 0, latestEndsAt: "2026-11-26T02:15:00.000Z", rule: RULE }],
    ],
    ["not for them", { mayBook: false }, [{ code: "not_for_you", rule: RULE }]],
    ["approval is no refusal", { needsApproval: true }, []],
  ])("%s", (_, settings, expected) => {
    expect(refuse(settings)).toEqual(expected);
  });

  test("windows end at the end of a local day, or to the minute, across a DST change", () => {
    const zone = "America/St_Johns";
    const situation = { location: { timeZone: zone } };
    const now = "2026-10-30T10:00:00-02:30"; // the clock goes back on 1 November
    const inside = aSlot("2026-11-02T23:30", "2026-11-03T00:00", zone);
    expect(refuse({ windowDays: 3 }, inside, now, situation)).toEqual([]);
    for (const slot of [
      aSlot("2026-11-03T00:00", "2026-11-03T01:00", zone),
      // It begins on the last day, and reaches beyond it.
      aSlot("2026-11-02T23:30", "2026-11-03T00:30", zone),
    ])
      expect(codes(refuse({ windowDays: 3 }, slot, now, situation))).toEqual(["too_far_ahead"]);
    expect(
      refuse(
        { windowDays: 3, windowMode: "exact" },
        aSlot("2026-11-02T09:00", "2026-11-02T10:00", zone),
        now,
        situation,
      ),
    ).toEqual([]);
    expect(refuse({ windowDays: 3, windowMode: "exact" }, inside, now, situation)).toEqual([
      { code: "too_far_ahead", windowDays: 3, latestEndsAt: "2026-11-02T13:30:00.000Z", rule: RULE },
    ]);
  });

  test("every space ends two years ahead and at 31 days", () => {
    expect(refuse({ windowDays: 3650 }, aSlot("2029-01-01T09:00", "2029-03-01T09:00"))).toEqual([
      { code: "too_long", maxMinutes: 44_640, rule: null },
      { code: "too_far_ahead", windowDays: 730, latestEndsAt: "2028-11-25T18:15:00.000Z", rule: null },
    ]);
  });
});

test("all that is wrong is said, in a stable order, and staff are stopped by what is physical only", () => {
  const settings = {
    mayBook: false,
    minLengthMinutes: 240,
    granularityMinutes: 60,
    minNoticeMinutes: 600,
    maxUpcomingPerPerson: 0,
    maxConcurrentPerPerson: 0,
    maxMinutesPerDayPerPerson: 10,
  };
  const hours = [{ resourceId: null, weekly: weekly(600, 1200), exceptions: [] }];
  const situation = aSituation({ hours, rules: [aRule(settings)] });
  const slot = aSlot("2026-11-26T07:10", "2026-11-26T08:00");
  const request = aRequest(slot, NOW, { resource: aResource({ isArchived: true }) });
  const refusals = refuseBooking(situation, request);
  expect(codes(refusals)).toEqual([
    "resource_archived",
    "not_for_you",
    "in_the_past",
    "closed",
    "too_short",
    "off_grid",
    "too_little_notice",
    "too_many_at_once",
    "too_many_minutes_a_day",
    "too_many_upcoming",
  ]);
  expect(refuseForStaff(situation, request)).toEqual([{ code: "resource_archived" }]);
  expect(isPhysical({ code: "slot_taken" })).toBe(true);
});

test("the limits of every space bind staff also where a rule has stricter ones", () => {
  const situation = aSituation({ rules: [aRule({ maxLengthMinutes: 60, windowDays: 7 })] });
  expect(refuseForStaff(situation, aRequest(aSlot("2026-12-26T09:00", "2026-12-28T09:00"), NOW))).toEqual([]);
  expect(codes(refuseForStaff(situation, aRequest(aSlot("2036-11-27T09:00", "2037-11-27T09:00"), NOW)))).toEqual([
    "too_long",
    "too_far_ahead",
  ]);
});

test("adding a rule never makes a refused slot bookable, and no code comes twice", () => {
  const minutes = fc.option(fc.integer({ min: 1, max: 600 }), { nil: null });
  const few = fc.option(fc.integer({ min: 0, max: 2 }), { nil: null });
  const settings = fc.record({
    granularityMinutes: minutes,
    minLengthMinutes: minutes,
    maxLengthMinutes: minutes,
    minNoticeMinutes: minutes,
    maxMinutesPerDayPerPerson: minutes,
    maxConcurrentPerPerson: few,
    maxUpcomingPerPerson: few,
    windowDays: few,
  });
  const slots = fc.tuple(fc.nat({ max: 600 }), fc.integer({ min: 1, max: 40 })).map(([from, length]) => ({
    start: MORNING.start + from * 300_000,
    end: MORNING.start + (from + length) * 300_000,
  }));
  fc.assert(
    fc.property(
      fc.array(settings, { maxLength: 4 }),
      settings,
      slots,
      fc.array(slots, { maxLength: 3 }),
      (list, extra, slot, used) => {
        const rules = list.map((each, i) => aRule(each, { id: `r${i}` }));
        const usage = used.map((span, i) => aUsage(span, { id: `b${i}` }));
        const refusing = (all: typeof rules) =>
          codes(refuseBooking(aSituation({ rules: all, usage }), aRequest(slot, NOW)));
        const before = refusing(rules);
        const after = refusing([...rules, aRule(extra, { id: "extra" })]);
        expect(before.filter((code) => !after.includes(code))).toEqual([]);
        expect(new Set(after).size).toBe(after.length);
      },
    ),
  );
});
