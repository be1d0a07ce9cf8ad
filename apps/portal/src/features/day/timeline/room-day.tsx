import type { Interval } from "@working-social/kernel";
import { Button, classNames } from "@working-social/ui";
import { ChevronLeft, TriangleAlert } from "lucide-react";
import { useMemo, useRef, type CSSProperties } from "react";
import { formatIn, type Format } from "../../../lib/format.ts";
import { bookingRefusalSentence } from "../../../lib/refusals.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts } from "../book-texts.ts";
import type { BookDay, SetSearch } from "../use-book-page.ts";
import { hatched } from "../blocks.tsx";
import { hourMarks, shareOf } from "../day-scale.ts";
import { bookingName, bookingState, laneLine, laneSummary } from "../lane-text.ts";
import type { Lane, LaneBooking } from "../lane.ts";
import { slotAround } from "../pick.ts";
import { percent, shortTime } from "../place.ts";
import type { Standing } from "../standing.ts";
import { useGrip } from "./use-grip.ts";
import { judge } from "../verdict.ts";

const hourPx = 56;

type RoomDayProps = {
  book: BookDay;
  standing: Standing;
  onSearch: SetSearch;
  onChoose: (resourceId: string, slot: Interval, by: "pointer" | "keyboard") => void;
  onMove: (booking: LaneBooking, laneId: string, slot: Interval, by: "pointer" | "keyboard") => void;
};

/** One room's day from top to bottom, for a thumb: press a time, or hold and drag for longer. */
export function RoomDay({ book, standing, onSearch, onChoose, onMove }: RoomDayProps) {
  const texts = useTexts(bookTexts);
  const format = formatIn(book.scale.zone);
  const { lane } = standing;
  return (
    <section aria-label={texts.roomDay(lane.resource.name)} className="flex flex-col gap-3">
      <RoomChips {...{ book, onSearch }} currentId={lane.resource.id} />
      <div>
        <h2 className="text-lg font-semibold">{lane.resource.name}</h2>
        <p className="text-sm text-second figures">{laneLine(standing, book.slot, book.wishes.features, texts)}</p>
        <p className="sr-only">{laneSummary(lane, format, texts)}</p>
        <p className="mt-1 text-sm text-second">{texts.hint}</p>
      </div>
      <Column {...{ book, lane, format, onChoose, onMove }} />
    </section>
  );
}

/** The way to the other rooms, for the thumb. */
function RoomChips({ book, onSearch, currentId }: Pick<RoomDayProps, "book" | "onSearch"> & { currentId: string }) {
  const texts = useTexts(bookTexts);
  return (
    <nav aria-label={texts.rooms} className="-mx-4.5 flex gap-2 overflow-x-auto px-4.5 pb-1 sm:-mx-8 sm:px-8">
      <Button size="small" onPress={() => onSearch({ only: undefined })}>
        <ChevronLeft aria-hidden="true" className="size-4" />
        {texts.allRooms}
      </Button>
      {book.lanes.map(({ resource }) => (
        <Button
          key={resource.id}
          size="small"
          variant={resource.id === currentId ? "primary" : "secondary"}
          aria-current={resource.id === currentId || undefined}
          onPress={() => onSearch({ only: resource.id }, { replace: true })}
        >
          {resource.name}
        </Button>
      ))}
    </nav>
  );
}

type ColumnProps = Pick<RoomDayProps, "book" | "onChoose" | "onMove"> & { lane: Lane; format: Format };

function Column({ book, lane, format, onChoose, onMove }: ColumnProps) {
  const ref = useRef<HTMLDivElement>(null);
  const { scale, slot, chosen, day, now, moving, isForAnother } = book;
  const { id } = lane.resource;
  const isChosen = chosen?.lane.resource.id === id;
  const marks = useMemo(() => hourMarks(scale), [scale]);
  const { draft, onPointerDown } = useGrip(ref, {
    lanes: book.lanes,
    scale,
    axis: "down",
    chosen: isChosen ? { laneId: id, slot } : null,
    onPress: ({ instant, booking }) =>
      booking
        ? onMove(booking, id, booking, "pointer")
        : onChoose(id, slotAround(lane, instant, (slot.end - slot.start) / 60_000), "pointer"),
    onDrop: (dropped) =>
      dropped.booking ? onMove(dropped.booking, id, dropped.slot, "pointer") : onChoose(id, dropped.slot, "pointer"),
  });
  const shown = draft?.slot ?? (isChosen ? slot : null);
  const asking = { now, moving: draft?.booking ?? moving, isForAnother: isForAnother && !draft?.booking };
  const refusal = shown && judge(day, lane, shown, asking).refusals[0];
  const heightPx = ((scale.end - scale.start) / 3_600_000) * hourPx;
  return (
    <div ref={ref} onPointerDown={onPointerDown} className="mt-2 flex" style={{ height: heightPx }}>
      <div aria-hidden="true" className="relative w-12 shrink-0">
        {marks.map((mark) => (
          <span
            key={mark.instant}
            style={{ top: percent(shareOf(scale, mark.instant)) }}
            className="absolute -translate-y-1/2 text-sm text-second figures"
          >
            {shortTime(format.time(mark.instant))}
          </span>
        ))}
      </div>
      <div
        data-lane={id}
        aria-hidden="true"
        className="relative min-w-0 flex-1 touch-pan-y border-y border-s select-none"
      >
        {marks.map((mark) => (
          <span
            key={mark.instant}
            style={{ top: percent(shareOf(scale, mark.instant)) }}
            className="absolute inset-x-0 h-px bg-line"
          />
        ))}
        <Spans {...{ lane, scale, format }} movingId={draft?.booking?.id ?? moving?.id ?? null} />
        {shown && (
          <Choice
            slot={shown}
            scale={scale}
            text={format.span(shown.start, shown.end)}
            sentence={refusal ? bookingRefusalSentence(refusal, format) : null}
          />
        )}
        {scale.start <= now && now < scale.end && (
          <span style={{ top: percent(shareOf(scale, now)) }} className="absolute inset-x-0 h-px bg-red" />
        )}
      </div>
    </div>
  );
}

function placeDown(span: Interval, scale: Interval): CSSProperties {
  const top = shareOf(scale, span.start);
  return { top: percent(top), height: percent(shareOf(scale, span.end) - top) };
}

function Spans({
  lane,
  scale,
  format,
  movingId,
}: {
  lane: Lane;
  scale: Interval;
  format: Format;
  movingId: string | null;
}) {
  const texts = useTexts(bookTexts);
  const blocks = lane.isPool ? lane.bookings.filter((booking) => booking.isMine) : lane.bookings;
  return (
    <>
      {lane.closed.map((span) => (
        <span key={span.start} style={placeDown(span, scale)} className={classNames("absolute inset-x-0", hatched)} />
      ))}
      {lane.busy.map((span) => (
        <span key={span.start} style={placeDown(span, scale)} className="absolute inset-x-1 rounded-md bg-sunk" />
      ))}
      {blocks.map((booking) => (
        <span
          key={booking.id}
          style={placeDown(booking, scale)}
          className={classNames(
            "absolute inset-x-1 overflow-hidden rounded-md border px-2.5 py-1 text-sm",
            booking.isMine ? "border-accent bg-accent-weak text-accent-on-weak" : "bg-sunk text-second",
            booking.status !== "confirmed" && "border-dashed",
            booking.id === movingId && "opacity-45",
          )}
        >
          <span className="font-medium">
            {[bookingName(booking, texts) || texts.taken, bookingState(booking, texts)].filter(Boolean).join(" · ")}
          </span>{" "}
          <span className="figures">{format.span(booking.start, booking.end)}</span>
        </span>
      ))}
    </>
  );
}

function Choice({
  slot,
  scale,
  text,
  sentence,
}: {
  slot: Interval;
  scale: Interval;
  text: string;
  sentence: string | null;
}) {
  const texts = useTexts(bookTexts);
  const isRefused = sentence !== null;
  const handle = classNames("absolute inset-x-0 mx-auto h-1 w-8 rounded-full", isRefused ? "bg-amber" : "bg-accent");
  return (
    <span
      style={placeDown(slot, scale)}
      className={classNames(
        "absolute inset-x-1 z-2 rounded-md border-2 px-2.5 py-1 text-sm shadow-float",
        isRefused
          ? "border-dashed border-amber bg-amber-weak text-amber-on-weak"
          : "border-accent bg-paper text-accent",
      )}
    >
      <span className="flex items-center gap-1.5 font-semibold">
        {isRefused && <TriangleAlert className="size-3.5" />}
        {texts.yourChoice} <span className="font-normal figures">{text}</span>
      </span>
      {sentence && <span className="block">{sentence}</span>}
      <span className={classNames(handle, "-top-1")} />
      <span className={classNames(handle, "-bottom-1")} />
    </span>
  );
}
