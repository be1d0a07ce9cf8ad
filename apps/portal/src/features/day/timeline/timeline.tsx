import type { DayView } from "@working-social/booking/schema";
import type { EpochMs, Interval } from "@working-social/kernel";
import { classNames } from "@working-social/ui";
import { useId, useMemo, useRef } from "react";
import { formatIn } from "../../../lib/format.ts";
import { bookingRefusalSentence } from "../../../lib/refusals.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts } from "../book-texts.ts";
import type { Cursor } from "./cursor.ts";
import { hourMarks, type DayScale } from "../day-scale.ts";
import { HourLines, NowLine } from "./hour-lines.tsx";
import { cellText, laneLine } from "../lane-text.ts";
import type { Lane, LaneBooking } from "../lane.ts";
import { slotAround } from "../pick.ts";
import type { Standing } from "../standing.ts";
import { TimelineHeader } from "./timeline-header.tsx";
import { TimelineRow, type Ghost, type RowCursor } from "./timeline-row.tsx";
import { useCursor } from "./use-cursor.ts";
import { useGrip, type Draft } from "./use-grip.ts";
import { judge } from "../verdict.ts";
import type { Wishes } from "@working-social/booking/rules";

export interface TimelineProps {
  day: DayView;
  scale: DayScale;
  standings: readonly Standing[];
  lanes: readonly Lane[];
  wishes: Wishes;
  slot: Interval;
  /** What the standings are about; for a moment the slot before. */
  standingSlot: Interval;
  /** The chosen resource, or the one that fits best; null: none. */
  chosen: Standing | null;
  /** The resource that was chosen by hand, if any. */
  pickedId: string | null;
  /** One's own booking that is being moved, and where it lies on this day. */
  movingId: string | null;
  moving: LaneBooking | null;
  isForAnother: boolean;
  now: EpochMs;
  /** A slot was chosen; with the keyboard the focus goes on to the panel. */
  onChoose: (laneId: string, slot: Interval, by: "pointer" | "keyboard") => void;
  /** One's own booking was pressed, or dropped on another time or room. */
  onMove: (booking: LaneBooking, laneId: string, slot: Interval, by: "pointer" | "keyboard") => void;
  onLength: (minutes: number) => void;
  onDay: (days: 1 | -1) => void;
  /** What had the focus gave way to this day. */
  takesFocus: boolean;
  onClear: () => void;
}

/** A day of all resources: rows of hours, to press, drag over, or walk with the keyboard. */
export function Timeline(props: TimelineProps) {
  const { day, scale, standings, lanes, slot, chosen } = props;
  const texts = useTexts(bookTexts);
  const format = formatIn(scale.zone);
  const grid = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const marks = useMemo(() => hourMarks(scale), [scale]);
  const { draft, onPointerDown } = useTimelineGrip(grid, props);
  const { rowCursor, cursorRow, onKeyDown } = useTimelineCursor(grid, props);
  const dragged = draft && ghostOfDraft(draft, props, format);
  const isLong = scale.end - scale.start > 16 * 3_600_000;
  return (
    <div className={classNames("relative", isLong && "time-axis overflow-x-auto")}>
      <p id={helpId} className="sr-only">
        {texts.gridHelp}
      </p>
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={texts.timeline(format.day(scale.start), day.location.name)}
        aria-describedby={helpId}
        aria-rowcount={lanes.length + 1}
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
        className={classNames("relative", isLong && "min-w-[56rem] rtl:[direction:rtl]")}
      >
        <TimelineHeader scale={scale} marks={marks} onDay={props.onDay} />
        <div role="rowgroup" className="relative">
          <HourLines scale={scale} marks={marks} />
          {standings.map((standing, index) => {
            const { lane } = standing;
            const isDragged = draft?.laneId === lane.resource.id;
            return (
              <TimelineRow
                key={lane.resource.id}
                {...{ lane, index, scale, format }}
                line={laneLine(standing, slot, props.wishes.features, texts)}
                isFitting={standing.isFitting}
                ghost={isDragged ? dragged : draft && lane === chosen?.lane ? null : restingGhost(standing, props)}
                cursor={index === cursorRow ? rowCursor : null}
                movingId={draft?.booking?.id ?? props.movingId}
              />
            );
          })}
          <NowLine scale={scale} />
        </div>
      </div>
      <p aria-live="polite" className="sr-only">
        {dragged?.sentence}
      </p>
    </div>
  );
}

function useTimelineGrip(grid: React.RefObject<HTMLDivElement | null>, props: TimelineProps) {
  const { lanes, scale, slot, onChoose, onMove } = props;
  const chosenId = props.chosen?.lane.resource.id ?? null;
  return useGrip(grid, {
    lanes,
    scale,
    axis: "across",
    chosen: chosenId === null ? null : { laneId: chosenId, slot },
    onPress: ({ laneId, instant, booking }) => {
      const lane = lanes.find(({ resource }) => resource.id === laneId);
      if (booking && booking.id !== props.movingId) onMove(booking, laneId, booking, "pointer");
      else if (lane) onChoose(laneId, slotAround(lane, instant, minutesOf(slot)), "pointer");
    },
    onDrop: (draft) => {
      if (draft.booking) onMove(draft.booking, draft.laneId, draft.slot, "pointer");
      else onChoose(draft.laneId, draft.slot, "pointer");
    },
  });
}

function useTimelineCursor(grid: React.RefObject<HTMLDivElement | null>, props: TimelineProps) {
  const { lanes, scale, slot, moving, isForAnother, day, now } = props;
  const chosenId = props.chosen?.lane.resource.id ?? null;
  const texts = useTexts(bookTexts);
  const format = formatIn(scale.zone);
  const chosen = useMemo(() => ({ laneId: chosenId, slot }), [chosenId, slot]);
  const slotAt = ({ start }: Cursor) => ({ start, end: start + (slot.end - slot.start) });
  const { cursor, onKeyDown } = useCursor(grid, {
    ...props,
    shown: scale,
    chosen,
    anchor: `${slot.start} ${props.pickedId ?? ""}`,
    minutes: minutesOf(slot),
    onSelect: (lane, at) => {
      const mine = lane.bookings.find(
        (booking) => booking.isMine && booking.start <= at.start && at.start < booking.end,
      );
      if (mine && mine.id !== props.movingId) props.onMove(mine, lane.resource.id, mine, "keyboard");
      else props.onChoose(lane.resource.id, slotAt(at), "keyboard");
    },
  });
  const lane = lanes[cursor.row];
  const rowCursor = useMemo((): RowCursor | null => {
    if (!lane) return null;
    const span = { start: cursor.start, end: cursor.start + (slot.end - slot.start) };
    const verdict = judge(day, lane, span, { now, moving, isForAnother });
    const label = cellText({ lane, slot: span, verdict, currency: day.location.currency }, format, texts);
    const isSelected = lane.resource.id === chosenId && span.start === slot.start;
    return {
      start: cursor.start,
      slot: span,
      label: isSelected ? texts.cell([label, texts.chosen]) : label,
      isSelected,
    };
  }, [lane, cursor.start, slot, day, now, moving, isForAnother, chosenId, format, texts]);
  return { rowCursor, cursorRow: cursor.row, onKeyDown };
}

/** The ghosts of rows are kept while nothing on them changes, so that the rows need not redraw. */
const ghosts = new WeakMap<Interval, Partial<Record<Ghost["look"], Ghost>>>();

function restingGhost(standing: Standing, { slot, standingSlot, chosen, movingId }: TimelineProps): Ghost | null {
  // What was just booked is drawn as one's booking, and nothing over it.
  const isMine = standing.lane.bookings.some((one) => one.isMine && one.start === slot.start && one.end === slot.end);
  if (isMine) return null;
  if (standing.lane === chosen?.lane) return keptGhost(slot, chosen.verdict.refusals.length > 0 ? "refused" : "chosen");
  return standing.isFree && !standing.lane.isPool && movingId === null ? keptGhost(standingSlot, "also") : null;
}

function keptGhost(slot: Interval, look: Ghost["look"]): Ghost {
  const kept = ghosts.get(slot) ?? {};
  ghosts.set(slot, kept);
  return (kept[look] ??= { slot, look, sentence: null, isDragged: false });
}

function ghostOfDraft(
  draft: Draft,
  { day, lanes, now, moving, isForAnother }: TimelineProps,
  format: ReturnType<typeof formatIn>,
): Ghost | null {
  const lane = lanes.find(({ resource }) => resource.id === draft.laneId);
  if (!lane) return null;
  const asking = { now, moving: draft.booking ?? moving, isForAnother: isForAnother && !draft.booking };
  const [refusal] = judge(day, lane, draft.slot, asking).refusals;
  const sentence = refusal ? bookingRefusalSentence(refusal, format) : null;
  return { slot: draft.slot, look: refusal ? "refused" : "chosen", sentence, isDragged: true };
}

function minutesOf(slot: Interval): number {
  return (slot.end - slot.start) / 60_000;
}
