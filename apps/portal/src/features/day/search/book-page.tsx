import type { LocationView } from "@working-social/booking/schema";
import { Page, PageHeader, SegmentedControl, Select, Skeleton, useMediaQuery } from "@working-social/ui";
import { lazy, Suspense, useState } from "react";
import { placeTime } from "../../../lib/place-time.ts";
import { useTitle } from "../../../lib/title.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts } from "../book-texts.ts";
import { BookPanel } from "./book-panel.tsx";
import type { BookSearch } from "../book-search.ts";
import { BookSheet } from "./book-sheet.tsx";
import { DayPart, wideQuery } from "./day-part.tsx";
import { useAsked, useBookDay, useDay, type SetSearch } from "../use-book-page.ts";
import { ChipLabel } from "./wish-chips.tsx";
import { usePanel } from "./use-panel.ts";

const MonthView = lazy(() => import("../month/month-view.tsx").then((module) => ({ default: module.MonthView })));

type BookPageProps = {
  search: BookSearch;
  location: LocationView;
  locations: readonly LocationView[];
  /** The date that the page opens on when the link says none. */
  firstDate: string;
  onSearch: SetSearch;
};

/** Search, the day, the month: finding a place and booking it without leaving the page. */
export function BookPage({ search, location, locations, firstDate, onSearch }: BookPageProps) {
  const texts = useTexts(bookTexts);
  useTitle(texts.title);
  const isDay = search.view !== "month";
  const isWide = useMediaQuery(wideQuery);
  const date = search.date ?? firstDate;
  const query = useDay(location, date);
  const day = query.data?.location.id === location.id ? query.data : undefined;
  const [round, setRound] = useState(0);
  const asked = useAsked(search, date, day);
  const [isForOther, setIsForOther] = useState(false);
  const book = useBookDay(day, asked, search, { round, isForOther });
  const zone = placeTime(location.timeZone, book?.slot.start ?? `${date}T12:00:00Z`);
  const panel = usePanel(location.timeZone, search, onSearch, { isWide, onRound: () => setRound(round + 1) });
  const content = book && isDay && book.lanes.length > 0 && (
    <BookPanel {...{ book, asked, location }} {...panel.actions} isSheet={!isWide} onForOther={setIsForOther} />
  );
  return (
    <Page
      width="wide"
      aside={isWide && content ? <div ref={panel.ref}>{content}</div> : undefined}
      asideLabel={texts.panel}
    >
      <PageHeader
        title={texts.title}
        subtitle={zone && texts.allTimes(zone)}
        actions={
          <>
            <LocationChip {...{ location, locations, onSearch }} />
            <ViewSwitch view={search.view ?? "day"} onSearch={onSearch} />
          </>
        }
      />
      {isDay ? (
        <DayPart {...{ book, asked, query, search, location, panel, isWide, onSearch }} />
      ) : (
        <Suspense fallback={<Skeleton className="h-96 rounded-lg" />}>
          <MonthView
            {...{ location, date, onSearch }}
            resourceId={search.only ?? null}
            resources={day?.resources.map((row) => row.resource) ?? []}
          />
        </Suspense>
      )}
      {!isWide && content && (
        <BookSheet book={book} panel={panel}>
          {content}
        </BookSheet>
      )}
    </Page>
  );
}

type LocationChipProps = Pick<BookPageProps, "location" | "locations" | "onSearch">;

function LocationChip({ location, locations, onSearch }: LocationChipProps) {
  const texts = useTexts(bookTexts);
  if (locations.length < 2) return null;
  return (
    <Select
      layout="chip"
      label={<ChipLabel name={texts.locationName} word={texts.inLabel} />}
      options={locations.map(({ id, name }) => ({ id, label: name }))}
      value={location.id}
      onChange={(id) => onSearch({ location: id, resource: undefined, only: undefined, moving: undefined })}
    />
  );
}

function ViewSwitch({ view, onSearch }: { view: "day" | "month" | "floor"; onSearch: SetSearch }) {
  const texts = useTexts(bookTexts);
  return (
    <SegmentedControl
      label={texts.view}
      value={view}
      segments={[
        { id: "day", label: texts.day },
        { id: "month", label: texts.month },
        { id: "floor", label: texts.floorPlan },
      ]}
      onChange={(id) => onSearch({ view: id === "month" || id === "floor" ? id : undefined })}
    />
  );
}
