import { z } from "zod";
import type { NewFloor } from "../schema.ts";
import { MOST_CORNERS, polygonArea } from "./geometry.ts";

/** Why a drawing can't be read, and where in the file. */
export interface DrawingProblem {
  code: "not_json" | "not_floorspace" | "no_storeys" | "broken_outline" | "too_large" | "too_many_shapes";
  /** The storey and the space, in the words of the file. */
  where: string;
}
/**
 * Spaces of the file that a plan can't show, in the words of the file: `undrawn` have a name and no outline, or one that encloses
 * nothing; `tooDetailed` have an outline of more corners than a shape may have.
 */
export type DrawingAnswer =
  | { floors: NewFloor[]; undrawn: string[]; tooDetailed: string[]; problems: [] }
  | { floors: []; undrawn: []; tooDetailed: []; problems: DrawingProblem[] };

// The public schema of FloorspaceJS (github.com/NREL/floorspace.js, schema/geometry_schema.json), as far as outlines and
// names go. The rest of a file (images, windows, thermal zones) is not read.
const ID = z.union([z.string(), z.number()]).transform(String);
const Coordinate = z.number().min(-1e6).max(1e6);
const Story = z.object({
  name: z.string().nullish(),
  geometry: z.object({
    vertices: z.array(z.object({ id: ID, x: Coordinate, y: Coordinate })).max(20_000),
    edges: z.array(z.object({ id: ID, vertex_ids: z.array(ID).length(2) })).max(20_000),
    faces: z.array(z.object({ id: ID, edge_ids: z.array(ID).max(20_000), edge_order: z.array(z.number()) })).max(5_000),
  }),
  spaces: z.array(z.object({ name: z.string().nullish(), face_id: ID.nullish() })).max(5_000),
});
const Drawing = z.object({
  project: z.object({ config: z.object({ units: z.string().nullish() }).nullish() }).nullish(),
  stories: z.array(Story).max(50),
});
type Story = z.infer<typeof Story>;

const FOOT_CM = 30.48;
const METRE_CM = 100;
/** Around the outermost walls. */
const MARGIN_CM = 100;
const MOST_CM = 100_000;
const MOST_SPACES = 2_000;

/**
 * Reads a FloorspaceJS drawing: one floor for each storey, one space for each face that has one, with its name. Feet and
 * metres become centimetres, and up becomes up on the screen. All storeys share one origin, so that stairs stay above
 * stairs. Nothing of the file is kept but corners and names: no image, no markup, no address.
 */
export function readFloorspace(text: string): DrawingAnswer {
  const json = parsed(text);
  if (json === undefined) return refused("not_json", "");
  const drawing = Drawing.safeParse(json);
  if (!drawing.success) return refused("not_floorspace", drawing.error.issues[0]?.path.join(".") ?? "");
  const { stories, project } = drawing.data;
  if (stories.length === 0) return refused("no_storeys", "stories");
  const scale = project?.config?.units === "m" || project?.config?.units === "si" ? METRE_CM : FOOT_CM;
  const outlines = stories.map((story, index) => outlinesOf(story, index));
  const problems = outlines.flatMap((story) => story.problems);
  if (problems.length > 0) return { floors: [], undrawn: [], tooDetailed: [], problems: problems.slice(0, 20) };
  return placed(outlines, scale);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function refused(code: DrawingProblem["code"], where: string): DrawingAnswer {
  return { floors: [], undrawn: [], tooDetailed: [], problems: [{ code, where }] };
}

interface Outline {
  label: string | null;
  corners: { x: number; y: number }[];
}
interface StoryOutlines {
  name: string;
  outlines: Outline[];
  undrawn: string[];
  problems: DrawingProblem[];
}

function outlinesOf(story: Story, index: number): StoryOutlines {
  const { vertices, edges, faces } = story.geometry;
  const byId = {
    vertex: new Map(vertices.map((v) => [v.id, v])),
    edge: new Map(edges.map((e) => [e.id, e])),
    face: new Map(faces.map((f) => [f.id, f])),
  };
  const name = readable(story.name) ?? `Floor ${index + 1}`;
  const outlines: Outline[] = [];
  const undrawn: string[] = [];
  const problems: DrawingProblem[] = [];
  for (const space of story.spaces) {
    const label = readable(space.name);
    const where = [name, label ?? space.face_id ?? ""].join(": ");
    const face = byId.face.get(space.face_id ?? "");
    const corners = face && around(face, byId);
    if (corners) outlines.push({ label, corners });
    // A space that was named and never drawn has no face; one that was erased keeps a face without edges.
    else if (!space.face_id || face?.edge_ids.length === 0) undrawn.push(where);
    else problems.push({ code: "broken_outline", where });
  }
  return { name, outlines, undrawn, problems };
}

interface Ids {
  vertex: Map<string, { x: number; y: number }>;
  edge: Map<string, { vertex_ids: string[] }>;
}

/** The corners along the edges of a face: an edge whose order is 0 is walked backwards. Null when one leads nowhere. */
function around(face: Story["geometry"]["faces"][number], ids: Ids): { x: number; y: number }[] | null {
  if (face.edge_ids.length < 3) return null;
  const corners = face.edge_ids.map((edgeId, i) => {
    const ends = ids.edge.get(edgeId)?.vertex_ids;
    return ids.vertex.get((face.edge_order[i] === 0 ? ends?.[1] : ends?.[0]) ?? "");
  });
  const found = corners.flatMap((corner) => corner ?? []);
  return found.length === corners.length ? found : null;
}

function placed(stories: readonly StoryOutlines[], scale: number): DrawingAnswer {
  const all = stories.flatMap(({ outlines }) => outlines.flatMap(({ corners }) => corners));
  if (all.length === 0) return refused("no_storeys", "stories");
  const [left, right] = range(all.map(({ x }) => x));
  const [bottom, top] = range(all.map(({ y }) => y));
  const cm = (length: number) => Math.round(length * scale);
  const size = { widthCm: cm(right - left) + 2 * MARGIN_CM, heightCm: cm(top - bottom) + 2 * MARGIN_CM };
  if (size.widthCm > MOST_CM || size.heightCm > MOST_CM)
    return refused("too_large", `${size.widthCm / 100} × ${size.heightCm / 100} m`);
  const crowded = stories.find(({ outlines }) => outlines.length > MOST_SPACES);
  if (crowded) return refused("too_many_shapes", crowded.name);
  const onScreen = ({ x, y }: { x: number; y: number }) => [cm(x - left) + MARGIN_CM, cm(top - y) + MARGIN_CM];
  const drawn = stories.map((story) => ({
    ...story,
    shapes: story.outlines.map(({ label, corners }) => ({ label, points: withoutDoubles(corners.map(onScreen)) })),
  }));
  const floors = drawn.map(({ name, shapes }, index) => ({
    name: unlike(
      drawn.slice(0, index).map((story) => story.name),
      name,
    ),
    sortOrder: index * 10,
    ...size,
    shapes: shapes
      .filter((shape) => faultOf(shape) === null)
      .map((shape) => ({ kind: "space" as const, ...shape, resourceId: null, unitId: null })),
  }));
  const leftOut = (fault: Fault) =>
    drawn.flatMap(({ name, shapes }) =>
      shapes.filter((shape) => faultOf(shape) === fault).map(({ label }) => [name, label ?? ""].join(": ")),
    );
  const undrawn = [...stories.flatMap((story) => story.undrawn), ...leftOut("encloses_nothing")];
  return { floors, undrawn, tooDetailed: leftOut("too_many_corners"), problems: [] };
}

type Fault = "encloses_nothing" | "too_many_corners";

/** What encloses nothing, or less than a centimetre, is a slip of the drawing hand. */
function faultOf({ points }: { points: readonly number[] }): Fault | null {
  if (points.length > 2 * MOST_CORNERS) return "too_many_corners";
  return points.length >= 6 && polygonArea(points) >= 1 ? null : "encloses_nothing";
}

function range(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
}

function withoutDoubles(corners: readonly number[][]): number[] {
  const differs = (a: readonly number[], b: readonly number[] | undefined) => a[0] !== b?.[0] || a[1] !== b?.[1];
  return corners.filter((corner, i) => differs(corner, corners[(i + corners.length - 1) % corners.length])).flat();
}

/** A name as the product takes it: no control characters, at most 120 long; null when nothing is left. */
function readable(text: string | null | undefined): string | null {
  const clean = (text ?? "")
    .toWellFormed()
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, 110)
    .toWellFormed()
    .trim();
  return clean === "" ? null : clean;
}

function unlike(taken: readonly string[], name: string): string {
  const times = taken.filter((other) => other === name).length;
  return times === 0 ? name : `${name} (${times + 1})`;
}
