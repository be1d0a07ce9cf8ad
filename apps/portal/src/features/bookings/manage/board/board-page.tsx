import { useRouter } from "@tanstack/react-router";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import type { BookingView, LocationView } from "@working-social/booking/schema";
import { toLocal } from "@working-social/kernel";
import { Button, EmptyState, Table } from "@working-social/ui";
import { CalendarDays } from "lucide-react";
import { useEffect } from "react";
import { useNow } from "../../../../lib/now.ts";
import { leaveOver } from "../../../../lib/over.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageBookingsTexts } from "../manage-bookings-texts.ts";
import { LocationPage } from "../../../manage/frame/manage-page.tsx";
import { LoadMore } from "../../../manage/list/load-more.tsx";
import { BoardFilters } from "./board-filters.tsx";
import { boardRange } from "./board-range.ts";
import type { BoardSearch } from "./board-search.ts";
import { BookForDrawer } from "./book-for-drawer.tsx";
import { bookingPages } from "./booking-pages.ts";
import { useBoardColumns } from "./board-columns.tsx";

type BoardPageProps = { search: BoardSearch; onSearch: (search: BoardSearch) => void };

/** All bookings of a location in a day, a week or a month. */
export function BoardPage({ search, onSearch }: BoardPageProps) {
  const { board: texts } = useTexts(manageBookingsTexts);
  const router = useRouter();
  const bookFor = (
    <Button variant="primary" onPress={() => onSearch({ ...search, book: true })}>
      {texts.bookFor}
    </Button>
  );
  function close() {
    const { book: _book, room: _room, ...rest } = search;
    if (!leaveOver(router)) onSearch(rest);
  }
  return (
    <LocationPage section="bookings" subtitle={texts.subtitle} actions={() => bookFor}>
      {(location) => (
        <>
          <Board key={location.id} {...{ location, search, onSearch }} />
          {search.book && <BookForDrawer location={location} firstResourceId={search.room ?? null} onClose={close} />}
        </>
      )}
    </LocationPage>
  );
}

function Board({ location, search, onSearch }: BoardPageProps & { location: LocationView }) {
  const { board: texts } = useTexts(manageBookingsTexts);
  const today = toLocal(useNow(), location.timeZone).date;
  const { day = today, span = "day", status, who = "" } = search;
  const range = boardRange(day, span, location.timeZone);
  const query = useSuspenseInfiniteQuery(
    bookingPages({ locationId: location.id, ...range, status: status ?? null, who }),
  );
  const bookings = query.data.pages.flatMap((page) => page.bookings);
  const isWhole = span === "day" && !query.hasNextPage;
  const columns = useBoardColumns(location, span !== "day");
  useWholeDay(span === "day", query);
  return (
    <>
      <BoardFilters {...{ search, onSearch, today }} />
      <p role="status" className="text-sm text-second">
        {texts.shown(bookings.length, !isWhole && bookings.length > 1)}
      </p>
      {bookings.length > 0 ? (
        <Table
          label={texts.subtitle}
          columns={columns}
          rows={isWhole ? inOrderOfDay(bookings) : bookings}
          rowKey={({ id }) => id}
        />
      ) : (
        <NoBookings search={search} onSearch={onSearch} />
      )}
      {span !== "day" && <LoadMore query={query} />}
    </>
  );
}

function NoBookings({ search, onSearch }: BoardPageProps) {
  const { board: texts } = useTexts(manageBookingsTexts);
  const { status, who, ...rest } = search;
  const isFiltered = status !== undefined || who !== undefined;
  const unfiltered = who === undefined ? texts.showAll : texts.showEverybody;
  const why = who === undefined ? texts.emptyFiltered : texts.emptyWho(who);
  return (
    <EmptyState
      icon={<CalendarDays />}
      title={texts.emptyTitle}
      action={isFiltered && <Button onPress={() => onSearch(rest)}>{unfiltered}</Button>}
    >
      {isFiltered ? why : texts.emptyText}
    </EmptyState>
  );
}

/** A day is read from morning to evening, so all of it is fetched; longer spans come page by page, the latest first. */
function useWholeDay(
  isDay: boolean,
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown },
) {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (isDay && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isDay, hasNextPage, isFetchingNextPage, fetchNextPage]);
}

function inOrderOfDay(bookings: readonly BookingView[]): BookingView[] {
  return [...bookings].sort(
    (a, b) => a.startsAt.localeCompare(b.startsAt) || a.resourceName.localeCompare(b.resourceName),
  );
}
