import { labelBox } from "@working-social/booking/rules";
import { memo, useMemo } from "react";
import { fitLabel } from "./label.ts";

type PlanLabelProps = {
  points: readonly number[];
  name: string;
  word?: string;
  /** Who is there. */
  who?: string;
  nameLook: string;
  wordLook?: string;
  /** The colour that keeps letters clear of a hatch. */
  halo?: string | undefined;
  cmPerPx: number;
  /** Whole or not at all: for what is only there to find one's way, where a hundred cut names say nothing. */
  isWhole?: boolean;
};

/** Words in the middle of a shape, as many as fit at this distance. Read aloud by the shape, not by its letters. */
export const PlanLabel = memo(function PlanLabel({
  points,
  name,
  word = "",
  who = "",
  nameLook,
  wordLook = "",
  halo,
  cmPerPx,
  isWhole = false,
}: PlanLabelProps) {
  const box = useMemo(() => labelBox(points), [points]);
  const { sizeCm, isCut, ...label } = fitLabel({ name, word, who }, box, cmPerPx);
  if (isCut && isWhole) return null;
  const lines = [...label.name, label.word, label.who].filter(Boolean);
  const lineCm = sizeCm * 1.25;
  const top = box.y + box.height / 2 - ((lines.length - 1) * lineCm) / 2;
  return lines.map((line, index) => (
    <text
      key={index}
      aria-hidden="true"
      x={box.x + box.width / 2}
      y={top + index * lineCm}
      fontSize={sizeCm}
      textAnchor="middle"
      dominantBaseline="central"
      {...(halo
        ? { stroke: halo, strokeWidth: 4 * cmPerPx, paintOrder: "stroke", strokeLinejoin: "round" as const }
        : {})}
      className={`pointer-events-none figures select-none ${index < label.name.length ? `font-semibold ${nameLook}` : wordLook}`}
    >
      {line}
    </text>
  ));
});
