import type { BookingView, LocationView, SearchHit, SlotView } from "@working-social/booking/schema";
import { Drawer, ErrorState, Page, PageHeader, SegmentedControl, useMediaQuery } from "@working-social/ui";
import { lazy, Suspense, useRef, useState } from "react";
import { chooseLocation } from "../../lib/location.ts";
import { refusalOf, refusalSentence } from "../../lib/refusals.ts";
import { useTitle } from "../../lib/title.ts";
import { useTexts } from "../../texts/catalog.ts";
import { bookTexts } from "../../texts/book.ts";
import { Alternatives } from "./alternatives.tsx";
import type { BookSearch } from "./book-search.ts";
import { BookPanel, type BookPanelProps } from "./book-panel.tsx";
import { DayBody } from "./day-body.tsx";
import { ResultLine } from "./result-line.tsx";
import { searchOfSlot, searchOfSuggestion, useAsked, useBookDay, useDay, type BookDay, type SetSearch } from "./use-book-page.ts";
import { WishChips } from "./wish-chips.tsx";

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
  const date = search.date ?? firstDate;
  const view = search.view ?? "day";
  const { data, error, refetch, isFetching, isPlaceholderData } = useDay(location, date);
  const day = data?.location.id === location.id ? data : undefined;
  const asked = useAsked(search, date, day);
  const [round, setRound] = useState(0);
  const book = useBookDay(day, asked, search, round);
  const isWide = useMediaQuery("(width >= 80rem)");
  const panel = usePanel(book, search, onSearch, () => setRound(round + 1));
  const content = book && <BookPanel {...{ book, asked, location }} {...panel.actions} isSheet={!isWide} />;
  return (
    <Page width="wide" aside={isWide && view === "day" && content ? <div ref={panel.ref}>{content}</div> : undefined} asideLabel={texts.panel}>
      <PageHeader
        title={texts.title}
        actions={
          <SegmentedControl
            label={texts.view}
            value={view}
            segments={[
              { id: "day", label: texts.day },
              { id: "month", label: texts.month },
            ]}
            onChange={(next) => onSearch({ view: next === "month" ? "month" : undefined })}
          />
        }
      />
      {view === "month" ? (
        <Suspense fallback={null}>
          <MonthView {...{ location, date, onSearch }} resourceId={search.only ?? null} resources={day?.resources.map((row) => row.resource) ?? []} />
        </Suspense>
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <WishChips {...{ asked, location, locations, day }} onChange={onSearch} />
            <ResultLine book={isPlaceholderData ? null : book} />
          </div>
          {error && !day ? (
            <ErrorState title={texts.loadErrorTitle} onRetry={() => void refetch()} isRetrying={isFetching}>
              {refusalSentence(refusalOf(error))}
            </ErrorState>
          ) : (
            <DayBody {...{ book, search, onSearch, location }} isLoading={isPlaceholderData} onChoose={panel.choose} onMove={panel.move} />
          )}
        </>
      )}
      {!isWide && view === "day" && book && !book.chosen && book.lanes.length > 0 && (
        <Alternatives {...{ book, asked, location }} onSlot={panel.actions.onSlot} onLocation={panel.actions.onLocation} />
      )}
      {!isWide && view === "day" && (
        <Drawer
          isOpen={panel.isOpen && (panel.actions.booked !== null || book?.chosen != null)}
          onOpenChange={(isOpen) => !isOpen && panel.close()}
          title={panel.actions.booked ? texts.panel : (book?.chosen?.lane.resource.name ?? texts.panel)}
        >
          {content}
        </Drawer>
      )}
    </Page>
  );
}

type PanelActions = Omit<BookPanelProps, "book" | "asked" | "location" | "isSheet">;

/** What happens in the panel, and what the link says afterwards. */
function usePanel(book: BookDay | null, search: BookSearch, onSearch: SetSearch, onRound: () => void) {
  const ref = useRef<HTMLDivElement>(null);
  const [booked, setBooked] = useState<BookingView | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const zone = book?.day.location.timeZone ?? "UTC";

  function choose(patch: BookSearch, by: "pointer" | "keyboard" = "pointer") {
    setBooked(null);
    setIsAsking(true);
    onSearch(patch);
    if (by === "keyboard") requestAnimationFrame(() => focusFirstAction(ref.current));
  }
  function close() {
    setIsAsking(false);
    if (booked) onRound();
    setBooked(null);
    if (search.resource || search.moving) onSearch({ resource: undefined, moving: undefined }, { replace: true });
  }
  const actions: PanelActions = {
    booked,
    onSlot: (slot: SlotView) => choose(searchOfSuggestion(slot, zone)),
    onTake: (resource) => choose({ resource }),
    onLocation: (hit: SearchHit) => {
      chooseLocation(hit.locationId);
      choose({ location: hit.locationId, resource: hit.resourceId });
    },
    onBooked: (booking) => {
      setBooked(booking);
      onSearch({ resource: undefined }, { replace: true });
    },
    onAnother: close,
    onMoveDone: close,
  };
  const isOpen = isAsking || booked !== null || search.resource !== undefined || search.moving !== undefined;
  return {
    ref,
    actions,
    close,
    isOpen,
    choose: (resourceId: string, slot: { start: number; end: number }, by: "pointer" | "keyboard") =>
      choose(searchOfSlot(resourceId, slot, zone), by),
    move: (bookingId: string, resourceId: string, slot: { start: number; end: number }) =>
      choose({ ...searchOfSlot(resourceId, slot, zone), moving: bookingId }),
  };
}

/** The button that books; until the price is there, the panel itself, so that Tab goes on from it. */
function focusFirstAction(panel: HTMLElement | null): void {
  const button = panel?.querySelector<HTMLElement>("button[type=submit]:not(:disabled)");
  if (button) return button.focus();
  const heading = panel?.querySelector<HTMLElement>("h2");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}
