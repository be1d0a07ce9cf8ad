import { describe, expect, test } from "vitest";
import { lanesOf } from "./lane.ts";
import { fittingFirst, freeByFit, ordered, standings } from "./standing.ts";
import { aDay, aResource, aRule } from "./testing/a-day.ts";
import { at, slot } from "./testing/at.ts";

const wishes = { people: 6, features: ["screen"], kinds: [] };

describe("what fits", () => {
  test("the free ones come with the fewest spare seats first; taken and forbidden ones not at all", () => {
    const screen = { features: ["screen"] };
    const resources = [
      aResource({ id: "hall", capacity: 20, ...screen }),
      aResource({ id: "lantern", capacity: 6, ...screen }),
      aResource({ id: "taken", capacity: 7, ...screen }),
      aResource({ id: "board", capacity: 8, ...screen }),
    ];
    const day = aDay({
      resources,
      bookings: [["taken", 840, 900]],
      rules: [aRule({ mayBook: false }, { resourceId: "board" })],
    });
    const all = standings(day, lanesOf(day), wishes, slot(day, "14:00-15:30"), {
      now: at(day, "07:00"),
      moving: null,
      isForAnother: false,
    });
    expect(freeByFit(all, wishes).map((standing) => standing.lane.resource.id)).toEqual(["lantern", "hall"]);
    expect(all.filter((standing) => standing.isFitting)).toHaveLength(3);
    const list = ordered(all, freeByFit(all, wishes)).map((standing) => standing.lane.resource.id);
    expect(list).toEqual(["lantern", "hall", "taken", "board"]);
  });

  test("rows that fit stand above the others, in the manager's order, whatever the time", () => {
    const resources = [
      aResource({ id: "small", capacity: 2, features: ["screen"], sortOrder: 1 }),
      aResource({ id: "large", capacity: 20, features: ["screen"], sortOrder: 2 }),
      aResource({ id: "bare", sortOrder: 3 }),
      aResource({ id: "lantern", features: ["screen"], sortOrder: 4 }),
    ];
    const day = aDay({ resources });
    expect(fittingFirst(lanesOf(day), wishes).map((lane) => lane.resource.id)).toEqual([
      "large",
      "lantern",
      "small",
      "bare",
    ]);
  });
});
