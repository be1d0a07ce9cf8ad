import { dayInterval } from "@working-social/kernel";
import { describe, expect, test } from "vitest";
import type { RateView } from "../rates/schema.ts";
import { aRate, aResource, aSituation, aSlot } from "./builders.ts";
import { dayRate, hourPieces, ratesFor } from "./rates.ts";

const ZONE = "Asia/Kathmandu";
const DATE = "2026-11-26"; // a Thursday
const day = { date: DATE, ...dayInterval(DATE, ZONE) };
const slot = (from: string, to: string) => aSlot(`${DATE}T${from}`, `${DATE}T${to}`);
const ids = (rates: RateView[], over: Parameters<typeof aSituation>[0] = {}) =>
  ratesFor(aSituation({ rates, ...over }), aResource()).map(({ id }) => id);

describe("whom a rate is for", () => {
  const all = [
    aRate({ id: "plan", planId: "plan-flex" }),
    aRate({ id: "plan of members", planId: "plan-flex", audience: "member" }),
    aRate({ id: "another plan", planId: "plan-x" }),
    aRate({ id: "members", audience: "member" }),
    aRate({ id: "guests", audience: "non_member" }),
    aRate({ id: "anyone" }),
  ];
  test("somebody with a plan", () => {
    expect(ids(all)).toEqual(["plan of members", "plan", "members", "anyone"]);
  });
  test("somebody without", () => {
    expect(ids(all, { person: { planId: null } })).toEqual(["guests", "anyone"]);
  });
});

test("the most specific first, whatever the order: scope, audience, band, weekdays, the one made last", () => {
  const inOrder = [
    aRate({ id: "room", resourceId: "room-1" }),
    aRate({ id: "kind", resourceKind: "room" }),
    aRate({ id: "plan", planId: "plan-flex" }),
    aRate({ id: "member", audience: "member", bandFromMinute: 0, bandToMinute: 1440 }),
    aRate({ id: "narrow", bandFromMinute: 600, bandToMinute: 660 }),
    aRate({ id: "late", bandFromMinute: 1200, bandToMinute: 1320 }),
    aRate({ id: "some days", weekdays: [4, 4, 4, 5, 5, 5, 4, 5] }),
    aRate({ id: "more days", weekdays: [3, 4, 5] }),
    aRate({ id: "newer" }),
    aRate({ id: "every day", weekdays: [1, 2, 3, 4, 5, 6, 7] }),
    aRate({ id: "another location", locationId: "south" }),
  ];
  const expected = inOrder.slice(0, -1).map(({ id }) => id);
  for (const rates of [inOrder, inOrder.toReversed(), [...inOrder.slice(5), ...inOrder.slice(0, 5)]])
    expect(ids(rates)).toEqual(expected);
});

describe("hours", () => {
  const pieces = (rates: RateView[], from: string, to: string) =>
    hourPieces(rates, slot(from, to), day, ZONE).map(({ start, end, rate }) => [
      (start - day.start) / 60_000,
      (end - day.start) / 60_000,
      rate?.id ?? null,
    ]);
  const morning = aRate({ id: "morning", bandFromMinute: 480, bandToMinute: 720 });

  test("are cut where the rate changes, and nowhere else", () => {
    expect(pieces([morning, aRate({ id: "any" })], "07:00", "13:00")).toEqual([
      [420, 480, "any"],
      [480, 720, "morning"],
      [720, 780, "any"],
    ]);
    expect(pieces([morning], "08:00", "12:00")).toEqual([[480, 720, "morning"]]);
    expect(pieces([morning], "11:00", "13:00")).toEqual([
      [660, 720, "morning"],
      [720, 780, null],
    ]);
    expect(pieces([], "09:00", "10:00")).toEqual([[540, 600, null]]);
  });

  test("are those of the weekday; half-days and days are no hours", () => {
    const friday = aRate({ id: "friday", weekdays: [5] });
    const thursday = aRate({ id: "thursday", weekdays: [3, 4] });
    expect(pieces([friday, thursday], "09:00", "10:00")).toEqual([[540, 600, "thursday"]]);
    expect(pieces([aRate({ unit: "day" }), aRate({ unit: "half_day" })], "09:00", "10:00")).toEqual([[540, 600, null]]);
  });
});

test("a half-day or day rate is the first of its unit and weekday whose band holds the part", () => {
  const band = { bandFromMinute: 480, bandToMinute: 720 };
  const rates = [
    aRate({ id: "hour" }),
    aRate({ id: "friday", unit: "day", weekdays: [5] }),
    aRate({ id: "morning", unit: "day", ...band }),
    aRate({ id: "half", unit: "half_day" }),
    aRate({ id: "day", unit: "day", weekdays: [4] }),
  ];
  const found = (unit: "half_day" | "day", from: string, to: string) =>
    dayRate(rates, unit, slot(from, to), day, ZONE)?.id;
  expect(found("day", "08:00", "12:00")).toBe("morning");
  expect(found("day", "08:00", "12:01")).toBe("day");
  expect(found("half_day", "08:00", "12:00")).toBe("half");
  expect(dayRate([], "day", slot("08:00", "12:00"), day, ZONE)).toBe(null);
});
