import type { DayResource, ResourceView, TimelineBooking } from "@working-social/booking/schema";
import { parseInstant } from "@working-social/kernel";
import { describe, expect, it } from "vitest";
import { nowAndNext } from "./now-and-next.ts";

const at = (time: string) => `2026-11-26T${time}:00.000Z`;
const span = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const booking = (id: string, from: string, to: string): TimelineBooking => ({
  id,
  resourceId: "lantern",
  status: "confirmed",
  title: null,
  personName: null,
  isMine: false,
  unitIds: [],
  ...span(from, to),
});
const room: ResourceView = {
  id: "lantern",
  locationId: "here",
  name: "Lantern",
  kind: "room",
  capacity: 6,
  floor: null,
  description: null,
  features: [],
  allocation: "all_units",
  assignment: "on_booking",
  sortOrder: 0,
  isArchived: false,
  units: [{ id: "u1", name: "Lantern" }],
};
const day: DayResource = {
  resource: room,
  open: [span("09:00", "18:00")],
  // A buffer of a quarter of an hour stays after the booking.
  busy: [span("10:00", "11:15"), span("15:00", "16:00")],
  bookings: [booking("b", "15:00", "16:00"), booking("a", "10:00", "11:00")],
  freeUnits: [],
};
const when = (time: string, of: DayResource = day) => nowAndNext(of, parseInstant(at(time)));

describe("nowAndNext", () => {
  it("is closed before opening, and says when it opens", () => {
    expect(when("08:00")).toMatchObject({ state: "closed", until: at("09:00"), next: { id: "a" } });
  });
  it("is free until the next claim", () => {
    expect(when("09:30")).toMatchObject({ state: "free", until: at("10:00"), next: { id: "a" }, freeUnits: 1 });
  });
  it("is free until it closes when nothing comes", () => {
    expect(when("17:00")).toMatchObject({ state: "free", until: at("18:00"), next: null });
  });
  it("is busy by whoever has it, half-open at both ends", () => {
    expect(when("10:00")).toMatchObject({
      state: "busy",
      until: at("11:00"),
      current: { id: "a" },
      next: { id: "b" },
      freeUnits: 0,
    });
  });
  it("is busy by the buffer after a booking", () => {
    expect(when("11:00")).toMatchObject({ state: "busy", until: at("11:15"), current: null });
  });
  it("is closed for good in the evening", () => {
    expect(when("18:00")).toMatchObject({ state: "closed", until: null, next: null });
  });
  it("counts the free units of a pool", () => {
    const pool: DayResource = {
      ...day,
      resource: {
        ...room,
        kind: "hot_desk",
        allocation: "one_unit",
        units: Array.from({ length: 12 }, (_, n) => ({ id: `${n}`, name: `${n}` })),
      },
      busy: [],
      freeUnits: [
        { startsAt: at("10:00"), free: 11 },
        { startsAt: at("11:00"), free: 12 },
      ],
    };
    expect(when("09:30", pool)).toMatchObject({ state: "free", freeUnits: 12, current: null });
    expect(when("10:30", pool)).toMatchObject({ state: "free", freeUnits: 11, current: null });
  });
});
