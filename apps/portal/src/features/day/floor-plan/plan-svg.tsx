import { boundsOf, type Box } from "@working-social/booking/rules";
import type { FloorShapeView, FloorView } from "@working-social/booking/schema";
import type { Interval } from "@working-social/kernel";
import { classNames, IconButton } from "@working-social/ui";
import { Maximize, Minus, Plus } from "lucide-react";
import { useId, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject } from "react";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { floorPlanTexts } from "./floor-plan-texts.ts";
import { Marks } from "./marks.tsx";
import { nearestTowards, type Direction } from "./nearest.ts";
import { PlaceLabel, PlaceShape } from "./place-shape.tsx";
import { occupantName, placeName, placeParts, stateWord, type PlanWords } from "./place-text.ts";
import type { Place } from "./places.ts";
import { Scenery } from "./scenery.tsx";
import { useCamera } from "./use-camera.ts";

type PlanSvgProps = {
  floor: FloorView;
  label: string;
  places: readonly Place[];
  scenery: readonly FloorShapeView[];
  slot: Interval;
  words: PlanWords;
  chosenId: string | null;
  onChoose: (place: Place, by: "pointer" | "keyboard") => void;
  /** The place under the pointer or the focus; null: none. */
  onLook: (place: Place | null) => void;
  /** Beside the buttons under the drawing. */
  children: ReactNode;
};

const arrows: Record<string, Direction> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };

/** The drawing: to look at, to press, and to walk through with the keyboard. */
export function PlanSvg(props: PlanSvgProps) {
  const { floor, label, places, scenery, slot, words, onLook, children } = props;
  const texts = useTexts(floorPlanTexts);
  const svg = useRef<SVGSVGElement>(null);
  const [marksId, helpId] = [useId().replaceAll(":", ""), useId()];
  const { camera, cmPerPx, isClose, hands, show, ...zoom } = useCamera(svg, floor);
  const { isChosen, stop, onKeyDown, onClick } = useWalk(svg, props, { isClose, wasDrag: hands.wasDrag, show });
  const look = (target: EventTarget) => onLook(places[indexOf(target)] ?? null);

  return (
    <div>
      <p id={helpId} className="sr-only">
        {texts.help}
      </p>
      {/* The shapes in it are the buttons; it only hears of all their presses in one place. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <svg
        ref={svg}
        role="group"
        aria-label={label}
        aria-describedby={helpId}
        viewBox={`${camera.x} ${camera.y} ${camera.width} ${camera.height}`}
        style={{ aspectRatio: `${camera.width} / ${camera.height}` }}
        className={classNames(
          "block max-h-[max(22rem,calc(100dvh-19rem))] w-full rounded-lg",
          isClose ? "cursor-grab touch-none" : "touch-pan-y",
        )}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onFocus={(event) => look(event.target)}
        onPointerOver={(event) => look(event.target)}
        onMouseLeave={() => onLook(null)}
        {...hands.handlers}
      >
        <Marks id={marksId} cmPerPx={cmPerPx} />
        <Scenery floor={floor} shapes={scenery} cmPerPx={cmPerPx} />
        {places.map((place, index) => (
          <PlaceShape
            key={place.shape.id}
            {...{ place, index, marksId }}
            label={texts.read(placeParts(place, slot, words))}
            isChosen={isChosen(place)}
            isTabStop={index === stop}
          />
        ))}
        <g aria-hidden="true">
          {places.map((place) => (
            <PlaceLabel
              key={place.shape.id}
              {...{ place, cmPerPx }}
              name={placeName(place)}
              word={stateWord(place, words)}
              who={occupantName(place, slot)}
            />
          ))}
        </g>
      </svg>
      <div className="mt-2 flex items-start justify-between gap-3">
        {children}
        <ZoomButtons {...zoom} isClose={isClose} />
      </div>
    </div>
  );
}

type WalkOptions = { isClose: boolean; wasDrag: () => boolean; show: (box: Box) => void };

/** Which place has the one stop of the Tab key, and what presses of hand and keyboard do. */
function useWalk(
  svg: RefObject<SVGSVGElement | null>,
  { places, chosenId, onChoose }: PlanSvgProps,
  { isClose, wasDrag, show }: WalkOptions,
) {
  const [cursor, setCursor] = useState<string | null>(null);
  const isChosen = (place: Place) =>
    place.shape.resourceId === chosenId && (place.unit === null || place.state === "free");
  const stop = firstIndex([places.findIndex(({ shape }) => shape.id === cursor), places.findIndex(isChosen), 0]);

  function focus(index: number | null) {
    const place = index === null ? undefined : places[index];
    if (!place) return;
    setCursor(place.shape.id);
    show(boundsOf(place.shape.points));
    svg.current?.querySelector<SVGGElement>(`[data-place="${index}"]`)?.focus({ preventScroll: isClose });
  }
  function onKeyDown(event: KeyboardEvent) {
    const index = indexOf(event.target);
    const place = places[index];
    if (!place || event.altKey || event.metaKey || event.ctrlKey) return;
    const direction = arrows[event.key];
    if (direction)
      focus(
        nearestTowards(
          places.map(({ shape }) => shape),
          index,
          direction,
        ),
      );
    else if (event.key === "Home") focus(0);
    else if (event.key === "End") focus(places.length - 1);
    else if (event.key === "Enter" || event.key === " ") onChoose(place, "keyboard");
    else return;
    event.preventDefault();
  }
  function onClick(event: MouseEvent) {
    const place = places[indexOf(event.target)];
    if (!place || wasDrag()) return;
    setCursor(place.shape.id);
    onChoose(place, "pointer");
  }
  return { isChosen, stop, onKeyDown, onClick };
}

type ZoomButtonsProps = { isClose: boolean; zoomIn: () => void; zoomOut: () => void; fit: () => void };

function ZoomButtons({ isClose, zoomIn, zoomOut, fit }: ZoomButtonsProps) {
  const texts = useTexts(floorPlanTexts);
  return (
    <div className="flex shrink-0">
      <IconButton size="small" aria-label={texts.zoomOut} onPress={zoomOut} isDisabled={!isClose}>
        <Minus aria-hidden="true" className="size-4" />
      </IconButton>
      <IconButton size="small" aria-label={texts.zoomIn} onPress={zoomIn}>
        <Plus aria-hidden="true" className="size-4" />
      </IconButton>
      <IconButton size="small" aria-label={texts.zoomFit} onPress={fit} isDisabled={!isClose}>
        <Maximize aria-hidden="true" className="size-4" />
      </IconButton>
    </div>
  );
}

function firstIndex(candidates: readonly number[]): number {
  return candidates.find((index) => index >= 0) ?? 0;
}

function indexOf(target: EventTarget): number {
  const place = target instanceof Element ? target.closest("[data-place]") : null;
  return Number(place?.getAttribute("data-place") ?? -1);
}
