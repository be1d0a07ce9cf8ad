import type { Interval } from "@working-social/kernel";
import { dayInterval, overlaps, parseInstant } from "@working-social/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aLocal, aRequest, aResource, aRule, aSituation, aSlot, aUsage, closedOn, weekly } from "./builders.ts";
import { fitLength, gridMinutes, isOnGrid } from "./grid.ts";
import { claimSpan, limitsFor } from "./limits.ts";
import { nearestSlots } from "./nearest-slots.ts";
import { refuseBooking } from "./refuse-booking.ts";
import type { BookingRequest, BookingSituation } from "./situation.ts";

const MINUTE_MS = 60_000;
const NOW = "2026-11-26T06:00:00+05:45";
const NINE = aSlot("2026-11-26T09:00", "2026-11-26T10:00");
const OFFICE = [{ resourceId: null, weekly: weekly(480, 1080), exceptions: [] }];

const find = (
  situation: BookingSituation,
  request: BookingRequest,
  busy: Interval[] = [],
  count = 3,
  searchDays = 14,
) => nearestSlots(situation, request.resource, request, busy, { count, searchDays });
const clock = (slots: Interval[], zone = "Asia/Kathmandu") =>
  slots.map((slot) =>
    Temporal.Instant.fromEpochMilliseconds(slot.start)
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .toString()
      .slice(5, 16),
  );

describe("nearest first, the later of two equally near", () => {
  test("around a booking", () => {
    expect(clock(find(aSituation({ hours: OFFICE }), aRequest(NINE, NOW), [NINE]))).toEqual([
      "11-26T10:00",
      "11-26T08:00",
      "11-26T10:15",
    ]);
  });

  test("the buffers of both sides keep apart", () => {
    const situation = aSituation({
      hours: OFFICE,
      rules: [aRule({ bufferBeforeMinutes: 10, bufferAfterMinutes: 15, granularityMinutes: 5 })],
    });
    const claim = { start: NINE.start - 10 * MINUTE_MS, end: NINE.end + 15 * MINUTE_MS };
    expect(clock(find(situation, aRequest(NINE, NOW), [claim], 2))).toEqual(["11-26T10:25", "11-26T10:30"]);
  });

  test("the next open day, when this one is closed", () => {
    const hours = [
      {
        resourceId: null,
        weekly: weekly(480, 1080, [1, 2, 3, 4, 5]),
        exceptions: [closedOn("2026-11-26"), closedOn("2026-11-27")],
      },
    ];
    expect(clock(find(aSituation({ hours }), aRequest(NINE, "2026-11-26T06:00:00+05:45"), [], 2))).toEqual([
      "11-30T08:00",
      "11-30T08:15",
    ]);
  });

  test("a length that is refused becomes the nearest allowed one", () => {
    const situation = aSituation({ hours: OFFICE, rules: [aRule({ maxLengthMinutes: 120, granularityMinutes: 60 })] });
    const [slot] = find(situation, aRequest(aSlot("2026-11-26T09:00", "2026-11-26T17:00"), NOW));
    expect(slot).toEqual(aSlot("2026-11-26T09:00", "2026-11-26T11:00"));
  });

  test("the asked start is kept where no rule sets a grid", () => {
    const situation = aSituation({ rules: [aRule({ maxLengthMinutes: 30 })] });
    expect(clock(find(situation, aRequest(aSlot("2026-11-26T09:05", "2026-11-26T10:05"), NOW), [], 2))).toEqual([
      "11-26T09:05",
      "11-26T09:00",
    ]);
  });

  test("the asked start is kept only where it is free, also where others have just left", () => {
    const request = aRequest(aSlot("2026-11-26T09:05", "2026-11-26T09:35"), NOW);
    const around = (from: string, to: string) =>
      clock(find(aSituation(), request, [aSlot(`2026-11-26T${from}`, `2026-11-26T${to}`)], 2));
    expect(around("09:00", "09:20")).toEqual(["11-26T09:30", "11-26T08:30"]);
    expect(around("08:00", "09:05")).toEqual(["11-26T09:05", "11-26T09:15"]);
  });

  test("a day of 25 hours is no day where others have its last hour", () => {
    const zone = "America/St_Johns";
    const situation = aSituation({ location: { timeZone: zone }, rules: [aRule({ granularityMinutes: 1440 })] });
    const request = aRequest(aSlot("2026-11-01T00:00", "2026-11-02T00:00", zone), "2026-10-01T00:00:00Z");
    const day = { ...request, slot: { ...request.slot, end: request.slot.start + 1440 * MINUTE_MS } };
    expect(clock(find(situation, day, [], 1), zone)).toEqual(["11-01T00:00"]);
    const busy = [aSlot("2026-11-01T23:30", "2026-11-02T00:00", zone)];
    expect(clock(find(situation, day, busy, 1), zone)).toEqual(["10-31T00:00"]);
  });

  test("nothing that ends now", () => {
    const request = aRequest(aSlot("2026-11-26T09:00", "2026-11-26T09:05"), "2026-11-26T09:05:00+05:45");
    expect(clock(find(aSituation(), request, [], 1))).toEqual(["11-26T09:15"]);
  });

  test("nothing that is over, though its cell is not", () => {
    const request = aRequest(aSlot("2026-11-26T09:00", "2026-11-26T09:05"), "2026-11-26T09:07:00+05:45");
    expect(clock(find(aSituation(), request, [], 1))).toEqual(["11-26T09:15"]);
  });

  test("after the notice, before the window's end", () => {
    const situation = aSituation({ rules: [aRule({ minNoticeMinutes: 200, windowDays: 0, granularityMinutes: 30 })] });
    expect(clock(find(situation, aRequest(aSlot("2026-11-28T09:00", "2026-11-28T09:30"), NOW), [], 1))).toEqual([
      "11-26T23:30",
    ]);
    expect(clock(find(situation, aRequest(aSlot("2026-11-26T06:30", "2026-11-26T07:00"), NOW), [], 1))).toEqual([
      "11-26T09:30",
    ]);
  });

  test("not what has begun, where it needs approval", () => {
    const situation = aSituation({ rules: [aRule({ needsApproval: true, granularityMinutes: 60 })] });
    const first = (now: string) => clock(find(situation, aRequest(NINE, now), [], 1));
    expect(first("2026-11-26T09:00:00+05:45")).toEqual(["11-26T10:00"]);
    expect(first("2026-11-26T09:07:00+05:45")).toEqual(["11-26T10:00"]);
    expect(first("2026-11-26T08:59:59+05:45")).toEqual(["11-26T09:00"]);
  });

  test("as many as asked for, within the days asked for", () => {
    const hours = [{ resourceId: null, weekly: weekly(540, 600, [6]), exceptions: [] }]; // two days later
    const starts = (count: number, days: number) =>
      clock(find(aSituation({ hours }), aRequest(NINE, NOW), [], count, days));
    expect([starts(0, 14), starts(3, 1), starts(3, 2), starts(2, 5), starts(1, 14)]).toEqual([
      [],
      [],
      ["11-28T09:00"],
      ["11-28T09:00"],
      ["11-28T09:00"],
    ]);
    expect([starts(1, 1), starts(1, 2)]).toEqual([[], ["11-28T09:00"]]);
    expect(starts(3, 14)).toEqual(["11-28T09:00", "12-05T09:00"]);
  });

  test("none, where none is asked for, though slots are free", () => {
    expect([
      find(aSituation({}), aRequest(NINE, NOW), [], 0),
      find(aSituation({}), aRequest(NINE, NOW), [], 1).length,
    ]).toEqual([[], 1]);
  });

  test("another day, when the day's minutes are used up", () => {
    const usage = [aUsage(aSlot("2026-11-26T14:00", "2026-11-26T16:00"))];
    const situation = aSituation({ hours: OFFICE, usage, rules: [aRule({ maxMinutesPerDayPerPerson: 120 })] });
    expect(clock(find(situation, aRequest(NINE, NOW), [], 1))).toEqual(["11-27T08:00"]);
  });
});

describe("none at all", () => {
  test.each<[string, Parameters<typeof aSituation>[0], Partial<BookingRequest>]>([
    ["archived", {}, { resource: aResource({ isArchived: true }) }],
    ["not for them", { rules: [aRule({ mayBook: false })] }, {}],
    ["no length fits", { rules: [aRule({ minLengthMinutes: 90, maxLengthMinutes: 60 })] }, {}],
    ["too many upcoming", { rules: [aRule({ maxUpcomingPerPerson: 0 })] }, {}],
    ["never open", { hours: [] }, {}],
    ["too long ago", {}, { slot: aSlot("2026-10-01T09:00", "2026-10-01T10:00") }],
  ])("%s", (_, situation, request) => {
    expect(find(aSituation(situation), aRequest(NINE, NOW, request))).toEqual([]);
  });
});

test.each([
  ["Australia/Lord_Howe", "2026-10-04", 60, ["10-04T01:00", "10-04T03:00", "10-04T00:00"]],
  ["Africa/Cairo", "2026-04-24", 60, ["04-24T02:00", "04-24T03:00", "04-24T01:00"]],
  ["America/Havana", "2026-11-01", 60, ["11-01T02:00", "11-01T03:00", "11-01T01:00"]],
])("on the day of a clock change in %s", (zone, date, granularityMinutes, expected) => {
  const situation = aSituation({
    location: { timeZone: zone },
    rules: [aRule({ granularityMinutes })],
    hours: [{ resourceId: null, weekly: weekly(0, 1440), exceptions: [] }],
  });
  const start = aLocal(`${date}T02:00`, zone);
  const asked = zone === "Australia/Lord_Howe" ? dayInterval(date, zone).start + 90 * MINUTE_MS : start;
  const slots = find(situation, aRequest({ start: asked, end: asked + 60 * MINUTE_MS }, "2026-01-01T00:00:00Z"));
  expect(clock(slots, zone)).toEqual(expected);
});

/** Every minute around the asked start, asked one by one: slow, and hard to get wrong. */
function byBruteForce(
  situation: BookingSituation,
  request: BookingRequest,
  busy: Interval[],
  count: number,
  days: number,
): Interval[] {
  const limits = limitsFor(situation, request.resource);
  const zone = situation.location.timeZone;
  const asked = request.slot.start;
  const length = fitLength(limits, (request.slot.end - asked) / MINUTE_MS);
  if (length === null) return [];
  const found: Interval[] = [];
  for (let away = 0; away <= days * 1440 && found.length < count; away += 1) {
    for (const start of away === 0 ? [asked] : [asked + away * MINUTE_MS, asked - away * MINUTE_MS]) {
      const slot = { start, end: start + length * MINUTE_MS };
      const isOffered =
        isOnGrid(gridMinutes(limits), start, zone) || (away === 0 && limits.granularityMinutes === null);
      if (!isOffered || busy.some((claim) => overlaps(claim, claimSpan(limits, slot)))) continue;
      if (refuseBooking(situation, { ...request, slot }).length === 0) found.push(slot);
    }
  }
  return found.slice(0, count);
}

const maybe = (values: number[]) => fc.constantFrom(null, null, ...values);

describe("against brute force", () => {
  const settings = fc.record({
    granularityMinutes: maybe([15, 30, 45, 60]),
    minLengthMinutes: maybe([30, 60]),
    maxLengthMinutes: maybe([90, 120]),
    minNoticeMinutes: maybe([10, 500]),
    windowDays: maybe([0, 1]),
    windowMode: fc.constantFrom("exact" as const, "end_of_day" as const),
    bufferBeforeMinutes: maybe([10]),
    bufferAfterMinutes: maybe([25]),
    maxConcurrentPerPerson: maybe([1, 2]),
    maxMinutesPerDayPerPerson: maybe([60, 180]),
  });
  const days = fc.constantFrom(
    ["Australia/Lord_Howe", "2026-10-04"],
    ["Africa/Cairo", "2026-04-24"],
    ["America/Havana", "2026-11-01"],
    ["America/St_Johns", "2026-03-08"],
    ["Asia/Kathmandu", "2026-11-26"],
  );
  const spans = fc.array(fc.tuple(fc.integer({ min: -600, max: 900 }), fc.integer({ min: 1, max: 40 })), {
    maxLength: 6,
  });
  const hours = fc.constantFrom(weekly(0, 1440), weekly(480, 1200), weekly(1200, 1560), weekly(90, 150));

  test("every slot passes, overlaps nothing, and none nearer is left out", () => {
    fc.assert(
      fc.property(
        days,
        settings,
        spans,
        spans,
        hours,
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (place, rule, busyAt, usedAt, open, offset, length, count) => {
          const [zone = "", date = ""] = place;
          const { start: midnight } = dayInterval(date, zone);
          const at = ([from, steps]: [number, number]) => ({
            start: midnight + from * 5 * MINUTE_MS,
            end: midnight + (from + steps) * 5 * MINUTE_MS,
          });
          const usage = usedAt.map((span, i) => aUsage(at(span), { id: `b${i}` }));
          const situation = aSituation({
            location: { timeZone: zone },
            rules: [aRule(rule)],
            hours: [{ resourceId: null, weekly: open, exceptions: [] }],
            usage,
          });
          const now = midnight - 300 * MINUTE_MS + 7 * MINUTE_MS;
          const request = { ...aRequest(at([offset, length]), "2026-01-01T00:00:00Z"), now };
          const busy = busyAt.map(at);
          expect(find(situation, request, busy, count, 1)).toEqual(byBruteForce(situation, request, busy, count, 1));
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

test("two weeks of a full room are searched in a moment", () => {
  const situation = aSituation({
    hours: OFFICE,
    rules: [aRule({ granularityMinutes: 5, maxMinutesPerDayPerPerson: 30 })],
  });
  const start = parseInstant("2026-11-20T00:00:00Z");
  const busy = Array.from({ length: 28 * 24 }, (_, hour) => ({
    start: start + hour * 3_600_000,
    end: start + hour * 3_600_000 + 50 * MINUTE_MS,
  }));
  // The time that it works, not that it waits for a busy machine.
  const began = process.threadCpuUsage();
  expect(find(situation, aRequest(NINE, NOW), busy)).toEqual([]);
  const { user, system } = process.threadCpuUsage(began);
  expect((user + system) / 1000).toBeLessThan(500);
});
