import type { EpochMs, Interval } from "@working-social/kernel";
import { memo } from "react";
import type { Format } from "../../../lib/format.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts } from "../book-texts.ts";
import { cellsOf } from "./cursor.ts";
import { laneSummary } from "../lane-text.ts";
import type { Lane } from "../lane.ts";
import { placeOf } from "../place.ts";

type CellsProps = {
  lane: Lane;
  scale: Interval;
  format: Format;
  cursor: EpochMs;
  /** What Enter would take at the cursor; the ring goes around it. */
  slot: Interval;
  /** The cursor's cell in words. */
  label: string;
  isSelected: boolean;
};

/** The cells of the row that the keyboard is in. They let the pointer through: the track takes it. */
export function Cells({ lane, scale, format, cursor, slot, label, isSelected }: CellsProps) {
  const cells = cellsOf(lane, scale);
  const stepMs = lane.stepMinutes * 60_000;
  return cells.map((start, index) => {
    const isCursor = start === cursor;
    const span = isCursor ? slot : { start, end: start + stepMs };
    return (
      <div
        key={start}
        role="gridcell"
        aria-colindex={index + 2}
        aria-selected={isCursor && isSelected}
        aria-label={isCursor ? label : format.time(start)}
        tabIndex={isCursor ? 0 : -1}
        data-cursor={isCursor || undefined}
        style={placeOf(span, scale)}
        className="pointer-events-none absolute inset-y-1 z-3 rounded-md focus-visible:outline-offset-1"
      />
    );
  });
}

type QuietCellProps = { lane: Lane; format: Format };

/** The one cell of a row that the keyboard is not in: the day of that room in a sentence. */
export const QuietCell = memo(function QuietCell({ lane, format }: QuietCellProps) {
  const texts = useTexts(bookTexts);
  return (
    <div
      role="gridcell"
      aria-colindex={2}
      tabIndex={-1}
      aria-label={laneSummary(lane, format, texts)}
      className="pointer-events-none absolute inset-0"
    />
  );
});
