import type { WeeklyInterval } from "@working-social/booking/schema";
import { weekdayName, weekdays } from "../../../../lib/month-name.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageHoursTexts } from "./hours-texts.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { barsOf } from "./hours-model.ts";
import { weekSentence } from "./week-sentence.ts";

const ticks = [0, 6, 12, 18, 24];
const share = (minute: number) => `${(minute / 1440) * 100}%`;

/** The open hours of a week at a glance, and the same in one sentence. */
export function WeekPicture({ weekly }: { weekly: readonly WeeklyInterval[] }) {
  const texts = useTexts(manageHoursTexts);
  const common = useTexts(manageTexts);
  const bars = barsOf(weekly);
  const sentence = weekSentence(weekly, { ...common, ...texts });
  return (
    <figure className="flex flex-col gap-3">
      <div
        role="img"
        aria-label={texts.picture(sentence)}
        className="grid grid-cols-[minmax(2rem,max-content)_1fr] gap-x-2 gap-y-1.5"
      >
        <span />
        <div className="time-axis relative h-4 text-xs text-second figures">
          {ticks.map((hour) => (
            <span
              key={hour}
              className="absolute -translate-x-1/2 first:translate-x-0 last:-translate-x-full"
              style={{ insetInlineStart: share(hour * 60) }}
            >
              {hour}
            </span>
          ))}
        </div>
        {weekdays.map((day) => (
          <div key={day} className="contents">
            <span className="text-sm text-second">{weekdayName(day)}</span>
            <div className="time-axis relative my-0.5 h-4 overflow-hidden rounded-sm bg-sunk">
              {ticks.slice(1, -1).map((hour) => (
                <span
                  key={hour}
                  className="absolute inset-y-0 w-px bg-line"
                  style={{ insetInlineStart: share(hour * 60) }}
                />
              ))}
              {bars
                .filter(({ weekday }) => weekday === day)
                .map(({ from, to }) => (
                  <span
                    key={from}
                    className="absolute inset-y-0 rounded-sm bg-accent forced-colors:bg-[Highlight]"
                    style={{ insetInlineStart: share(from), width: share(to - from) }}
                  />
                ))}
            </div>
          </div>
        ))}
      </div>
      <figcaption className="text-sm text-second">{sentence}</figcaption>
    </figure>
  );
}
