import {
  boundsOf,
  clamp,
  cornersOf,
  fitted,
  isRectangle,
  moved,
  pointsOf,
  rectangle,
  snap,
  type Box,
  type Point,
} from "@working-social/booking/rules";
import type { Drawing } from "./drawing.ts";

type Floor = Pick<Drawing, "widthCm" | "heightCm">;
const LEAST_CM = 10;

/** A point on the grid, and on the floor. */
export function onGrid({ x, y }: Point, gridCm: number, { widthCm, heightCm }: Floor): Point {
  return { x: clamp(snap(x, gridCm), 0, widthCm), y: clamp(snap(y, gridCm), 0, heightCm) };
}

/** Dragged by the hand: its top left corner stays on the grid. */
export function draggedBy(points: readonly number[], by: Point, gridCm: number, floor: Floor): number[] {
  const { x, y } = boundsOf(points);
  return moved(points, { x: snap(x + by.x, gridCm) - x, y: snap(y + by.y, gridCm) - y }, floor);
}

/** Between two corners; null while it is too small to be meant. */
export function rectangleBetween(a: Point, b: Point): number[] | null {
  const box = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
  return box.width < LEAST_CM || box.height < LEAST_CM ? null : rectangle(box);
}

/** With one corner elsewhere; a rectangle stays one, and keeps the corner across. */
export function withCorner(points: readonly number[], index: number, to: Point): number[] {
  const corners = cornersOf(points);
  const across = corners[(index + 2) % 4];
  if (isRectangle(points) && across) return rectangleBetween(across, to) ?? [...points];
  return pointsOf(corners.map((corner, i) => (i === index ? to : corner)));
}

/** In another place or size, by its numbers; as large as the floor allows. */
export function withBox(points: readonly number[], change: Partial<Box>, { widthCm, heightCm }: Floor): number[] {
  const box = { ...boundsOf(points), ...change };
  const width = clamp(box.width, 1, widthCm);
  const height = clamp(box.height, 1, heightCm);
  return fitted(points, { x: clamp(box.x, 0, widthCm - width), y: clamp(box.y, 0, heightCm - height), width, height });
}

/** With one more corner, halfway along the side after `index`. */
export function withMoreCorners(points: readonly number[], index: number): number[] {
  const corners = cornersOf(points);
  const [a, b] = [corners[index], corners[(index + 1) % corners.length]];
  if (!a || !b) return [...points];
  const halfway = { x: Math.round((a.x + b.x) / 2), y: Math.round((a.y + b.y) / 2) };
  return pointsOf([...corners.slice(0, index + 1), halfway, ...corners.slice(index + 1)]);
}

/** A triangle is the least. */
export function withoutCorner(points: readonly number[], index: number): number[] {
  const corners = cornersOf(points);
  return corners.length <= 3 ? [...points] : pointsOf(corners.filter((_, i) => i !== index));
}
