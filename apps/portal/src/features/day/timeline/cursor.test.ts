import { describe, expect, test } from "vitest";
import { keyMeaning } from "./cursor.ts";
import { lanesOf } from "../lane.ts";
import { aDay, aResource, aRule } from "../testing/a-day.ts";
import { at, slot } from "../testing/at.ts";

const day = aDay({
  resources: [aResource(), aResource({ id: "hall", sortOrder: 1 })],
  rules: [
    aRule({ granularityMinutes: 60 }, { resourceId: "hall" }),
    aRule({ maxLengthMinutes: 120, minLengthMinutes: 30 }, { id: "lengths" }),
  ],
});
const grid = { lanes: lanesOf(day), shown: slot(day, "08:00-20:00"), minutes: 60 };

function press(key: string, time: string, row = 0, options: { shiftKey?: boolean; minutes?: number } = {}) {
  const { shiftKey = false, minutes = 60 } = options;
  return keyMeaning({ key, shiftKey }, { row, start: at(day, time) }, { ...grid, minutes });
}
const moved = (row: number, time: string) => ({ kind: "move", cursor: { row, start: at(day, time) } });

describe("the keys of the timeline", () => {
  test("arrows move by the row's own grid", () => {
    expect(press("ArrowRight", "14:00")).toEqual(moved(0, "14:15"));
    expect(press("ArrowRight", "14:00", 1)).toEqual(moved(1, "15:00"));
    expect(press("ArrowLeft", "14:00")).toEqual(moved(0, "13:45"));
  });

  test("they stop at the edges", () => {
    expect(press("ArrowLeft", "08:00")).toEqual(moved(0, "08:00"));
    expect(press("ArrowRight", "19:45")).toEqual(moved(0, "19:45"));
    expect(press("ArrowUp", "14:00", 0)).toEqual(moved(0, "14:00"));
    expect(press("ArrowDown", "14:00", 1)).toEqual(moved(1, "14:00"));
  });

  test("changing rows lands on the cell of the other grid that holds the time", () => {
    expect(press("ArrowDown", "14:45")).toEqual(moved(1, "14:00"));
    expect(press("ArrowUp", "14:00", 1)).toEqual(moved(0, "14:00"));
  });

  test("Home is the opening, End the last cell before closing", () => {
    expect(press("Home", "14:00")).toEqual(moved(0, "08:00"));
    expect(press("End", "14:00")).toEqual(moved(0, "18:45"));
    expect(press("End", "14:00", 1)).toEqual(moved(1, "18:00"));
  });

  test("Page keys change the day, Enter and Space choose, Escape clears", () => {
    expect(press("PageDown", "14:00")).toEqual({ kind: "day", days: 1 });
    expect(press("PageUp", "14:00")).toEqual({ kind: "day", days: -1 });
    expect(press("Enter", "14:00")).toEqual({ kind: "select" });
    expect(press(" ", "14:00")).toEqual({ kind: "select" });
    expect(press("Escape", "14:00")).toEqual({ kind: "clear" });
  });

  test("Shift with arrows changes the length within the rules", () => {
    expect(press("ArrowRight", "14:00", 0, { shiftKey: true })).toEqual({ kind: "length", minutes: 75 });
    expect(press("ArrowRight", "14:00", 0, { shiftKey: true, minutes: 120 })).toEqual({ kind: "length", minutes: 120 });
    expect(press("ArrowLeft", "14:00", 0, { shiftKey: true, minutes: 30 })).toEqual({ kind: "length", minutes: 30 });
  });

  test("other keys stay with the browser", () => {
    expect(press("Tab", "14:00")).toBeNull();
    expect(press("Tab", "14:00", 0, { shiftKey: true })).toBeNull();
    expect(press("a", "14:00")).toBeNull();
  });
});
