import { rectangle } from "@working-social/booking/rules";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { nearestTowards, type Direction } from "./nearest.ts";

const at = (x: number, y: number, width = 100, height = 100) => ({ points: rectangle({ x, y, width, height }) });
/** A grid of three rows of four desks. */
const desks = Array.from({ length: 12 }, (_, i) => at((i % 4) * 150, Math.floor(i / 4) * 200));

test.each([
  [5, "right", 6],
  [5, "left", 4],
  [5, "up", 1],
  [5, "down", 9],
  [0, "left", null],
  [3, "right", null],
  [11, "down", null],
] as [number, Direction, number | null][])("from desk %i to the %s is %s", (from, direction, expected) => {
  expect(nearestTowards(desks, from, direction)).toBe(expected);
});

test("a row is kept, though a room of another row is nearer", () => {
  expect(nearestTowards([at(0, 0), at(400, 0), at(120, 180)], 0, "right")).toBe(1);
});

test("what lies more to the side than ahead is another direction", () => {
  expect(nearestTowards([at(0, 0), at(50, 900)], 0, "right")).toBeNull();
});

test("never to itself, and always ahead", () => {
  const box = fc.record({
    x: fc.nat(3000),
    y: fc.nat(3000),
    width: fc.integer({ min: 10, max: 800 }),
    height: fc.integer({ min: 10, max: 800 }),
  });
  fc.assert(
    fc.property(fc.array(box, { minLength: 1, maxLength: 20 }), (boxes) => {
      const next = nearestTowards(
        boxes.map((one) => ({ points: rectangle(one) })),
        0,
        "right",
      );
      const [from, to] = [boxes[0], next === null ? null : boxes[next]];
      if (from && to) expect(to.x + to.width / 2).toBeGreaterThan(from.x + from.width / 2);
    }),
  );
});
