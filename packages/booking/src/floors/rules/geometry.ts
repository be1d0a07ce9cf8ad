import { expectDefined } from "@working-social/kernel";
/** Of one shape: the outline of a real corridor, around all the rooms beside it, has hundreds. */
export const MOST_CORNERS = 2_000;

/** A corner in centimetres, x to the right and y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const ODD = "A corner has lost a coordinate.";

/** x1, y1, x2, y2, … as corners. */
export function cornersOf(points: readonly number[]): Point[] {
  return Array.from({ length: Math.floor(points.length / 2) }, (_, i) => ({
    x: expectDefined(points[2 * i], ODD),
    y: expectDefined(points[2 * i + 1], ODD),
  }));
}

export function pointsOf(corners: readonly Point[]): number[] {
  return corners.flatMap(({ x, y }) => [x, y]);
}

/** Twice the signed area: positive when the corners run clockwise on the screen. */
function doubleArea(corners: readonly Point[]): number {
  return corners.reduce((sum, { x, y }, i) => {
    const next = corners[(i + 1) % corners.length] ?? { x, y };
    return sum + x * next.y - next.x * y;
  }, 0);
}

/** In square centimetres; of a polygon that crosses itself, less than it covers. */
export function polygonArea(points: readonly number[]): number {
  return Math.abs(doubleArea(cornersOf(points))) / 2;
}

/** The smallest upright rectangle around the corners. */
export function boundsOf(points: readonly number[]): Box {
  const corners = cornersOf(points);
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

export function rectangle({ x, y, width, height }: Box): number[] {
  return [x, y, x + width, y, x + width, y + height, x, y + height];
}

/** Whether the polygon is an upright rectangle, from whichever corner and in whichever sense it is drawn. */
export function isRectangle(points: readonly number[]): boolean {
  const { width, height } = boundsOf(points);
  return points.length === 8 && polygonArea(points) === width * height && width > 0 && height > 0;
}

/** Whether a point lies inside, by the even-odd rule that screens fill by. */
export function contains(points: readonly number[], at: Point): boolean {
  const corners = cornersOf(points);
  return corners.reduce((inside, a, i) => {
    const b = corners[(i + 1) % corners.length] ?? a;
    const crosses = a.y > at.y !== b.y > at.y && at.x < ((b.x - a.x) * (at.y - a.y)) / (b.y - a.y) + a.x;
    return crosses ? !inside : inside;
  }, false);
}

/**
 * Where a label stands: in the widest stretch of the polygon across the middle of its height, and of a few lines beside
 * it. Always inside, also of an L or a U, where the centre of gravity may be in the room next door.
 */
export function labelBox(points: readonly number[]): Box {
  const { y, height } = boundsOf(points);
  const lines = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].map((share) => y + height * share);
  const best = lines.map((line) => widestStretch(points, line)).reduce((a, b) => (b.width > a.width * 1.2 ? b : a));
  const room = Math.min(best.line - y, y + height - best.line);
  return { x: best.from, y: best.line - room, width: best.width, height: 2 * room };
}

function widestStretch(points: readonly number[], line: number): { from: number; width: number; line: number } {
  const corners = cornersOf(points);
  const cuts = corners
    .flatMap((a, i) => {
      const b = corners[(i + 1) % corners.length] ?? a;
      return a.y > line !== b.y > line ? [((b.x - a.x) * (line - a.y)) / (b.y - a.y) + a.x] : [];
    })
    .sort((a, b) => a - b);
  const stretches = cuts.flatMap((from, i) =>
    i % 2 === 0 ? [{ from, width: (cuts[i + 1] ?? from) - from, line }] : [],
  );
  return stretches.reduce((a, b) => (b.width > a.width ? b : a), { from: boundsOf(points).x, width: 0, line });
}

/** Moved by so many centimetres, but never over the edge of the floor. */
export function moved(points: readonly number[], by: Point, floor: { widthCm: number; heightCm: number }): number[] {
  const box = boundsOf(points);
  const dx = clamp(by.x, -box.x, floor.widthCm - box.x - box.width);
  const dy = clamp(by.y, -box.y, floor.heightCm - box.y - box.height);
  return points.map((at, i) => at + (i % 2 === 0 ? dx : dy));
}

/** Stretched into another box; corners stay whole centimetres. */
export function fitted(points: readonly number[], to: Box): number[] {
  const [from, into] = [sidesOf(boundsOf(points)), sidesOf(to)];
  return points.map((at, i) => (i % 2 === 0 ? stretched(at, from.x, into.x) : stretched(at, from.y, into.y)));
}

interface Side {
  start: number;
  size: number;
}

function sidesOf({ x, y, width, height }: Box): { x: Side; y: Side } {
  return { x: { start: x, size: width }, y: { start: y, size: height } };
}

function stretched(at: number, from: Side, to: Side): number {
  return Math.round(from.size === 0 ? to.start : to.start + ((at - from.start) * to.size) / from.size);
}

/** The nearest line of the grid; a grid of 1 cm when it is off. */
export function snap(cm: number, gridCm: number): number {
  return Math.round(cm / gridCm) * gridCm;
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
