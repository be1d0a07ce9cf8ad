import { memo } from "react";
import { classNames } from "@working-social/ui";
import { hatchOf, looks } from "./marks.tsx";
import type { Place } from "./places.ts";
import { PlanLabel } from "./plan-label.tsx";

type PlaceShapeProps = {
  place: Place;
  index: number;
  marksId: string;
  /** All of it, for those who do not see it. */
  label: string;
  isChosen: boolean;
  isTabStop: boolean;
};

/** A place that can be chosen: a button in the shape of the room. */
export const PlaceShape = memo(function PlaceShape(props: PlaceShapeProps) {
  const { place, index, marksId, label, isChosen, isTabStop } = props;
  const { points } = place.shape;
  const look = looks[place.state];
  return (
    <g
      role="button"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={label}
      aria-pressed={isChosen}
      data-place={index}
      data-state={place.state}
      className="group/place cursor-pointer outline-none"
    >
      <polygon
        points={points.join(" ")}
        vectorEffect="non-scaling-stroke"
        strokeLinejoin="round"
        fill={hatchOf(marksId, place.state)}
        className={classNames(
          "transition-colors",
          isChosen && place.state === "free" ? "fill-accent-weak" : look.fill,
          isChosen ? "stroke-accent stroke-[3.5px]" : look.outline,
        )}
      />
      <polygon
        points={points.join(" ")}
        vectorEffect="non-scaling-stroke"
        className="pointer-events-none fill-none stroke-ink stroke-[2.5px] opacity-0 [stroke-dasharray:none] group-focus-visible/place:opacity-100"
      />
    </g>
  );
});

type PlaceLabelProps = { place: Place; name: string; word: string; who: string; cmPerPx: number };

/** Its short words, in a layer above all shapes; the button has the long ones. */
export const PlaceLabel = memo(function PlaceLabel({ place, name, word, who, cmPerPx }: PlaceLabelProps) {
  const look = looks[place.state];
  return (
    <PlanLabel
      {...{ name, word, who, cmPerPx }}
      points={place.shape.points}
      nameLook={look.name}
      wordLook={look.word}
      halo={look.halo}
    />
  );
});
