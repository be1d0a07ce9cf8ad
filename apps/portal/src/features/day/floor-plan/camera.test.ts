import * as fc from "fast-check";
import { expect, test } from "vitest";
import { middleOf, panned, showing, wholeFloor, zoomed } from "./camera.ts";

const whole = wholeFloor({ widthCm: 2000, heightCm: 1000 });
const near = fc.record({ x: fc.integer({ min: -500, max: 2500 }), y: fc.integer({ min: -500, max: 1500 }) });

test("whatever the hands do, the camera stays on the floor and keeps its shape", () => {
  const moves = fc.array(fc.record({ factor: fc.double({ min: 0.2, max: 5, noNaN: true }), at: near, by: near }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(moves, (steps) => {
      const camera = steps.reduce(
        (now, { factor, at, by }) => panned(zoomed(now, whole, factor, at), whole, by),
        whole,
      );
      expect(camera.width / camera.height).toBeCloseTo(whole.width / whole.height, 6);
      expect(camera.x).toBeGreaterThanOrEqual(whole.x - 1e-6);
      expect(camera.y).toBeGreaterThanOrEqual(whole.y - 1e-6);
      expect(camera.x + camera.width).toBeLessThanOrEqual(whole.x + whole.width + 1e-6);
      expect(camera.y + camera.height).toBeLessThanOrEqual(whole.y + whole.height + 1e-6);
    }),
  );
});

test("the point under the fingers stays where it is", () => {
  const at = { x: 900, y: 400 };
  const closer = zoomed(whole, whole, 2, at);
  expect((at.x - closer.x) / closer.width).toBeCloseTo((at.x - whole.x) / whole.width);
  expect(zoomed(closer, whole, 0.01, at)).toEqual(whole);
});

test("the focus is brought into sight with the least move", () => {
  const close = zoomed(whole, whole, 4, { x: 0, y: 0 });
  const box = { x: 1500, y: 700, width: 100, height: 100 };
  const shown = showing(close, whole, box);
  expect(shown.x + shown.width).toBeCloseTo(1600);
  expect(showing(shown, whole, box)).toBe(shown);
  expect(middleOf(box)).toEqual({ x: 1550, y: 750 });
});
