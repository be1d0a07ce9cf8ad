import type { EpochMs, Interval } from "@working-social/kernel";
import { classNames } from "@working-social/ui";
import { memo } from "react";
import type { Format } from "../../../lib/format.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts } from "../book-texts.ts";
import { Blocks } from "../blocks.tsx";
import { Cells, QuietCell } from "./cells.tsx";
import { DragNote } from "./drag-note.tsx";
import type { Lane } from "../lane.ts";
import { columns } from "../place.ts";
import { PoolBar } from "./pool-bar.tsx";
import { SlotGhost, type GhostLook } from "./slot-ghost.tsx";

/** What lies over a row's day: the slot that is chosen or dragged, or that it is free then as well. */
export interface Ghost {
  readonly slot: Interval;
  readonly look: GhostLook;
  /** While it is dragged and refused: why. */
  readonly sentence: string | null;
  readonly isDragged: boolean;
}

export interface RowCursor {
  readonly start: EpochMs;
  readonly slot: Interval;
  readonly label: string;
  readonly isSelected: boolean;
}

type TimelineRowProps = {
  lane: Lane;
  index: number;
  scale: Interval;
  format: Format;
  /** Under the name. */
  line: string;
  isFitting: boolean;
  ghost: Ghost | null;
  cursor: RowCursor | null;
  movingId: string | null;
};

/** One resource's day. It redraws only when something on it changes. */
export const TimelineRow = memo(function TimelineRow(props: TimelineRowProps) {
  const { lane, index, scale, format, ghost, cursor, movingId } = props;
  return (
    <div role="row" aria-rowindex={index + 2} className={classNames(columns, "border-b border-line")}>
      <RowName {...props} />
      <div data-lane={lane.resource.id} className="time-axis relative h-16 cursor-cell touch-pan-y select-none sm:h-18">
        {lane.isPool && <PoolBar lane={lane} scale={scale} />}
        <Blocks {...{ lane, scale, format, movingId }} />
        {ghost && <SlotGhost {...ghost} scale={scale} format={format} />}
        {ghost?.sentence && <DragNote slot={ghost.slot} scale={scale} sentence={ghost.sentence} />}
        {cursor ? (
          <Cells
            {...{ lane, scale, format }}
            cursor={cursor.start}
            slot={cursor.slot}
            label={cursor.label}
            isSelected={cursor.isSelected}
          />
        ) : (
          <QuietCell lane={lane} format={format} />
        )}
      </div>
    </div>
  );
});

function RowName({ lane, line, isFitting }: Pick<TimelineRowProps, "lane" | "line" | "isFitting">) {
  const texts = useTexts(bookTexts);
  return (
    <div role="rowheader" className="sticky start-0 z-5 flex min-w-0 flex-col justify-center bg-paper pe-3">
      <span
        className={classNames(
          "truncate text-sm leading-5",
          isFitting ? "font-semibold text-ink" : "font-medium text-second",
        )}
      >
        {lane.resource.name}
      </span>
      <span className="truncate text-xs leading-4 text-second figures" title={line}>
        {line}
      </span>
      {!isFitting && <span className="sr-only">{texts.doesNotFit}</span>}
    </div>
  );
}
