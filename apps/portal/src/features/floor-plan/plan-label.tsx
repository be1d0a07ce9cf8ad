import { labelBox } from "@working-social/booking/rules";
import { memo, useMemo } from "react";
import { fitLines } from "./label.ts";

type PlanLabelProps = {
  points: readonly number[];
  lines: readonly string[];
  /** The first line's, and the others'. */
  looks: readonly [string, string];
  halo?: string | undefined;
  cmPerPx: number;
};

/** Words in the middle of a shape, as many as fit at this distance. Read aloud by the shape, not by its letters. */
export const PlanLabel = memo(function PlanLabel({ points, lines, looks, halo, cmPerPx }: PlanLabelProps) {
  const box = useMemo(() => labelBox(points), [points]);
  const sizeCm = 12 * cmPerPx;
  const shown = fitLines(lines, box, sizeCm);
  const top = box.y + box.height / 2 - ((shown.length - 1) * sizeCm * 1.3) / 2;
  return shown.map((line, index) => (
    <text
      key={index}
      aria-hidden="true"
      x={box.x + box.width / 2}
      y={top + index * sizeCm * 1.3}
      fontSize={sizeCm}
      textAnchor="middle"
      dominantBaseline="central"
      {...(halo ? { stroke: halo, strokeWidth: 4 * cmPerPx, paintOrder: "stroke", strokeLinejoin: "round" as const } : {})}
      className={`pointer-events-none figures select-none ${index === 0 ? `font-semibold ${looks[0]}` : looks[1]}`}
    >
      {line}
    </text>
  ));
});
