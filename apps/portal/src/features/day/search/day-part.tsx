import type { LocationView } from "@working-social/booking/schema";
import { ErrorState } from "@working-social/ui";
import { refusalOf, refusalSentence } from "../../../lib/refusals.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts } from "../book-texts.ts";
import { Alternatives } from "./alternatives.tsx";
import type { BookSearch } from "../book-search.ts";
import { DayBody } from "./day-body.tsx";
import { ResultLine } from "./result-line.tsx";
import type { Asked, BookDay, SetSearch, useDay } from "../use-book-page.ts";
import type { usePanel } from "./use-panel.ts";
import { WishChips } from "./wish-chips.tsx";

/** From here on there is room for the panel beside the day. */
export const wideQuery = "(width >= 80rem)";

type DayPartProps = {
  book: BookDay | null;
  asked: Asked;
  query: ReturnType<typeof useDay>;
  search: BookSearch;
  location: LocationView;
  panel: ReturnType<typeof usePanel>;
  /** There is room for the panel beside the day. */
  isWide: boolean;
  onSearch: SetSearch;
};

/** What is looked for, how many there are, and the day; where nothing is free and no panel says so, what is near. */
export function DayPart(props: DayPartProps) {
  const { book, asked, query, search, location, panel, isWide, onSearch } = props;
  const texts = useTexts(bookTexts);
  const { error, isPlaceholderData, isFetching, refetch } = query;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <WishChips {...{ asked, location }} day={book?.day} onChange={onSearch} />
        <ResultLine book={isPlaceholderData ? null : book} />
      </div>
      {!isWide && book && !book.chosen && book.lanes.length > 0 && (
        <Alternatives
          {...{ book, asked, location }}
          onSlot={panel.actions.onSlot}
          onLocation={panel.actions.onLocation}
        />
      )}
      {error && !book ? (
        <ErrorState title={texts.loadErrorTitle} onRetry={() => void refetch()} isRetrying={isFetching}>
          {refusalSentence(refusalOf(error))}
        </ErrorState>
      ) : (
        <DayBody
          {...{ search, onSearch }}
          book={book && panel.isDone ? { ...book, chosen: null } : book}
          isLoading={isPlaceholderData}
          onChoose={panel.choose}
          onMove={panel.move}
        />
      )}
    </>
  );
}
