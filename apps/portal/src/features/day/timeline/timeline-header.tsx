import { ChevronLeft, ChevronRight } from "lucide-react";
import { classNames, IconButton } from "@working-social/ui";
import { formatIn } from "../../../lib/format.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts } from "../book-texts.ts";
import { isLabelled, shareOf, type DayScale, type HourMark } from "../day-scale.ts";
import { columns, percent, shortTime } from "../place.ts";

type TimelineHeaderProps = { scale: DayScale; marks: readonly HourMark[]; onDay: (days: 1 | -1) => void };

/** The hours above the rows; they stay in sight while the rows scroll. */
export function TimelineHeader({ scale, marks, onDay }: TimelineHeaderProps) {
  const texts = useTexts(bookTexts);
  const format = formatIn(scale.zone);
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={classNames(columns, "sticky top-0 z-10 h-9 items-end border-b border-line bg-paper")}
    >
      <div
        role="columnheader"
        aria-label={texts.rooms}
        className="sticky start-0 z-1 -ms-2 me-2 flex h-full items-center bg-paper"
      >
        <DayArrows onDay={onDay} />
      </div>
      <div role="columnheader" className="time-axis relative h-5">
        <span className="sr-only">{texts.hours}</span>
        {marks
          .filter((mark) => isLabelled(mark, scale))
          .map((mark) => (
            <span
              key={mark.instant}
              aria-hidden="true"
              style={{ insetInlineStart: percent(shareOf(scale, mark.instant)) }}
              className="absolute bottom-1 -translate-x-1/2 text-sm text-second figures last:data-end:-translate-x-full data-start:translate-x-0"
              data-start={mark.instant === scale.start || undefined}
              data-end={mark.instant === scale.end || undefined}
            >
              {shortTime(format.time(mark.instant))}
            </span>
          ))}
      </div>
    </div>
  );
}

/** A day back, a day on. For pointers: the keyboard has Page Up and Page Down in the grid, so Tab passes by. */
function DayArrows({ onDay }: { onDay: (days: 1 | -1) => void }) {
  const texts = useTexts(bookTexts);
  return (
    <div className="flex">
      <IconButton size="small" tabIndex={-1} aria-label={texts.previousDay} onPress={() => onDay(-1)}>
        <ChevronLeft aria-hidden="true" className="size-4" />
      </IconButton>
      <IconButton size="small" tabIndex={-1} aria-label={texts.nextDay} onPress={() => onDay(1)}>
        <ChevronRight aria-hidden="true" className="size-4" />
      </IconButton>
    </div>
  );
}
