import { boundsOf, rectangle, type Box } from "@working-social/booking/rules";
import type { FloorShapeInput, FloorView, ResourceView } from "@working-social/booking/schema";
import { isSameJson } from "@working-social/kernel";

export interface DraftShape extends FloorShapeInput {
  /** Its own for as long as it is edited; the server gives ids. */
  readonly key: string;
}

export interface Drawing {
  readonly name: string;
  readonly sortOrder: number;
  readonly widthCm: number;
  readonly heightCm: number;
  readonly shapes: readonly DraftShape[];
}

/** A thing that has a place on plans: a whole resource, or one desk of a pool. */
export interface Placeable {
  readonly resourceId: string;
  readonly unitId: string | null;
  readonly name: string;
  readonly kind: ResourceView["kind"];
}

export function drawingOf({ name, sortOrder, widthCm, heightCm, shapes }: FloorView): Drawing {
  return { name, sortOrder, widthCm, heightCm, shapes: shapes.map(({ id, ...shape }) => ({ key: id, ...shape })) };
}

/** What the server takes. */
export function floorOf({ shapes, ...floor }: Drawing): Omit<Drawing, "shapes"> & { shapes: FloorShapeInput[] } {
  return { ...floor, shapes: shapes.map(({ key: _, ...shape }) => shape) };
}

export function sameDrawing(a: Drawing, b: Drawing): boolean {
  return isSameJson(floorOf(a), floorOf(b));
}

export function withShape(drawing: Drawing, key: string, change: Partial<DraftShape>): Drawing {
  return { ...drawing, shapes: drawing.shapes.map((shape) => (shape.key === key ? { ...shape, ...change } : shape)) };
}

/** A wall or an area leads to nothing that can be booked. */
export function ofKind(kind: DraftShape["kind"]): Partial<DraftShape> {
  return kind === "space" ? { kind } : { kind, resourceId: null, unitId: null };
}

export function withoutShape(drawing: Drawing, key: string): Drawing {
  return { ...drawing, shapes: drawing.shapes.filter((shape) => shape.key !== key) };
}

/** Everything of a location that could stand on a plan: rooms as one, pools also desk by desk. */
export function placeablesOf(resources: readonly ResourceView[]): Placeable[] {
  return resources.flatMap(({ id, name, kind, allocation, units }) => {
    const whole: Placeable = { resourceId: id, unitId: null, name, kind };
    const isPool = allocation === "one_unit" && units.length > 1;
    return isPool
      ? [whole, ...units.map((unit) => ({ resourceId: id, unitId: unit.id, name: unit.name, kind }))]
      : [whole];
  });
}

export function isPlaced(
  { shapes }: { readonly shapes: readonly FloorShapeInput[] },
  thing: Pick<Placeable, "resourceId" | "unitId">,
): boolean {
  return shapes.some(({ resourceId, unitId }) => resourceId === thing.resourceId && unitId === thing.unitId);
}

const SIZES: Record<ResourceView["kind"], { width: number; height: number }> = {
  room: { width: 500, height: 400 },
  booth: { width: 150, height: 150 },
  hot_desk: { width: 140, height: 80 },
  dedicated_desk: { width: 160, height: 80 },
  equipment: { width: 80, height: 80 },
};

/** The drawing with these things on it, each in the first empty spot of its usual size. Null when the floor is full. */
export function placed(drawing: Drawing, things: readonly Placeable[], makeKey: () => string): Drawing | null {
  return things.reduce<Drawing | null>((sofar, { resourceId, unitId, kind }) => {
    const box = sofar && emptySpot(sofar, SIZES[kind]);
    if (!box) return null;
    return {
      ...sofar,
      shapes: [
        ...sofar.shapes,
        { key: makeKey(), kind: "space", label: null, points: rectangle(box), resourceId, unitId },
      ],
    };
  }, drawing);
}

const STEP_CM = 50;

/** The first spot from the top left whose bounds no space's bounds touch, half a metre off the walls of the floor. */
function emptySpot(
  { widthCm, heightCm, shapes }: Drawing,
  { width, height }: { width: number; height: number },
): Box | null {
  const taken = shapes.filter(({ kind }) => kind !== "area").map(({ points }) => boundsOf(points));
  for (let y = STEP_CM; y + height + STEP_CM <= heightCm; y += STEP_CM)
    for (let x = STEP_CM; x + width + STEP_CM <= widthCm; x += STEP_CM) {
      const box = { x, y, width, height };
      if (!taken.some((other) => touches(other, box))) return box;
    }
  return null;
}

function touches(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
