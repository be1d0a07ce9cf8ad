import type { BookingStatus } from "@working-social/booking/schema";
import { Button, DatePicker, IconButton, SegmentedControl, Select } from "@working-social/ui";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { bookingStatusTexts } from "../../booking-status-texts.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageBookingsTexts } from "../manage-bookings-texts.ts";
import { TypedSearch } from "../../../manage/list/typed-search.tsx";
import { turnedDay } from "./board-range.ts";
import { boardSpans, type BoardSearch, type BoardSpan } from "./board-search.ts";

type BoardFiltersProps = { search: BoardSearch; onSearch: (search: BoardSearch) => void; today: string };

/** Which days, in which state, and whose. */
export function BoardFilters({ search, onSearch, today }: BoardFiltersProps) {
  const { board: texts } = useTexts(manageBookingsTexts);
  const { day = today, span = "day" } = search;
  function goTo(next: string) {
    const { day: _day, ...rest } = search;
    onSearch(next === today ? rest : { ...rest, day: next });
  }
  function chooseSpan(id: string) {
    const { span: _span, ...rest } = search;
    const chosen: BoardSpan = boardSpans.find((known) => known === id) ?? "day";
    onSearch(chosen === "day" ? rest : { ...rest, span: chosen });
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <IconButton aria-label={texts.previous} variant="secondary" onPress={() => goTo(turnedDay(day, span, -1))}>
        <ChevronLeft aria-hidden="true" className="size-4" />
      </IconButton>
      <DatePicker label={texts.day} isLabelHidden value={day} onChange={goTo} className="w-52" />
      <IconButton aria-label={texts.next} variant="secondary" onPress={() => goTo(turnedDay(day, span, 1))}>
        <ChevronRight aria-hidden="true" className="size-4" />
      </IconButton>
      {day !== today && (
        <Button variant="quiet" onPress={() => goTo(today)}>
          {texts.today}
        </Button>
      )}
      <SegmentedControl
        label={texts.span}
        segments={boardSpans.map((id) => ({ id, label: texts.spans[id] }))}
        value={span}
        onChange={chooseSpan}
      />
      <TypedSearch
        label={texts.search}
        search={search.who ?? ""}
        onSearch={(who) => onSearch({ ...search, who: who || undefined })}
        className="w-full sm:ms-auto sm:w-60"
      />
      <StatusSelect search={search} onSearch={onSearch} />
    </div>
  );
}

function StatusSelect({ search, onSearch }: Omit<BoardFiltersProps, "today">) {
  const { board: texts } = useTexts(manageBookingsTexts);
  const words = useTexts(bookingStatusTexts);
  const options = Object.entries(words).map(([id, label]) => ({ id: id as BookingStatus, label }));
  function choose(id: string) {
    const { status: _status, ...rest } = search;
    const chosen = options.find((option) => option.id === id)?.id;
    onSearch(chosen ? { ...rest, status: chosen } : rest);
  }
  return (
    <Select
      label={texts.status}
      isLabelHidden
      options={[{ id: "", label: texts.anyStatus }, ...options]}
      value={search.status ?? ""}
      onChange={choose}
      className="w-48"
    />
  );
}
