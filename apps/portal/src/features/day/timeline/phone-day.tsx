import type { Interval } from "@working-social/kernel";
import { Button, classNames } from "@working-social/ui";
import { useMemo } from "react";
import { formatIn } from "../../../lib/format.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts } from "../book-texts.ts";
import type { BookSearch } from "../book-search.ts";
import type { BookDay, SetSearch } from "../use-book-page.ts";
import { DayStrip } from "./day-strip.tsx";
import { freeUntil, laneLine } from "../lane-text.ts";
import type { LaneBooking } from "../lane.ts";
import { nearestOnDay } from "./next-slot.ts";
import { RoomDay } from "./room-day.tsx";
import { ordered, type Standing } from "../standing.ts";

export type PhoneDayProps = {
  book: BookDay;
  search: BookSearch;
  onSearch: SetSearch;
  onChoose: (resourceId: string, slot: Interval, by: "pointer" | "keyboard") => void;
  onMove: (booking: LaneBooking, laneId: string, slot: Interval, by: "pointer" | "keyboard") => void;
};

/** A day on a phone: what suits best on top, each with one button; a room's own day is a press away. */
export function PhoneDay({ book, search, onSearch, onChoose, onMove }: PhoneDayProps) {
  const only = book.standings.find(({ lane }) => lane.resource.id === search.only);
  const list = useMemo(() => ordered(book.standings, book.free), [book.standings, book.free]);
  if (only) return <RoomDay {...{ book, onSearch, onChoose, onMove }} standing={only} />;
  return (
    <ul className="-mx-4.5 border-t sm:-mx-8">
      {list.map((standing) => (
        <PhoneRow key={standing.lane.resource.id} {...{ standing, book, onSearch, onChoose }} />
      ))}
    </ul>
  );
}

type PhoneRowProps = Pick<PhoneDayProps, "book" | "onSearch" | "onChoose"> & { standing: Standing };

function PhoneRow({ standing, book, onSearch, onChoose }: PhoneRowProps) {
  const texts = useTexts(bookTexts);
  const { lane, isFitting } = standing;
  const { id, name } = lane.resource;
  return (
    <li className="flex flex-col gap-2.5 border-b px-4.5 py-3.5 sm:px-8">
      <div className="flex items-center justify-between gap-3">
        <button type="button" className="min-h-11 min-w-0 flex-1 text-start" onClick={() => onSearch({ only: id })}>
          <span className="sr-only">{texts.seeDay}</span>
          <span className={classNames("block truncate", isFitting ? "font-semibold" : "font-medium text-second")}>
            {name}
          </span>
          <span className="block text-sm text-second figures">
            <StandingLine {...{ standing, book }} />
          </span>
        </button>
        <RowAction {...{ standing, book, onChoose }} />
      </div>
      <DayStrip lane={lane} scale={book.scale} slot={book.slot} now={book.now} />
    </li>
  );
}

function StandingLine({ standing, book }: { standing: Standing; book: BookDay }) {
  const texts = useTexts(bookTexts);
  const format = formatIn(book.scale.zone);
  const until = standing.isFree ? freeUntil(standing.lane, book.slot.start) : null;
  return [
    laneLine(standing, book.slot, book.wishes.features, texts),
    until === null ? "" : texts.freeUntil(format.time(until)),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** The one press: the asked time where it is free, else the nearest time of the day. */
function RowAction({ standing, book, onChoose }: Pick<PhoneRowProps, "standing" | "book" | "onChoose">) {
  const texts = useTexts(bookTexts);
  const { time } = formatIn(book.scale.zone);
  const { lane, isFree, isFitting, verdict } = standing;
  const { day, slot, now } = book;
  const near = useMemo(
    () => (isFree || !isFitting ? null : nearestOnDay(day, lane, slot, now)),
    [isFree, isFitting, day, lane, slot, now],
  );
  const { id, name } = lane.resource;
  const { totalMinor, credits } = verdict;
  const isTold = totalMinor !== null && (totalMinor > 0 || credits.length > 0);
  const price = isTold ? texts.price(totalMinor, day.location.currency, credits) : "";
  const choose = (chosen: Interval) => onChoose(id, chosen, "pointer");
  if (isFree)
    return (
      <Button
        variant={standing === book.free[0] ? "primary" : "secondary"}
        aria-label={texts.choose(name, [time(slot.start), price].filter(Boolean).join(" "))}
        onPress={() => choose(slot)}
        className="figures"
      >
        {time(slot.start)}
        {price && <span className="font-normal">{price}</span>}
      </Button>
    );
  if (near)
    return (
      <Button
        aria-label={texts.choose(name, texts.nextFree(time(near.start)))}
        onPress={() => choose(near)}
        className="figures"
      >
        {texts.nextFree(time(near.start))}
      </Button>
    );
  if (!isFitting) return null;
  return <span className="max-w-28 text-end text-sm text-second">{texts.notFreeAnyMore}</span>;
}
