import { boundsOf, cornersOf } from "@working-social/booking/rules";
import { classNames } from "@working-social/ui";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageFloorsTexts } from "./floors-texts.ts";
import { PlanLabel } from "../../../day/floor-plan/plan-label.tsx";
import type { DraftShape } from "./drawing.ts";
import { withBox } from "./reshape.ts";
import { useGesture } from "./use-gesture.ts";
import type { Pen } from "./use-drawing.ts";

type CanvasProps = { pen: Pen; zoom: number; nameOf: (shape: DraftShape) => string; onNumbers: () => void };

const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The sheet of paper: shapes to draw, press, move and pull, by hand or by keyboard. */
export function Canvas({ pen, zoom, nameOf, onNumbers }: CanvasProps) {
  const texts = useTexts(manageFloorsTexts);
  const svg = useRef<SVGSVGElement>(null);
  const helpId = useId();
  const gridId = useId().replaceAll(":", "");
  const { drawing, selected, tool, gridCm } = pen;
  const cmPerPx = drawing.widthCm / useWidthPx(svg);
  const gesture = useGesture(svg, pen, cmPerPx);

  return (
    <div className="max-h-[70dvh] overflow-auto rounded-lg border bg-sunk">
      <p id={helpId} className="sr-only">
        {texts.canvasHelp}
      </p>
      {/* The shapes in it are the buttons; it only hears of all their presses in one place. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <svg
        ref={svg}
        role="group"
        aria-label={texts.canvas(drawing.name)}
        aria-describedby={helpId}
        tabIndex={-1}
        viewBox={`0 0 ${drawing.widthCm} ${drawing.heightCm}`}
        style={{ width: `${zoom * 100}%`, aspectRatio: `${drawing.widthCm} / ${drawing.heightCm}` }}
        className={classNames(
          "block bg-surface outline-none select-none",
          tool === "select" ? "touch-pan-x touch-pan-y" : "cursor-crosshair touch-none",
        )}
        onKeyDown={(event) => onPlanKey(event, pen, gesture, onNumbers)}
        {...gesture.handlers}
      >
        <Grid id={gridId} gridCm={gridCm} cmPerPx={cmPerPx} widthCm={drawing.widthCm} heightCm={drawing.heightCm} />
        {drawing.shapes.map((shape) => (
          <EditedShape
            key={shape.key}
            shape={shape}
            points={gesture.pointsOf(shape.key, shape.points)}
            name={nameOf(shape)}
            isSelected={shape.key === selected?.key}
            cmPerPx={cmPerPx}
            onSelect={() => pen.select(shape.key)}
          />
        ))}
        {selected && tool === "select" && (
          <Handles points={gesture.pointsOf(selected.key, selected.points)} cmPerPx={cmPerPx} />
        )}
        {gesture.sketch && (
          <polyline
            points={gesture.sketch.join(" ")}
            vectorEffect="non-scaling-stroke"
            className="pointer-events-none fill-accent-weak/60 stroke-accent stroke-2 [stroke-dasharray:5_4]"
          />
        )}
        {gesture.corners.map(({ x, y }) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r={4 * cmPerPx} className="pointer-events-none fill-accent" />
        ))}
      </svg>
    </div>
  );
}

/** What a key does to the drawing; what it does not know, it leaves to the browser. */
function onPlanKey(
  event: KeyboardEvent,
  pen: Pen,
  gesture: ReturnType<typeof useGesture>,
  onNumbers: () => void,
): void {
  const isCommand = event.ctrlKey || event.metaKey;
  const letter = isCommand ? event.key.toLowerCase() : "";
  if (letter === "y" || (letter === "z" && event.shiftKey)) pen.redo();
  else if (letter === "z") pen.undo();
  else if (event.key === "Escape") {
    gesture.giveUp();
    pen.select(null);
  } else if (pen.tool === "polygon" && event.key === "Enter") gesture.finishPolygon();
  else if (!pen.selected || !onShapeKey(event, pen.selected, pen, onNumbers)) return;
  event.preventDefault();
}

/** What a key does to the selected shape; false: nothing. */
function onShapeKey(
  event: KeyboardEvent,
  shape: DraftShape,
  { drawing, gridCm, ...pen }: Pen,
  onNumbers: () => void,
): boolean {
  const arrow = arrows[event.key];
  const box = boundsOf(shape.points);
  const [dx = 0, dy = 0] = arrow ?? [];
  const by = Math.max(gridCm, 1);
  if (arrow && event.shiftKey)
    pen.reshape(
      shape.key,
      withBox(
        shape.points,
        { width: Math.max(by, box.width + dx * by), height: Math.max(by, box.height + dy * by) },
        drawing,
      ),
      "size",
    );
  else if (arrow)
    pen.reshape(shape.key, withBox(shape.points, { x: box.x + dx * by, y: box.y + dy * by }, drawing), "place");
  else if (event.key === "Delete" || event.key === "Backspace") pen.remove(shape.key);
  else if (event.key === "Enter") onNumbers();
  else return false;
  return true;
}

const fills: Record<DraftShape["kind"], string> = { space: "fill-paper", wall: "fill-third", area: "fill-sunk" };
const fillOf = ({ kind, resourceId }: DraftShape) => (resourceId === null ? fills[kind] : "fill-accent-weak");

type EditedShapeProps = {
  shape: DraftShape;
  points: readonly number[];
  name: string;
  isSelected: boolean;
  cmPerPx: number;
  onSelect: () => void;
};

function EditedShape({ shape, points, name, isSelected, cmPerPx, onSelect }: EditedShapeProps) {
  const texts = useTexts(manageFloorsTexts);
  const { width, height } = boundsOf(points);
  const isLinked = shape.resourceId !== null;
  return (
    <g
      role="button"
      tabIndex={0}
      aria-pressed={isSelected}
      aria-label={texts.shape(name || texts.unnamed, texts.kinds[shape.kind], texts.size(width, height))}
      data-shape={shape.key}
      onFocus={onSelect}
      className="cursor-move outline-none"
    >
      <polygon
        points={points.join(" ")}
        vectorEffect="non-scaling-stroke"
        strokeLinejoin="round"
        className={classNames(
          fillOf(shape),
          isSelected ? "stroke-accent stroke-[3px]" : isLinked ? "stroke-accent stroke-1" : "stroke-third stroke-1",
        )}
      />
      {shape.kind !== "wall" && (
        <PlanLabel
          {...{ points, name, cmPerPx }}
          isWhole={!isLinked}
          nameLook={isLinked ? "fill-accent-on-weak" : "fill-second"}
        />
      )}
    </g>
  );
}

/** Where a hand can pull. */
function Handles({ points, cmPerPx }: { points: readonly number[]; cmPerPx: number }) {
  return cornersOf(points).map(({ x, y }, index) => (
    <g key={index} data-corner={index} className="cursor-crosshair touch-none">
      <circle cx={x} cy={y} r={12 * cmPerPx} className="fill-transparent" />
      <circle
        cx={x}
        cy={y}
        r={5 * cmPerPx}
        vectorEffect="non-scaling-stroke"
        className="fill-surface stroke-accent stroke-2"
      />
    </g>
  ));
}

type GridProps = { id: string; gridCm: number; cmPerPx: number; widthCm: number; heightCm: number };

/** Lines of the grid where they would not run into each other, and always those of the metres. */
function Grid({ id, gridCm, cmPerPx, widthCm, heightCm }: GridProps) {
  const steps = [gridCm > 1 ? gridCm : 100, 100, 500, 1000, 5000].filter((cm) => cm / cmPerPx >= 9).slice(0, 2);
  return (
    <g aria-hidden="true" className="pointer-events-none">
      {steps.map((cm, index) => (
        <g key={cm}>
          <pattern id={`${id}${cm}`} width={cm} height={cm} patternUnits="userSpaceOnUse">
            <path
              d={`M ${cm} 0 H 0 V ${cm}`}
              fill="none"
              strokeWidth={(index === 0 ? 0.7 : 1) * cmPerPx}
              className={index === 0 ? "stroke-line" : "stroke-third/40"}
            />
          </pattern>
          <rect width={widthCm} height={heightCm} fill={`url(#${id}${cm})`} />
        </g>
      ))}
    </g>
  );
}

function useWidthPx(svg: React.RefObject<SVGSVGElement | null>): number {
  const [width, setWidth] = useState(800);
  useEffect(() => {
    if (!svg.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.max(1, entry?.contentRect.width ?? 1)));
    observer.observe(svg.current);
    return () => observer.disconnect();
  }, [svg]);
  return width;
}
