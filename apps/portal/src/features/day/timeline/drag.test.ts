import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draggedSlot, edgeAt } from "./drag.ts";
import type { Lane } from "../lane.ts";
import { lanesOf } from "../lane.ts";
import { aDay, aRule } from "../testing/a-day.ts";
import { at, slot } from "../testing/at.ts";

const day = aDay();

function laneOf(of = day): Lane {
  const [lane] = lanesOf(of);
  if (!lane) throw new Error("The day has a lane.");
  return lane;
}

describe("dragging", () => {
  test("draws from the pressed cell to the one under the pointer, in both directions", () => {
    const anchor = at(day, "14:07");
    expect(draggedSlot({ kind: "draw", anchor }, laneOf(), at(day, "15:20"))).toEqual(slot(day, "14:00-15:30"));
    expect(draggedSlot({ kind: "draw", anchor }, laneOf(), at(day, "13:20"))).toEqual(slot(day, "13:15-14:15"));
  });

  test("draws at least the shortest length, towards the pointer", () => {
    const lane = laneOf(aDay({ rules: [aRule({ minLengthMinutes: 60 })] }));
    const anchor = at(day, "14:07");
    expect(draggedSlot({ kind: "draw", anchor }, lane, at(day, "14:20"))).toEqual(slot(day, "14:00-15:00"));
    expect(draggedSlot({ kind: "draw", anchor }, lane, at(day, "13:55"))).toEqual(slot(day, "13:15-14:15"));
  });

  test("an edge follows the pointer and never passes the other", () => {
    const grip = { kind: "end", slot: slot(day, "14:00-15:00") } as const;
    expect(draggedSlot(grip, laneOf(), at(day, "16:10"))).toEqual(slot(day, "14:00-16:15"));
    expect(draggedSlot(grip, laneOf(), at(day, "09:00"))).toEqual(slot(day, "14:00-14:15"));
    expect(draggedSlot({ ...grip, kind: "start" }, laneOf(), at(day, "18:00"))).toEqual(slot(day, "14:45-15:00"));
  });

  test("moving keeps the length and the place of the grip", () => {
    const grip = { kind: "move", slot: slot(day, "14:00-15:30"), anchor: at(day, "15:00") } as const;
    expect(draggedSlot(grip, laneOf(), at(day, "16:08"))).toEqual(slot(day, "15:15-16:45"));
  });

  test("whatever the pointer does, the slot is at least one step long and on the stops", () => {
    const lane = laneOf();
    const minute = fc.integer({ min: 0, max: 1439 });
    const kind = fc.constantFrom("draw", "start", "end", "move");
    fc.assert(
      fc.property(kind, minute, minute, (how, from, to) => {
        const [anchor, instant] = [at(day, "00:00") + from * 60_000, at(day, "00:00") + to * 60_000];
        const held = slot(day, "10:00-11:00");
        const grip =
          how === "draw"
            ? { kind: how, anchor }
            : how === "move"
              ? { kind: how, anchor, slot: held }
              : { kind: how, slot: held };
        const dragged = draggedSlot(grip as Parameters<typeof draggedSlot>[0], lane, instant);
        expect(dragged.end - dragged.start).toBeGreaterThanOrEqual(lane.stepMinutes * 60_000);
        expect(lane.stops).toContain(dragged.start);
      }),
    );
  });

  test("a press near an edge takes the edge, elsewhere the middle", () => {
    const held = slot(day, "14:00-15:00");
    const reach = 10 * 60_000;
    expect(
      [at(day, "14:05"), at(day, "14:30"), at(day, "14:55")].map((instant) => edgeAt(held, instant, reach)),
    ).toEqual(["start", null, "end"]);
  });
});
