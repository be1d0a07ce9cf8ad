import type { Box, Point } from "@working-social/booking/rules";
import { useEffect, useRef, useState, type PointerEvent, type RefObject } from "react";
import { middleOf, panned, showing, wholeFloor, zoomed, type Camera } from "./camera.ts";

/** A press that moves further than this pans, and chooses nothing. */
const DRAG_PX = 6;

/** Zoom and pan by buttons, pinch, wheel with Ctrl, and drag. One finger scrolls the page until one is closer. */
export function useCamera(svg: RefObject<SVGSVGElement | null>, floor: { widthCm: number; heightCm: number }) {
  const whole = wholeFloor(floor);
  const [camera, setCamera] = useState<Camera>(whole);
  const { widthPx, heightPx } = useSize(svg);
  // Where the height is what limits it, the drawing has air on both sides.
  const cmPerPx = widthPx === 0 || heightPx === 0 ? 1 : Math.max(camera.width / widthPx, camera.height / heightPx);
  const isClose = camera.width < whole.width * 0.999;
  const zoom = (factor: number, around?: Point) =>
    setCamera((now) => zoomed(now, whole, factor, around ?? middleOf(now)));
  const hands = useHands(svg, { isClose, onPan: (by) => setCamera((now) => panned(now, whole, by)), onZoom: zoom });
  useWheelZoom(svg, zoom);
  return {
    camera,
    cmPerPx,
    isClose,
    hands,
    zoomIn: () => zoom(1.5),
    zoomOut: () => zoom(1 / 1.5),
    fit: () => setCamera(whole),
    show: (box: Box) => setCamera((now) => showing(now, whole, box)),
  };
}

type HandsOptions = { isClose: boolean; onPan: (by: Point) => void; onZoom: (factor: number, around: Point) => void };

function useHands(svg: RefObject<SVGSVGElement | null>, { isClose, onPan, onZoom }: HandsOptions) {
  const fingers = useRef(new Map<number, Point>());
  const travelled = useRef(0);
  function onPointerDown(event: PointerEvent) {
    if (fingers.current.size === 0) travelled.current = 0;
    fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }
  function onPointerMove(event: PointerEvent) {
    const before = fingers.current.get(event.pointerId);
    if (!before || !svg.current) return;
    const after = { x: event.clientX, y: event.clientY };
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    travelled.current += Math.hypot(after.x - before.x, after.y - before.y);
    fingers.current.set(event.pointerId, after);
    if (travelled.current < DRAG_PX) return;
    if (other) {
      const factor = distance(after, other) / Math.max(1, distance(before, other));
      onZoom(factor, floorPoint(svg.current, { x: (after.x + other.x) / 2, y: (after.y + other.y) / 2 }));
    } else if (isClose) {
      const [from, to] = [floorPoint(svg.current, before), floorPoint(svg.current, after)];
      onPan({ x: from.x - to.x, y: from.y - to.y });
    }
  }
  const lift = (event: PointerEvent) => void fingers.current.delete(event.pointerId);
  return {
    handlers: { onPointerDown, onPointerMove, onPointerUp: lift, onPointerCancel: lift, onPointerLeave: lift },
    /** Whether the press that just ended was a drag. */
    wasDrag: () => travelled.current >= DRAG_PX && (isClose || fingers.current.size > 0),
  };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** A point of the screen in the floor's centimetres. */
export function floorPoint(svg: SVGSVGElement, client: Point): Point {
  const matrix = svg.getScreenCTM();
  if (!matrix) return { x: 0, y: 0 };
  const { x, y } = new DOMPoint(client.x, client.y).matrixTransform(matrix.inverse());
  return { x, y };
}

/** The wheel scrolls the page; with Ctrl (and by a pinch on a touch pad, which says the same) it zooms. */
function useWheelZoom(svg: RefObject<SVGSVGElement | null>, zoom: (factor: number, around: Point) => void): void {
  const latest = useRef(zoom);
  useEffect(() => {
    latest.current = zoom;
  });
  useEffect(() => {
    const element = svg.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      latest.current(Math.exp(-event.deltaY / 200), floorPoint(element, { x: event.clientX, y: event.clientY }));
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [svg]);
}

function useSize(svg: RefObject<SVGSVGElement | null>): { widthPx: number; heightPx: number } {
  const [size, setSize] = useState({ widthPx: 0, heightPx: 0 });
  useEffect(() => {
    const element = svg.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      setSize({ widthPx: width, heightPx: height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [svg]);
  return size;
}
