import type { Interval, LocalDate } from "@working-social/kernel";
import { addDays } from "@working-social/kernel";
import { classNames, useMediaQuery } from "@working-social/ui";
import { lazy, Suspense, useState } from "react";
import type { LaneBooking } from "../lane.ts";
import { Timeline } from "../timeline/timeline.tsx";
import type { BookSearch } from "../book-search.ts";
import { ClosedDay, isClosedDay, NoResources } from "./day-notices.tsx";
import { TimelineSkeleton } from "../timeline-skeleton.tsx";
import type { BookDay, SetSearch } from "../use-book-page.ts";

const PhoneDay = lazy(() => import("../timeline/phone-day.tsx").then((module) => ({ default: module.PhoneDay })));

const FloorPlan = lazy(() => import("../floor-plan/floor-plan.tsx").then((module) => ({ default: module.FloorPlan })));

type DayBodyProps = {
  book: BookDay | null;
  search: BookSearch;
  /** The day in sight is the one before, until the next has come. */
  isLoading: boolean;
  onSearch: SetSearch;
  onChoose: (resourceId: string, slot: Interval, by: "pointer" | "keyboard") => void;
  onMove: (bookingId: string, resourceId: string, slot: Interval, by: "pointer" | "keyboard") => void;
};

/** The day itself: rows of hours, on a phone a list of rooms; or why there is nothing to see. */
export function DayBody({ book, search, isLoading, onSearch, onChoose, onMove }: DayBodyProps) {
  const isPhone = useMediaQuery("(width < 48rem)");
  /** The date that was turned to from within the timeline. */
  const [turned, setTurned] = useState<LocalDate | null>(null);
  if (!book) return <TimelineSkeleton />;
  if (book.lanes.length === 0) return <NoResources />;
  const takesFocus = turned === book.day.date;
  const turnTo = (date: LocalDate) => {
    setTurned(date);
    onSearch({ date });
  };
  if (isClosedDay(book.day)) return <ClosedDay day={book.day} takesFocus={takesFocus} onDate={turnTo} />;
  if (search.view === "floor")
    return (
      <Suspense fallback={<TimelineSkeleton />}>
        <FloorPlan {...{ book, search, onSearch, onChoose }} />
      </Suspense>
    );
  const move = (booking: LaneBooking, laneId: string, slot: Interval, by: "pointer" | "keyboard") =>
    onMove(booking.id, laneId, slot, by);
  return (
    <div className={classNames("transition-opacity", isLoading && "pointer-events-none opacity-55")}>
      {isPhone ? (
        <Suspense fallback={<TimelineSkeleton />}>
          <PhoneDay {...{ book, search, onSearch, onChoose }} onMove={move} />
        </Suspense>
      ) : (
        <Timeline
          {...book}
          onChoose={onChoose}
          pickedId={search.resource ?? null}
          onMove={move}
          onLength={(minutes) => onSearch({ minutes }, { replace: true })}
          takesFocus={takesFocus}
          onDay={(days) => turnTo(addDays(book.day.date, days))}
          onClear={() => onSearch({ resource: undefined, moving: undefined }, { replace: true })}
        />
      )}
    </div>
  );
}
