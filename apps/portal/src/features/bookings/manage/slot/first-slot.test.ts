import { parseInstant } from "@working-social/kernel";
import { expect, it } from "vitest";
import { aDay, aResource } from "../../../day/testing/a-day.ts";
import { at, slot } from "../../../day/testing/at.ts";
import { firstFree, firstFreeOf, firstTimes } from "./first-slot.ts";

it.each([
  ["2026-11-21T03:20:00Z", "Asia/Kathmandu", { date: "2026-11-21", from: "09:30", to: "10:30" }],
  ["2026-11-21T12:30:00Z", "UTC", { date: "2026-11-21", from: "13:00", to: "14:00" }],
  ["2026-11-21T22:10:00Z", "UTC", { date: "2026-11-22", from: "10:00", to: "11:00" }],
  ["2026-12-31T23:59:00Z", "UTC", { date: "2027-01-01", from: "10:00", to: "11:00" }],
])("at %s in %s", (now, zone, times) => {
  expect(firstTimes(parseInstant(now), zone)).toMatchObject(times);
});

it("begins with what is open and free, until it closes", () => {
  const day = aDay({
    resources: [aResource({ id: "lantern" }), aResource({ id: "hall", name: "Zenith" })],
    bookings: [["lantern", 840, 900]],
  });
  expect(firstFree(day, at(day, "13:00"))).toEqual({ resourceId: "lantern", slot: slot(day, "13:00-14:00") });
  expect(firstFree(day, at(day, "14:00"))).toEqual({ resourceId: "hall", slot: slot(day, "14:00-15:00") });
  expect(firstFree(day, at(day, "03:00"))).toBeNull();
});

it("of a room seen free, begins with now and ends when the next comes", () => {
  const day = aDay({ resources: [aResource({ id: "lantern" })], bookings: [["lantern", 840, 900]] });
  expect(firstFreeOf(day, "lantern", at(day, "13:05"))).toEqual(slot(day, "13:15-14:00"));
  expect(firstFreeOf(day, "lantern", at(day, "13:50"))).toEqual(slot(day, "15:00-16:00"));
  expect(firstFreeOf(day, "lantern", at(day, "18:20"))).toEqual(slot(day, "18:30-19:00"));
  expect(firstFreeOf(day, "lantern", at(day, "19:30"))).toBeNull();
  expect(firstFreeOf(day, "hall", at(day, "13:05"))).toBeNull();
});
