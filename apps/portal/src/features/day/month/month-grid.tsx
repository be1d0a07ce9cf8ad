import type { MonthDay, MonthView as MonthAnswer } from "@working-social/booking/schema";
import type { LocalDate } from "@working-social/kernel";
import { classNames, keyInLine } from "@working-social/ui";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { formatIn, type Format } from "../../../lib/format.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts, type BookTexts } from "../book-texts.ts";
import { hatched } from "../blocks.tsx";
import { shortTime } from "../place.ts";
import { bookedPercent, dateByKey, monthOf, weeksOf } from "./month-model.ts";
import { dayName, monthName, weekdayName, weekdays } from "../../../lib/month-name.ts";

const [firstDay = 1] = weekdays;

type MonthGridProps = {
  view: MonthAnswer;
  date: LocalDate;
  today: LocalDate;
  /** The keyboard stands on another day, maybe of another month. */
  onDate: (date: LocalDate) => void;
  onOpen: (date: LocalDate) => void;
};

/** ARIA's date grid: arrows by day and week, Page keys by month, Enter opens the day. */
export function MonthGrid({ view, date, today, onDate, onOpen }: MonthGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const mustFocus = useRef(false);
  const standing = view.days.some((day) => day.date === date) ? date : view.days[0]?.date;
  const format = formatIn(view.timeZone);
  useEffect(() => {
    if (!mustFocus.current || monthOf(date) !== view.month) return;
    mustFocus.current = false;
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  });

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      return onOpen(date);
    }
    const next = dateByKey({ key: keyInLine(event), shiftKey: event.shiftKey }, date, firstDay);
    if (!next) return;
    event.preventDefault();
    mustFocus.current = true;
    onDate(next);
  }
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={-1}
      aria-label={monthName(date)}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const pressed = (event.target as Element).closest<HTMLElement>("[data-date]")?.dataset["date"];
        if (pressed) onOpen(pressed);
      }}
      className="border-t border-s"
    >
      <div role="row" className="hidden grid-cols-7 sm:grid">
        {weekdays.map((weekday) => (
          <span key={weekday} role="columnheader" className="border-e border-b px-2.5 py-1.5 text-sm text-second">
            {weekdayName(weekday)}
          </span>
        ))}
      </div>
      {weeksOf(view.days, firstDay).map((week, index) => (
        <div key={week.find(Boolean)?.date ?? index} role="row" className="grid grid-cols-7">
          {week.map((day, weekday) =>
            day ? (
              <DayCell key={day.date} {...{ day, format, today }} isStanding={day.date === standing} />
            ) : (
              <span key={weekdays[weekday]} className="border-e border-b bg-sunk/40" />
            ),
          )}
        </div>
      ))}
    </div>
  );
}

type DayCellProps = { day: MonthDay; format: Format; today: LocalDate; isStanding: boolean };

function DayCell({ day, format, today, isStanding }: DayCellProps) {
  const texts = useTexts(bookTexts);
  const percent = bookedPercent(day);
  const isToday = day.date === today;
  return (
    <div
      role="gridcell"
      tabIndex={isStanding ? 0 : -1}
      aria-current={isToday ? "date" : undefined}
      data-date={day.date}
      className={classNames(
        "relative flex min-h-18 min-w-0 cursor-pointer flex-col gap-1 overflow-hidden border-e border-b p-1.5 hover:bg-sunk/60 focus-visible:outline-offset-[-2px] sm:min-h-26 sm:p-2.5",
        day.date < today && "text-second",
        percent === null && hatched,
      )}
    >
      <span className="sr-only">{cellLabel(day, percent, format, texts)}</span>
      <span
        aria-hidden="true"
        className="flex flex-col justify-between gap-x-1 text-sm figures sm:flex-row sm:items-center"
      >
        <span
          className={classNames(
            isToday && "grid size-6 place-items-center rounded-full bg-accent font-semibold text-on-accent",
          )}
        >
          {Number(day.date.slice(8))}
        </span>
        <span className="text-2xs whitespace-nowrap text-second sm:text-xs">
          {percent === null ? (
            <span className="max-sm:hidden">{texts.closedShort}</span>
          ) : (
            percent > 0 && texts.full(percent)
          )}
        </span>
      </span>
      <ul aria-hidden="true" className="hidden min-w-0 flex-col gap-0.5 pb-2 sm:flex">
        {day.mine.slice(0, 2).map((booking) => (
          <li
            key={booking.id}
            className="truncate rounded-sm bg-accent-weak px-1.5 text-xs leading-5 text-accent-on-weak"
          >
            <span className="figures">{shortTime(format.time(booking.startsAt))}</span>{" "}
            {booking.title || booking.resourceName}
          </li>
        ))}
        {day.mine.length > 2 && <li className="px-1.5 text-xs text-second">{texts.moreMine(day.mine.length - 2)}</li>}
      </ul>
      {day.mine.length > 0 && (
        <span aria-hidden="true" className="text-xs font-semibold text-accent sm:hidden">
          {texts.you}
        </span>
      )}
      {percent !== null && (
        <span aria-hidden="true" className="absolute inset-x-0 bottom-0 h-1.5 bg-sunk">
          <span style={{ width: `${percent}%` }} className="block h-full bg-third forced-colors:bg-[GrayText]" />
        </span>
      )}
    </div>
  );
}

function cellLabel(day: MonthDay, percent: number | null, format: Format, texts: BookTexts): string {
  const mine = day.mine.map((booking) => `${booking.title || booking.resourceName} ${format.time(booking.startsAt)}`);
  return texts.monthDay([dayName(day.date), percent === null ? texts.closedShort : texts.share(percent), ...mine]);
}
