import { durationMinutes, overlaps } from "@working-social/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { UsageBooking } from "./situation.ts";
import { aRequest, aResource, aRule, aSituation, aSlot, aUsage } from "./builders.ts";
import { refuseBooking } from "./refuse-booking.ts";

const NOW = "2026-11-26T06:00:00+05:45";
const NINE = aSlot("2026-11-26T09:00", "2026-11-26T10:00");
const RULE = { id: "rule-1", name: "House rule" };

function refuse(
  rule: ReturnType<typeof aRule>,
  usage: UsageBooking[],
  over: { slot?: typeof NINE; now?: string; teamId?: string | null; replacesBookingId?: string } = {},
) {
  const situation = aSituation({ rules: [rule], usage, person: { teamId: over.teamId ?? null } });
  return refuseBooking(
    situation,
    aRequest(over.slot ?? NINE, over.now ?? NOW, { replacesBookingId: over.replacesBookingId ?? null }),
  );
}

describe("at once", () => {
  const one = aRule({ maxConcurrentPerPerson: 1 });
  const broken = [{ code: "too_many_at_once", max: 1, whose: "person", rule: RULE }];

  test("touching is not at once", () => {
    expect(refuse(one, [aUsage(aSlot("2026-11-26T08:00", "2026-11-26T09:00"))])).toEqual([]);
    expect(refuse(one, [aUsage(aSlot("2026-11-26T08:00", "2026-11-26T09:01"))])).toEqual(broken);
  });

  test("two that follow each other count once", () => {
    const halves = [
      aUsage(aSlot("2026-11-26T08:00", "2026-11-26T09:30")),
      aUsage(aSlot("2026-11-26T09:30", "2026-11-26T11:00"), { id: "b" }),
    ];
    expect(refuse(aRule({ maxConcurrentPerPerson: 2 }), halves)).toEqual([]);
    expect(refuse(one, halves)).toEqual(broken);
  });

  test("one desk at most, and a room besides: each rule counts its own kind", () => {
    const desk = aUsage(NINE, { resourceKind: "hot_desk", resourceId: "desks" });
    const oneDesk = aRule({ maxConcurrentPerPerson: 1 }, { resourceKind: "hot_desk" });
    const oneRoom = aRule({ maxConcurrentPerPerson: 1 }, { id: "rooms", resourceKind: "room" });
    const situation = aSituation({ rules: [oneDesk, oneRoom], usage: [desk] });
    expect(refuseBooking(situation, aRequest(NINE, NOW))).toEqual([]);
    const another = aResource({ id: "desks-2", kind: "hot_desk" });
    expect(refuseBooking(situation, aRequest(NINE, NOW, { resource: another }))).toMatchObject([
      { code: "too_many_at_once" },
    ]);
  });

  test("the booking that is being changed does not count", () => {
    expect(refuse(one, [aUsage(NINE)], { replacesBookingId: "booking-1" })).toEqual([]);
  });

  test("others' bookings count for the team only", () => {
    const colleague = aUsage(NINE, { personId: "ben", teamId: "team-a" });
    expect(refuse(one, [colleague], { teamId: "team-a" })).toEqual([]);
    const teamRule = aRule({ maxConcurrentPerTeam: 1 });
    expect(refuse(teamRule, [colleague], { teamId: "team-a" })).toEqual([
      { code: "too_many_at_once", max: 1, whose: "team", rule: RULE },
    ]);
    expect(refuse(teamRule, [colleague], { teamId: "team-b" })).toEqual([]);
    expect(refuse(teamRule, [aUsage(NINE)])).toEqual([]);
  });

  test("another location counts unless the rule is about one", () => {
    const elsewhere = aUsage(NINE, { locationId: "south" });
    expect(refuse(one, [elsewhere])).toEqual(broken);
    expect(refuse(aRule({ maxConcurrentPerPerson: 1 }, { locationId: "north" }), [elsewhere])).toEqual([]);
  });
});

describe("minutes a day", () => {
  const two = aRule({ maxMinutesPerDayPerPerson: 120 });
  test("count what was used this morning, per local day", () => {
    const early = aUsage(aSlot("2026-11-26T06:00", "2026-11-26T07:30"));
    expect(refuse(two, [early], { now: "2026-11-26T08:00:00+05:45" })).toEqual([
      {
        code: "too_many_minutes_a_day",
        maxMinutes: 120,
        usedMinutes: 90,
        date: "2026-11-26",
        whose: "person",
        rule: RULE,
      },
    ]);
    expect(
      refuse(two, [aUsage(aSlot("2026-11-26T06:00", "2026-11-26T07:00"))], { now: "2026-11-26T08:00:00+05:45" }),
    ).toEqual([]);
  });

  test("a night counts for both its days", () => {
    const night = aSlot("2026-11-26T23:00", "2026-11-27T02:30");
    expect(refuse(two, [], { slot: night })).toMatchObject([{ date: "2026-11-27", usedMinutes: 0 }]);
    expect(refuse(two, [], { slot: aSlot("2026-11-26T22:00", "2026-11-27T02:00") })).toEqual([]);
  });
});

describe("a day a day means this day, however long the clock makes it", () => {
  const zone = "America/St_Johns"; // 25 hours on 1 November, 23 on 8 March
  const refusals = (max: number, from: string, to: string, used: UsageBooking[] = []) =>
    refuseBooking(
      aSituation({ location: { timeZone: zone }, rules: [aRule({ maxMinutesPerDayPerPerson: max })], usage: used }),
      aRequest(aSlot(from, to, zone), "2026-01-01T00:00:00Z"),
    );
  test("a whole day of 25 hours is one day, and 24 hours that are none are minutes", () => {
    expect(refusals(1440, "2026-11-01T00:00", "2026-11-02T00:00")).toEqual([]);
    expect(refusals(1439, "2026-11-01T00:00", "2026-11-02T00:00")).toMatchObject([{ maxMinutes: 1439 }]);
    expect(refusals(1440, "2026-11-01T00:00", "2026-11-01T23:30")).toMatchObject([{ date: "2026-11-01" }]);
  });
  test("a whole day of 23 hours uses all of it", () => {
    const quarter = aUsage(aSlot("2026-03-08T09:00", "2026-03-08T09:15", zone));
    expect(refusals(1440, "2026-03-08T00:00", "2026-03-09T00:00", [quarter])).toMatchObject([{ usedMinutes: 15 }]);
    expect(refusals(2880, "2026-03-08T00:00", "2026-03-09T00:00", [quarter])).toEqual([]);
  });
  test("of several bookings that day, all their minutes count, and those of other days not", () => {
    const used = [
      aUsage(aSlot("2026-05-04T08:00", "2026-05-04T09:00", zone), { id: "a" }),
      aUsage(aSlot("2026-05-04T23:00", "2026-05-05T02:00", zone), { id: "b" }),
      aUsage(aSlot("2026-05-03T22:00", "2026-05-04T00:30", zone), { id: "c" }),
    ];
    expect(refusals(210, "2026-05-04T10:00", "2026-05-04T11:00", used)).toEqual([]);
    expect(refusals(209, "2026-05-04T10:00", "2026-05-04T11:00", used)).toMatchObject([{ usedMinutes: 150 }]);
  });
});

test("a team's limits count its bookings whoever has them, and concern nobody without a team", () => {
  const rules = [
    aRule({ maxMinutesPerDayPerTeam: 90, maxUpcomingPerTeam: 1 }, { id: "team" }),
    aRule({ maxMinutesPerDayPerPerson: 100 }, { id: "person" }),
  ];
  const usage = [
    aUsage(NINE, { personId: "ben", teamId: "team-a" }),
    aUsage(NINE, { id: "b", personId: "ben", teamId: null }),
  ];
  const codes = (teamId: string | null) =>
    refuseBooking(
      aSituation({ rules, usage, person: { teamId } }),
      aRequest(aSlot("2026-11-26T10:00", "2026-11-26T11:00"), NOW),
    ).map((one) => ("whose" in one ? [one.code, one.whose] : one.code));
  expect(codes("team-a")).toEqual([
    ["too_many_minutes_a_day", "team"],
    ["too_many_upcoming", "team"],
  ]);
  expect(codes("team-b")).toEqual([]);
  expect(codes(null)).toEqual([]);
});

test("upcoming: those that have not ended", () => {
  const rule = aRule({ maxUpcomingPerPerson: 2 });
  const over = aUsage(aSlot("2026-11-26T04:00", "2026-11-26T05:00"), { id: "over" });
  const running = aUsage(aSlot("2026-11-26T05:00", "2026-11-26T07:00"), { id: "running" });
  const later = aUsage(aSlot("2026-12-26T05:00", "2026-12-26T07:00"), { id: "later" });
  expect(refuse(rule, [over, running])).toEqual([]);
  const justOver = aUsage(aSlot("2026-11-26T05:00", "2026-11-26T06:00"), { id: "just-over" });
  expect(refuse(rule, [justOver, running])).toEqual([]);
  expect(refuse(rule, [over, running, later])).toEqual([
    { code: "too_many_upcoming", max: 2, whose: "person", rule: RULE },
  ]);
});

test("of several broken limits of a kind, the strictest is named", () => {
  const rules = [
    aRule({ maxUpcomingPerPerson: 1 }, { id: "one" }),
    aRule({ maxUpcomingPerPerson: 0 }, { id: "none", name: "None" }),
  ];
  const refusals = refuseBooking(
    aSituation({ rules, usage: [aUsage(NINE)] }),
    aRequest(aSlot("2026-11-27T09:00", "2026-11-27T10:00"), NOW),
  );
  expect(refusals).toEqual([
    { code: "too_many_upcoming", max: 0, whose: "person", rule: { id: "none", name: "None" } },
  ]);
});

test("at once and minutes a day agree with counting every five minutes", () => {
  const step = 300_000;
  const spans = fc
    .tuple(fc.nat({ max: 500 }), fc.integer({ min: 1, max: 60 }))
    .map(([from, length]) => ({ start: NINE.start + from * step, end: NINE.start + (from + length) * step }));
  fc.assert(
    fc.property(fc.array(spans, { maxLength: 8 }), spans, fc.integer({ min: 0, max: 4 }), (used, slot, max) => {
      const usage = used.map((span, i) => aUsage(span, { id: `b${i}` }));
      const refusals = refuse(aRule({ maxConcurrentPerPerson: max }), usage, { slot });
      let most = 0;
      for (let at = slot.start; at < slot.end; at += step) {
        most = Math.max(most, used.filter((span) => overlaps(span, { start: at, end: at + step })).length);
      }
      expect(refusals.length > 0).toBe(most + 1 > max);
      const inOneDay = refuse(aRule({ maxMinutesPerDayPerPerson: 1440 }), [], { slot });
      expect(inOneDay.length > 0).toBe(durationMinutes(slot) > 2880);
    }),
  );
});
