import { clamp, type Box, type Point } from "@working-social/booking/rules";

/** The part of a floor in sight, in centimetres. */
export type Camera = Box;

const CLOSEST = 12;
/** Air around the floor. */
const EDGE_CM = 15;

/** The whole floor. */
export function wholeFloor({ widthCm, heightCm }: { widthCm: number; heightCm: number }): Camera {
  return { x: -EDGE_CM, y: -EDGE_CM, width: widthCm + 2 * EDGE_CM, height: heightCm + 2 * EDGE_CM };
}

/** Nearer by a factor above 1, around a point of the floor that stays where it is on the screen; never beyond the whole. */
export function zoomed(camera: Camera, whole: Camera, factor: number, around: Point): Camera {
  const width = clamp(camera.width / factor, whole.width / CLOSEST, whole.width);
  const share = width / camera.width;
  const height = camera.height * share;
  return within(
    { x: around.x - (around.x - camera.x) * share, y: around.y - (around.y - camera.y) * share, width, height },
    whole,
  );
}

export function panned(camera: Camera, whole: Camera, by: Point): Camera {
  return within({ ...camera, x: camera.x + by.x, y: camera.y + by.y }, whole);
}

/** Brings a box into sight with the least move; for the focus of the keyboard. */
export function showing(camera: Camera, whole: Camera, box: Box): Camera {
  const dx = Math.min(0, box.x - camera.x) + Math.max(0, box.x + box.width - camera.x - camera.width);
  const dy = Math.min(0, box.y - camera.y) + Math.max(0, box.y + box.height - camera.y - camera.height);
  return dx === 0 && dy === 0 ? camera : panned(camera, whole, { x: dx, y: dy });
}

function within(camera: Camera, whole: Camera): Camera {
  return {
    ...camera,
    x: clamp(camera.x, whole.x, whole.x + whole.width - camera.width),
    y: clamp(camera.y, whole.y, whole.y + whole.height - camera.height),
  };
}

export function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
