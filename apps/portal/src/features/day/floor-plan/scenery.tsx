import type { FloorShapeView, FloorView } from "@working-social/booking/schema";
import { memo } from "react";
import { PlanLabel } from "./plan-label.tsx";

const kindLooks: Record<FloorShapeView["kind"], string> = {
  space: "fill-paper stroke-line",
  wall: "fill-third/70 stroke-none",
  area: "fill-sunk stroke-none",
};

type SceneryProps = {
  floor: Pick<FloorView, "widthCm" | "heightCm">;
  shapes: readonly FloorShapeView[];
  cmPerPx: number;
};

/** The floor and what is only there to find one's way: hundreds of shapes that redraw only when the distance changes. */
export const Scenery = memo(function Scenery({ floor, shapes, cmPerPx }: SceneryProps) {
  return (
    <g aria-hidden="true">
      <rect
        width={floor.widthCm}
        height={floor.heightCm}
        rx={8 * cmPerPx}
        className="fill-surface stroke-line"
        vectorEffect="non-scaling-stroke"
      />
      {shapes.map((shape) => (
        <polygon
          key={shape.id}
          points={shape.points.join(" ")}
          vectorEffect="non-scaling-stroke"
          className={kindLooks[shape.kind]}
        />
      ))}
      {shapes.map(
        ({ id, label, points, kind }) =>
          label &&
          kind !== "wall" && (
            <PlanLabel key={id} points={points} name={label} nameLook="fill-second" isWhole cmPerPx={cmPerPx} />
          ),
      )}
    </g>
  );
});
