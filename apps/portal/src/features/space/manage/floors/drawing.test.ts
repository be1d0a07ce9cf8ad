import { boundsOf, rectangle } from "@working-social/booking/rules";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aResource } from "../../../day/testing/a-day.ts";
import {
  drawingOf,
  floorOf,
  isPlaced,
  ofKind,
  placeablesOf,
  placed,
  sameDrawing,
  withoutShape,
  withShape,
  type Drawing,
} from "./drawing.ts";
import { historyOf, step, type Step } from "./history.ts";
import { draggedBy, onGrid, rectangleBetween, withBox, withCorner, withMoreCorners, withoutCorner } from "./reshape.ts";

const empty: Drawing = { name: "Ground", sortOrder: 0, widthCm: 1000, heightCm: 600, shapes: [] };
const pool = aResource({
  id: "desks",
  name: "Desks",
  kind: "hot_desk",
  allocation: "one_unit",
  units: [1, 2, 3].map((n) => ({ id: `desk-${n}`, name: `Desks ${n}` })),
});
const room = aResource({ id: "lantern", name: "Lantern" });
let count = 0;
const key = () => `key-${(count += 1)}`;

describe("a drawing", () => {
  test("offers rooms as one, and pools whole and desk by desk", () => {
    expect(placeablesOf([room, pool]).map(({ name, unitId }) => [name, unitId])).toEqual([
      ["Lantern", null],
      ["Desks", null],
      ["Desks 1", "desk-1"],
      ["Desks 2", "desk-2"],
      ["Desks 3", "desk-3"],
    ]);
  });
  test("takes things in empty spots, one beside the other, until the floor is full", () => {
    const things = placeablesOf([room, pool]).filter(({ name }) => name !== "Desks");
    const full = placed(empty, things, key);
    const boxes = full?.shapes.map(({ points }) => boundsOf(points)) ?? [];
    expect(boxes).toHaveLength(4);
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1))
        expect(a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height).toBe(
          true,
        );
    expect(things.every((thing) => full !== null && isPlaced(full, thing))).toBe(true);
    expect(placed({ ...empty, widthCm: 200 }, things, key)).toBeNull();
  });
  test("goes to the server and back as it was, whatever its keys", () => {
    const drawn = placed(empty, placeablesOf([room]), key) ?? empty;
    const back = drawingOf({
      id: "f",
      locationId: "l",
      version: 1,
      ...floorOf(drawn),
      shapes: floorOf(drawn).shapes.map((shape) => ({ id: "other", ...shape })),
    });
    expect(sameDrawing(drawn, back)).toBe(true);
    const [shape] = drawn.shapes;
    expect(sameDrawing(withShape(drawn, shape?.key ?? "", ofKind("wall")), drawn)).toBe(false);
    expect(withShape(drawn, shape?.key ?? "", ofKind("wall")).shapes[0]).toMatchObject({
      kind: "wall",
      resourceId: null,
    });
    expect(withoutShape(drawn, shape?.key ?? "").shapes).toEqual([]);
  });
});

test("undo and redo walk the same way back and forth, whatever was done", () => {
  const change = fc.record({
    do: fc.constant("change" as const),
    to: fc.nat(9).map((sortOrder) => ({ ...empty, sortOrder })),
    about: fc.option(fc.constantFrom("a", "b"), { nil: undefined }),
  });
  const steps = fc.array(fc.oneof(change, fc.constant<Step>({ do: "undo" }), fc.constant<Step>({ do: "redo" })), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(steps, (done) => {
      const end = done.reduce(step, historyOf(empty));
      const undone = end.past.reduce((now) => step(now, { do: "undo" }), end);
      expect(undone.now).toEqual(empty);
      const again = end.past.reduce((now) => step(now, { do: "redo" }), undone);
      expect(again.now).toEqual(end.now);
    }),
  );
});

test("typing a number is one step back", () => {
  const typed = [2, 25, 250].reduce(
    (now, sortOrder) => step(now, { do: "change", to: { ...empty, sortOrder }, about: "order" }),
    historyOf(empty),
  );
  expect(typed.past).toHaveLength(1);
});

describe("reshaping", () => {
  const square = rectangle({ x: 100, y: 100, width: 200, height: 100 });
  test("a drag keeps the corner on the grid, and the shape on the floor", () => {
    expect(boundsOf(draggedBy(square, { x: 33, y: -12 }, 25, empty))).toEqual({
      x: 125,
      y: 100,
      width: 200,
      height: 100,
    });
    expect(boundsOf(draggedBy(square, { x: 5000, y: 5000 }, 25, empty))).toEqual({
      x: 800,
      y: 500,
      width: 200,
      height: 100,
    });
    expect(onGrid({ x: -40, y: 612 }, 25, empty)).toEqual({ x: 0, y: 600 });
  });
  test("a rectangle stays one when a corner is pulled; a polygon moves just that corner", () => {
    expect(boundsOf(withCorner(square, 2, { x: 500, y: 400 }))).toEqual({ x: 100, y: 100, width: 400, height: 300 });
    expect(withCorner([0, 0, 100, 0, 50, 100], 1, { x: 120, y: 10 })).toEqual([0, 0, 120, 10, 50, 100]);
    expect(rectangleBetween({ x: 0, y: 0 }, { x: 5, y: 500 })).toBeNull();
  });
  test("numbers beyond the floor end at its walls", () => {
    expect(boundsOf(withBox(square, { x: 950 }, empty))).toEqual({ x: 800, y: 100, width: 200, height: 100 });
    expect(boundsOf(withBox(square, { width: 5000 }, empty))).toEqual({ x: 0, y: 100, width: 1000, height: 100 });
  });
  test("corners come halfway along a side, and go until a triangle is left", () => {
    expect(withMoreCorners([0, 0, 100, 0, 50, 100], 0)).toEqual([0, 0, 50, 0, 100, 0, 50, 100]);
    expect(withoutCorner([0, 0, 50, 0, 100, 0, 50, 100], 1)).toEqual([0, 0, 100, 0, 50, 100]);
    expect(withoutCorner([0, 0, 100, 0, 50, 100], 1)).toEqual([0, 0, 100, 0, 50, 100]);
  });
});
