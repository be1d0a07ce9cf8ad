import type { Point } from "@working-social/booking/rules";
import { pointsOf } from "@working-social/booking/rules";
import { useRef, useState, type PointerEvent, type RefObject } from "react";
import { floorPoint } from "../../../day/floor-plan/use-camera.ts";
import { draggedBy, onGrid, rectangleBetween, withCorner } from "./reshape.ts";
import type { Pen } from "./use-drawing.ts";

type Gesture =
  | { kind: "draw"; from: Point; to: Point }
  | { kind: "move"; key: string; from: Point; points: readonly number[]; to: number[] }
  | { kind: "corner"; key: string; index: number; points: readonly number[]; to: number[] };

/** How near to the first corner a press closes the outline. */
const CLOSE_PX = 12;
/** A press that wanders less than this is no move. */
const SHAKE_PX = 3;

/** What the hand does on the drawing: a shape drawn, moved or pulled at a corner; a polygon, press by press. */
export function useGesture(svg: RefObject<SVGSVGElement | null>, pen: Pen, cmPerPx: number) {
  const [gesture, setGesture] = useState<Gesture | null>(null);
  const [corners, setCorners] = useState<Point[]>([]);
  const [hover, setHover] = useState<Point | null>(null);
  const origin = useRef<number | null>(null);
  const { drawing, tool, gridCm } = pen;
  const at = (event: PointerEvent): Point =>
    svg.current ? floorPoint(svg.current, { x: event.clientX, y: event.clientY }) : { x: 0, y: 0 };
  const gridded = (event: PointerEvent) => onGrid(at(event), gridCm, drawing);

  function finishPolygon() {
    if (corners.length >= 3) pen.add(pointsOf(corners));
    setCorners([]);
  }
  function addCorner(event: PointerEvent) {
    const point = gridded(event);
    const [first] = corners;
    const closes =
      first && corners.length >= 3 && Math.hypot(first.x - point.x, first.y - point.y) <= CLOSE_PX * cmPerPx;
    if (closes) finishPolygon();
    else setCorners([...corners, point]);
  }
  function onPointerDown(event: PointerEvent) {
    if (event.button !== 0) return;
    if (tool === "polygon") return addCorner(event);
    const { corner, shape } = pressedPart(event, pen);
    origin.current = event.pointerId;
    svg.current?.setPointerCapture(event.pointerId);
    if (tool === "rectangle") setGesture({ kind: "draw", from: gridded(event), to: gridded(event) });
    else if (corner && shape)
      setGesture({ kind: "corner", key: shape.key, index: Number(corner), points: shape.points, to: shape.points });
    else if (shape) {
      pen.select(shape.key);
      setGesture({ kind: "move", key: shape.key, from: at(event), points: shape.points, to: shape.points });
    } else pen.select(null);
  }
  function onPointerMove(event: PointerEvent) {
    if (tool === "polygon") setHover(gridded(event));
    if (!gesture || origin.current !== event.pointerId) return;
    if (gesture.kind === "draw") return setGesture({ ...gesture, to: gridded(event) });
    if (gesture.kind === "corner")
      return setGesture({ ...gesture, to: withCorner(gesture.points, gesture.index, gridded(event)) });
    const now = at(event);
    const by = { x: now.x - gesture.from.x, y: now.y - gesture.from.y };
    const isMeant = Math.hypot(by.x, by.y) > SHAKE_PX * cmPerPx;
    setGesture({ ...gesture, to: isMeant ? draggedBy(gesture.points, by, gridCm, drawing) : [...gesture.points] });
  }
  function onPointerUp() {
    origin.current = null;
    setGesture(null);
    if (gesture?.kind === "draw") {
      const points = rectangleBetween(gesture.from, gesture.to);
      if (points) pen.add(points);
    } else if (gesture && gesture.to.join() !== gesture.points.join()) pen.reshape(gesture.key, gesture.to);
  }
  return {
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: () => setGesture(null) },
    /** A shape as it is under the hand. */
    pointsOf: (key: string, points: readonly number[]) =>
      gesture && gesture.kind !== "draw" && gesture.key === key ? gesture.to : points,
    /** What is being drawn and is no shape yet. */
    sketch: sketchOf(gesture, tool === "polygon" ? corners : [], hover),
    corners: tool === "polygon" ? corners : [],
    finishPolygon,
    giveUp: () => {
      setCorners([]);
      setGesture(null);
    },
  };
}

/** The shape under a press, and which of its corners, if the press is on a handle. */
function pressedPart(event: PointerEvent, { drawing, selected }: Pen) {
  const target = event.target instanceof Element ? event.target : null;
  const corner = target?.closest("[data-corner]")?.getAttribute("data-corner");
  const key = target?.closest("[data-shape]")?.getAttribute("data-shape");
  const shape = drawing.shapes.find((one) => one.key === (corner ? selected?.key : key));
  return { corner, shape };
}

function sketchOf(gesture: Gesture | null, corners: Point[], hover: Point | null): readonly number[] | null {
  if (gesture?.kind === "draw") return rectangleBetween(gesture.from, gesture.to);
  if (corners.length === 0) return null;
  return pointsOf(hover ? [...corners, hover] : corners);
}
