import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Box } from "./geometry.ts";
import {
  boundsOf,
  contains,
  cornersOf,
  fitted,
  isRectangle,
  labelBox,
  moved,
  pointsOf,
  polygonArea,
  rectangle,
  snap,
} from "./geometry.ts";

const box = fc.record({
  x: fc.nat(5000),
  y: fc.nat(5000),
  width: fc.integer({ min: 1, max: 3000 }),
  height: fc.integer({ min: 1, max: 3000 }),
});
const floor = { widthCm: 8000, heightCm: 8000 };
const L = [0, 0, 1000, 0, 1000, 300, 300, 300, 300, 1000, 0, 1000];
const U = [0, 0, 300, 0, 300, 700, 700, 700, 700, 0, 1000, 0, 1000, 1000, 0, 1000];

/** A star around a point: simple, mostly not convex. */
const star = fc.array(fc.integer({ min: 200, max: 2000 }), { minLength: 3, maxLength: 30 }).map((radii) =>
  radii.flatMap((radius, i) => {
    const angle = (i * 2 * Math.PI) / radii.length;
    return [Math.round(3000 + radius * Math.cos(angle)), Math.round(3000 + radius * Math.sin(angle))];
  }),
);

test("a rectangle has its area, its bounds, and is one from any corner and in either sense", () => {
  fc.assert(
    fc.property(box, fc.nat(3), fc.boolean(), (of: Box, from, isBackwards) => {
      const corners = cornersOf(rectangle(of));
      const turned = [...corners.slice(from), ...corners.slice(0, from)];
      const points = pointsOf(isBackwards ? turned.reverse() : turned);
      expect(polygonArea(points)).toBe(of.width * of.height);
      expect(boundsOf(points)).toEqual(of);
      expect(isRectangle(points)).toBe(true);
    }),
  );
  expect(isRectangle([0, 0, 10, 5, 5, 15, 0, 10])).toBe(false);
  expect(isRectangle(L)).toBe(false);
});

test("moving keeps the shape, and the floor keeps all of it", () => {
  fc.assert(
    fc.property(star, fc.integer({ min: -9000, max: 9000 }), fc.integer({ min: -9000, max: 9000 }), (points, x, y) => {
      const after = moved(points, { x, y }, floor);
      const { x: left, y: top, width, height } = boundsOf(after);
      expect(polygonArea(after)).toBe(polygonArea(points));
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(left + width).toBeLessThanOrEqual(floor.widthCm);
      expect(top + height).toBeLessThanOrEqual(floor.heightCm);
    }),
  );
});

test("fitting reaches the box exactly, and back again within rounding", () => {
  fc.assert(
    fc.property(star, box, (points, to) => {
      expect(boundsOf(fitted(points, to))).toEqual(to);
    }),
  );
  fc.assert(fc.property(star, (points) => void expect(fitted(points, boundsOf(points))).toEqual(points)));
});

test("a label stands inside, in a room with a corner as well", () => {
  const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });
  for (const points of [L, U]) expect(contains(points, middle(labelBox(points)))).toBe(true);
  fc.assert(fc.property(star, (points) => void expect(contains(points, middle(labelBox(points)))).toBe(true)));
  expect(labelBox(rectangle({ x: 100, y: 50, width: 400, height: 200 }))).toEqual({
    x: 100,
    y: 50,
    width: 400,
    height: 200,
  });
});

test("inside and outside", () => {
  expect([contains(U, { x: 500, y: 300 }), contains(U, { x: 500, y: 800 }), contains(U, { x: 1100, y: 800 })]).toEqual([
    false,
    true,
    false,
  ]);
});

test.each([
  [24, 50, 0],
  [25, 50, 50],
  [149, 100, 100],
  [151, 1, 151],
])("%i on a grid of %i is %i", (cm, grid, expected) => {
  expect(snap(cm, grid)).toBe(expected);
});
