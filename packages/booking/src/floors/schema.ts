import { z } from "zod";
import { Id, Name } from "../shared.ts";
import { MOST_CORNERS, polygonArea } from "./rules/geometry.ts";

/** A kilometre: no floor is longer. */
export const LONGEST_FLOOR_CM = 100_000;
export const MOST_SHAPES = 2_000;

const Size = z.int().min(100).max(LONGEST_FLOOR_CM);

/** x1, y1, x2, y2, … in whole centimetres from the floor's top left corner; three corners or more, and an area. */
export const Points = z
  .array(z.int().min(0).max(LONGEST_FLOOR_CM))
  .min(6)
  .max(2 * MOST_CORNERS)
  .refine((points) => points.length % 2 === 0, { error: "half_a_corner" })
  .refine((points) => polygonArea(points) >= 1, { error: "no_area" });

const FloorShape = z
  .strictObject({
    /** space: has a name and can be booked; wall and area are there to find one's way. */
    kind: z.enum(["space", "wall", "area"]),
    label: Name.nullable(),
    points: Points,
    resourceId: Id.nullable(),
    /** One desk of a pool; null for the whole resource. */
    unitId: Id.nullable(),
  })
  .refine(({ kind, resourceId }) => kind === "space" || resourceId === null, {
    error: "only_a_space_is_booked",
    path: ["resourceId"],
  })
  .refine(({ resourceId, unitId }) => unitId === null || resourceId !== null, {
    error: "a_unit_without_resource",
    path: ["unitId"],
  });
export type FloorShapeInput = z.infer<typeof FloorShape>;

const floorFields = {
  name: Name,
  sortOrder: z.int().min(0).max(100_000),
  widthCm: Size,
  heightCm: Size,
  /** Later ones lie on top. */
  shapes: z.array(FloorShape).max(MOST_SHAPES),
};
interface DrawnFloor {
  widthCm: number;
  heightCm: number;
  shapes: FloorShapeInput[];
}

/** Every shape lies within its floor, and every thing in one place of it. */
function checkDrawing({ widthCm, heightCm, shapes }: DrawnFloor, ctx: z.RefinementCtx): void {
  const placed = new Set<string>();
  shapes.forEach(({ points, resourceId, unitId }, index) => {
    const isInside = points.every((at, i) => at <= (i % 2 === 0 ? widthCm : heightCm));
    if (!isInside) ctx.addIssue({ code: "custom", message: "outside_the_floor", path: ["shapes", index, "points"] });
    const thing = `${resourceId} ${unitId}`;
    if (resourceId !== null && placed.has(thing))
      ctx.addIssue({ code: "custom", message: "placed_twice", path: ["shapes", index, "resourceId"] });
    placed.add(thing);
  });
}

const NewFloor = z.strictObject(floorFields).superRefine(checkDrawing);
export type NewFloor = z.infer<typeof NewFloor>;
/** Several at once, for a building that is imported: all of them, or none. */
export const CreateFloorsInput = z.strictObject({ locationId: Id, floors: z.array(NewFloor).min(1).max(50) });
export type CreateFloorsInput = z.infer<typeof CreateFloorsInput>;

const Version = z.int().min(1).max(2_000_000_000);
/** Saves the whole drawing over the version that the editor began with. */
export const SaveFloorInput = z.strictObject({ id: Id, version: Version, ...floorFields }).superRefine(checkDrawing);
export type SaveFloorInput = z.infer<typeof SaveFloorInput>;
export const RemoveFloorInput = z.strictObject({ id: Id, version: Version });
export type RemoveFloorInput = z.infer<typeof RemoveFloorInput>;
export const ListFloorsInput = z.strictObject({ locationId: Id });
export type ListFloorsInput = z.infer<typeof ListFloorsInput>;

export interface FloorShapeView extends FloorShapeInput {
  id: string;
}
export interface FloorView {
  id: string;
  locationId: string;
  name: string;
  sortOrder: number;
  widthCm: number;
  heightCm: number;
  version: number;
  shapes: FloorShapeView[];
}
