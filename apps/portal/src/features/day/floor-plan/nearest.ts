import { boundsOf, type Box } from "@working-social/booking/rules";

export type Direction = "left" | "right" | "up" | "down";

interface Drawn {
  readonly points: readonly number[];
}

/**
 * The shape that an arrow key leads to: of those that lie in that direction, the nearest, where a sidestep counts four times,
 * so that walking along a row of desks stays in the row. Null where nothing is left.
 */
export function nearestTowards(shapes: readonly Drawn[], from: number, direction: Direction): number | null {
  const start = shapes[from];
  if (!start) return null;
  const here = boundsOf(start.points);
  const reachable = shapes.flatMap((shape, index) => {
    const cost = index === from ? null : costOf(here, boundsOf(shape.points), direction);
    return cost === null ? [] : [{ index, cost }];
  });
  return (
    reachable.reduce<{ index: number; cost: number } | null>(
      (best, one) => (best && best.cost <= one.cost ? best : one),
      null,
    )?.index ?? null
  );
}

function costOf(from: Box, to: Box, direction: Direction): number | null {
  const isAcross = direction === "left" || direction === "right";
  const sign = direction === "left" || direction === "up" ? -1 : 1;
  const ahead = sign * (isAcross ? centre(to).x - centre(from).x : centre(to).y - centre(from).y);
  if (ahead <= 0) return null;
  const aside = isAcross ? gap(from.y, from.height, to.y, to.height) : gap(from.x, from.width, to.x, to.width);
  const drift = Math.abs(isAcross ? centre(to).y - centre(from).y : centre(to).x - centre(from).x);
  // More to the side than ahead is another direction.
  return aside > ahead ? null : ahead + 4 * aside + drift / 100;
}

function centre({ x, y, width, height }: Box): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}

/** How far two stretches are apart; 0 where they overlap. */
function gap(a: number, aSize: number, b: number, bSize: number): number {
  return Math.max(0, b - (a + aSize), a - (b + bSize));
}
