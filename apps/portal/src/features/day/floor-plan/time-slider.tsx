import { gridStarts } from "@working-social/booking/rules";
import type { EpochMs, Interval } from "@working-social/kernel";
import { useMemo } from "react";
import { formatIn } from "../../../lib/format.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { floorPlanTexts } from "./floor-plan-texts.ts";
import { hourMarks, isLabelled, shareOf, type DayScale } from "../day-scale.ts";
import { percent, shortTime } from "../place.ts";

const STEP_MINUTES = 15;

type TimeSliderProps = { scale: DayScale; slot: Interval; onStart: (start: EpochMs) => void };

/** Through the day in quarters of an hour: the plan shows how it stands then. */
export function TimeSlider({ scale, slot, onStart }: TimeSliderProps) {
  const texts = useTexts(floorPlanTexts);
  const format = formatIn(scale.zone);
  const stops = useMemo(() => gridStarts(STEP_MINUTES, scale, scale.zone), [scale]);
  const index = Math.max(
    0,
    stops.findLastIndex((stop) => stop <= slot.start),
  );
  return (
    <div className="time-axis flex flex-col gap-0.5">
      <input
        type="range"
        aria-label={texts.time}
        aria-valuetext={format.span(slot.start, slot.end)}
        min={0}
        max={stops.length - 1}
        value={index}
        onChange={(event) => {
          const stop = stops[Number(event.target.value)];
          if (stop !== undefined && stop !== slot.start) onStart(stop);
        }}
        className="h-6 w-full cursor-pointer accent-accent touch:h-11"
      />
      <div aria-hidden="true" className="relative mx-2 h-4 text-xs text-second figures">
        {hourMarks(scale)
          .filter((mark) => isLabelled(mark, scale))
          .map((mark) => (
            <span
              key={mark.instant}
              className="absolute -translate-x-1/2 whitespace-nowrap"
              style={{ insetInlineStart: percent(shareOf(scale, mark.instant)) }}
            >
              {shortTime(format.time(mark.instant))}
            </span>
          ))}
      </div>
    </div>
  );
}
