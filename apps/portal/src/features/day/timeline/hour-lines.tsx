import { shareOf, type DayScale, type HourMark } from "../day-scale.ts";
import { columns, percent } from "../place.ts";
import { classNames } from "@working-social/ui";
import { useNow } from "../../../lib/now.ts";
import { formatIn } from "../../../lib/format.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts } from "../book-texts.ts";

type HourLinesProps = { scale: DayScale; marks: readonly HourMark[] };

/** The hours behind all rows, drawn once for the whole timeline, and the time that it is. */
export function HourLines({ scale, marks }: HourLinesProps) {
  return (
    <div aria-hidden="true" className={classNames(columns, "pointer-events-none absolute inset-0")}>
      <span />
      <div className="time-axis relative">
        {marks.map((mark) => (
          <span
            key={mark.instant}
            style={{ insetInlineStart: percent(shareOf(scale, mark.instant)) }}
            className="absolute inset-y-0 w-px bg-line/60"
          />
        ))}
      </div>
    </div>
  );
}

/** The line of now, over all rows; it alone redraws as time passes. */
export function NowLine({ scale }: { scale: DayScale }) {
  const now = useNow();
  const texts = useTexts(bookTexts);
  const format = formatIn(scale.zone);
  if (now < scale.start || now >= scale.end) return null;
  const share = percent(shareOf(scale, now));
  return (
    <div className={classNames(columns, "pointer-events-none absolute inset-0 z-4")}>
      <span />
      <div className="time-axis relative">
        <span style={{ width: share }} aria-hidden="true" className="absolute inset-y-0 start-0 bg-paper/45" />
        <span style={{ insetInlineStart: share }} className="absolute inset-y-0 w-px bg-red">
          <span aria-hidden="true" className="absolute -top-1 -start-[3px] size-[7px] rounded-full bg-red" />
          <span className="sr-only">{texts.now(format.time(now))}</span>
        </span>
      </div>
    </div>
  );
}
