import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { FloorView } from "@working-social/booking/schema";
import type { EpochMs, Interval } from "@working-social/kernel";
import { buttonClass, EmptyState, ErrorState, SegmentedControl, Select, useMediaQuery } from "@working-social/ui";
import { Map as MapIcon } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { formatIn } from "../../../lib/format.ts";
import { useMe } from "../../../lib/me.ts";
import { refusalOf, refusalSentence } from "../../../lib/refusals.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts } from "../book-texts.ts";
import { floorPlanTexts } from "./floor-plan-texts.ts";
import type { BookSearch } from "../book-search.ts";
import { TimelineSkeleton } from "../timeline-skeleton.tsx";
import type { BookDay, SetSearch } from "../use-book-page.ts";
import { wallTimeOf } from "../asked-slot.ts";
import { Elsewhere } from "./elsewhere.tsx";
import { Legend } from "./legend.tsx";
import { placeParts, type PlanWords } from "./place-text.ts";
import { freeOn, placesOf, sceneryOf, type Place } from "./places.ts";
import { PlanSvg } from "./plan-svg.tsx";
import { TimeSlider } from "./time-slider.tsx";

export type FloorPlanProps = {
  book: BookDay;
  search: BookSearch;
  onSearch: SetSearch;
  onChoose: (resourceId: string, slot: Interval, by: "pointer" | "keyboard") => void;
};

/** The day by place: the same answers as the timeline, where the rooms are. */
export function FloorPlan(props: FloorPlanProps) {
  const { book, search } = props;
  const texts = useTexts(floorPlanTexts);
  const locationId = book.day.location.id;
  const {
    data: floors,
    error,
    refetch,
    isFetching,
  } = useQuery(trpc.floors.list.queryOptions({ locationId }, { staleTime: 60_000 }));
  if (!floors && error)
    return (
      <ErrorState title={texts.loadErrorTitle} onRetry={() => void refetch()} isRetrying={isFetching}>
        {refusalSentence(refusalOf(error))}
      </ErrorState>
    );
  if (!floors) return <TimelineSkeleton />;
  const chosenId = book.chosen?.lane.resource.id;
  const floor =
    floors.find(({ id }) => id === search.floor) ??
    floors.find(({ shapes }) => shapes.some(({ resourceId }) => resourceId !== null && resourceId === chosenId)) ??
    floors[0];
  if (!floor) return <NoFloors />;
  return <DrawnFloor key={floor.id} {...props} {...{ floor, floors }} />;
}

function DrawnFloor({
  book,
  floor,
  floors,
  onSearch,
  onChoose,
}: FloorPlanProps & { floor: FloorView; floors: readonly FloorView[] }) {
  const texts = useTexts(floorPlanTexts);
  const bookWords = useTexts(bookTexts);
  const { location } = book.day;
  const format = formatIn(location.timeZone);
  const [looked, setLooked] = useState<string | null>(null);
  const { standings, standingSlot, slot, scale } = book;
  const words = useMemo(
    (): PlanWords => ({ texts, book: bookWords, format, currency: location.currency }),
    [texts, bookWords, format, location.currency],
  );
  const places = useDeferredValue(
    useMemo(() => placesOf(floor, standings, standingSlot), [floor, standings, standingSlot]),
  );
  const ids = standings.map(({ lane }) => lane.resource.id).join();
  // The scenery depends on which resources there are, not on how they stand.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const scenery = useMemo(() => sceneryOf(floor, standings), [floor, ids]);
  const chosenId = book.chosen?.lane.resource.id ?? null;
  const shown =
    places.find(({ shape }) => shape.id === looked) ??
    places.find(({ shape }) => shape.resourceId === chosenId) ??
    null;
  const choose = (place: Place, by: "pointer" | "keyboard") => onChoose(place.standing.lane.resource.id, slot, by);
  return (
    <div className="flex flex-col gap-3">
      <FloorSwitch {...{ floor, floors, book }} onFloor={(id) => onSearch({ floor: id }, { replace: true })} />
      <PlanSvg
        {...{ floor, places, scenery, words, chosenId }}
        slot={standingSlot}
        label={texts.plan(floor.name, location.name, format.day(slot.start))}
        onChoose={choose}
        onLook={(place) => setLooked(place?.shape.id ?? null)}
      >
        <p aria-hidden="true" className="min-h-10 pt-1.5 text-sm text-second figures">
          <Details place={shown} slot={standingSlot} words={words} />
        </p>
      </PlanSvg>
      <TimeSlider
        scale={scale}
        slot={slot}
        onStart={(start) => onSearch(startAt(start, location.timeZone), { replace: true })}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <Legend />
        <Elsewhere {...{ book, floors, onChoose }} />
      </div>
    </div>
  );
}

function startAt(start: EpochMs, zone: string): BookSearch {
  const { time, isSecond } = wallTimeOf(start, zone);
  return { time, second: isSecond ? true : undefined };
}

function Details({ place, slot, words }: { place: Place | null; slot: Interval; words: PlanWords }) {
  const { texts } = words;
  if (!place) return texts.hint;
  const [name, ...rest] = placeParts(place, slot, words);
  return (
    <>
      <span className="font-semibold text-ink">{name}</span> · {texts.line(rest)}
    </>
  );
}

type FloorSwitchProps = {
  floor: FloorView;
  floors: readonly FloorView[];
  book: BookDay;
  onFloor: (id: string) => void;
};

/** Which floor, and how many are free on each; nothing where there is only one. */
function FloorSwitch({ floor, floors, book, onFloor }: FloorSwitchProps) {
  const texts = useTexts(floorPlanTexts);
  const isPhone = useMediaQuery("(width < 48rem)");
  if (floors.length < 2) return null;
  const named = floors.map((one) => ({
    id: one.id,
    label: texts.floorFree(one.name, freeOn(one, book.standings, book.standingSlot)),
  }));
  if (isPhone || floors.length > 5)
    return (
      <Select
        label={texts.floors}
        isLabelHidden
        options={named}
        value={floor.id}
        onChange={onFloor}
        className="max-w-sm"
      />
    );
  return (
    <SegmentedControl
      label={texts.floors}
      segments={named}
      value={floor.id}
      onChange={onFloor}
      className="self-start"
    />
  );
}

function NoFloors() {
  const texts = useTexts(floorPlanTexts);
  const { manageSpace } = useMe().permissions;
  return (
    <EmptyState
      icon={<MapIcon />}
      title={texts.noneTitle}
      action={
        manageSpace && (
          <Link to="/manage/floors" className={buttonClass({ variant: "primary" })}>
            {texts.draw}
          </Link>
        )
      }
      className="border-y py-16"
    >
      {texts.noneText}
    </EmptyState>
  );
}
