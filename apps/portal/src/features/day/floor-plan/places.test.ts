import { rectangle } from "@working-social/booking/rules";
import type { FloorShapeView, FloorView, TimelineBooking } from "@working-social/booking/schema";
import { describe, expect, test } from "vitest";
import { textsOf } from "../../../lib/texts/catalog.ts";
import { formatIn } from "../../../lib/format.ts";
import { bookTexts } from "../book-texts.ts";
import { floorPlanTexts } from "./floor-plan-texts.ts";
import { lanesOf } from "../lane.ts";
import { standings } from "../standing.ts";
import { aDay, aResource, aRule, type DayOptions } from "../testing/a-day.ts";
import { at, slot } from "../testing/at.ts";
import { occupantName, placeParts } from "./place-text.ts";
import { freeOn, placesOf, sceneryOf } from "./places.ts";

const shape = (id: string, x: number, y: number, fields: Partial<FloorShapeView> = {}): FloorShapeView => ({
  id,
  kind: "space",
  label: null,
  points: rectangle({ x, y, width: 200, height: 200 }),
  resourceId: null,
  unitId: null,
  ...fields,
});
const floor = (shapes: FloorShapeView[]): FloorView => ({
  id: "ground",
  locationId: "harbour",
  name: "Ground",
  sortOrder: 0,
  widthCm: 2000,
  heightCm: 2000,
  version: 1,
  shapes,
});
const units = [1, 2].map((n) => ({ id: `desk-${n}`, name: `Desks ${n}` }));
const lantern = aResource({ id: "lantern" });
const desks = aResource({ id: "desks", kind: "hot_desk", capacity: 1, allocation: "one_unit", units });

function stand(options: DayOptions, times = "10:00-11:00", people = 1) {
  const made = aDay({ resources: [lantern, desks], ...options });
  // A pool is busy only when all of its desks are.
  const day = {
    ...made,
    resources: made.resources.map((row) => (row.resource.id === "desks" ? { ...row, busy: [] } : row)),
  };
  const asked = slot(day, times);
  return {
    day,
    asked,
    all: standings(day, lanesOf(day), { people, features: [], kinds: [] }, asked, {
      now: at(day, "07:00"),
      moving: null,
      isForAnother: false,
    }),
  };
}

function lanternAs(options: DayOptions, times?: string, people?: number) {
  const { all, asked } = stand(options, times, people);
  return placesOf(floor([shape("a", 0, 0, { resourceId: "lantern" })]), all, asked)[0];
}

test("staff read who is in a room; members only that it is taken", () => {
  const words = { texts: textsOf(floorPlanTexts), book: textsOf(bookTexts), format: formatIn("UTC"), currency: "USD" };
  const read = (fields: Partial<TimelineBooking>) => {
    const place = lanternAs({ bookings: [["lantern", 600, 660, fields]] });
    return place ? placeParts(place, stand({}).asked, words) : [];
  };
  expect(read({ personName: "Ana Ferreira" })).toContain("Ana Ferreira");
  expect(read({}).slice(-2)[0]).toBe(textsOf(floorPlanTexts).taken);
  const drawn = (fields: Partial<TimelineBooking>) => {
    const place = lanternAs({ bookings: [["lantern", 600, 660, fields]] });
    return place && occupantName(place, stand({}).asked);
  };
  expect(drawn({ personName: "Ana Ferreira", title: "Stand-up" })).toBe("Ana Ferreira");
  expect(drawn({ title: "Stand-up" })).toBe("");
  expect(drawn({ personName: "Mira Solberg", isMine: true })).toBe("");
});

describe("the state of a place", () => {
  const mine: Partial<TimelineBooking> = { isMine: true };
  test.each([
    ["free", {}, "10:00-11:00", 1],
    ["taken", { bookings: [["lantern", 630, 700]] }, "10:00-11:00", 1],
    ["yours", { bookings: [["lantern", 630, 700, mine]] }, "10:00-11:00", 1],
    ["closed", {}, "19:00-20:00", 1],
    ["misfit", {}, "10:00-11:00", 7],
    ["refused", { rules: [aRule({ maxLengthMinutes: 30 })] }, "10:00-11:00", 1],
    ["misfit", { rules: [aRule({ mayBook: false })] }, "10:00-11:00", 1],
  ] as [string, DayOptions, string, number][])("is %s", (state, options, times, people) => {
    expect(lanternAs(options, times, people)?.state).toBe(state);
  });

  test("a taken one says until when: the last of what stands in the way", () => {
    const options: DayOptions = {
      bookings: [
        ["lantern", 600, 630],
        ["lantern", 645, 720],
      ],
    };
    expect(lanternAs(options)?.until).toBe(at(aDay(), "12:00"));
    expect(lanternAs({})?.until).toBeNull();
  });
});

test("each desk of a pool stands for itself", () => {
  const { all, asked } = stand({ bookings: [["desks", 600, 660, { unitIds: ["desk-2"] }]] });
  const shapes = units.map(({ id }, i) => shape(id, i * 300, 0, { resourceId: "desks", unitId: id }));
  const places = placesOf(floor(shapes), all, asked);
  expect(places.map(({ unit, until }) => [unit?.name, until === null])).toEqual([
    ["Desks 1", true],
    ["Desks 2", false],
  ]);
  expect(places[1]).toMatchObject({ state: "taken", refusal: { code: "slot_taken" } });
});

test("places come in reading order, what encloses others first; the rest is scenery", () => {
  const { all, asked } = stand({});
  const zone = shape("zone", 0, 500, {
    resourceId: "desks",
    points: rectangle({ x: 0, y: 500, width: 900, height: 300 }),
  });
  const drawn = floor([
    shape("right", 600, 30, { resourceId: "lantern" }),
    shape("desk-1", 10, 510, { resourceId: "desks", unitId: "desk-1" }),
    zone,
    shape("stairs", 0, 0),
    shape("gone", 0, 900, { resourceId: "archived" }),
  ]);
  expect(placesOf(drawn, all, asked).map((place) => place.shape.id)).toEqual(["right", "zone", "desk-1"]);
  expect(sceneryOf(drawn, all).map(({ id }) => id)).toEqual(["stairs", "gone"]);
});

test("a floor counts rooms as one and desks by the desk", () => {
  const { all, asked } = stand({});
  expect(
    freeOn(
      floor([
        shape("a", 0, 0, { resourceId: "lantern" }),
        shape("b", 0, 300, { resourceId: "desks", unitId: "desk-1" }),
      ]),
      all,
      asked,
    ),
  ).toBe(3);
  expect(freeOn(floor([]), all, asked)).toBe(0);
});
