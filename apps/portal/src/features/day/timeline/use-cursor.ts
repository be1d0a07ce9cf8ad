import type { EpochMs, Interval } from "@working-social/kernel";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { cellAt, keyMeaning, type Cursor } from "./cursor.ts";
import type { Lane } from "../lane.ts";

interface CursorOptions {
  lanes: readonly Lane[];
  shown: Interval;
  /** Where the cursor stands until a key moves it. */
  chosen: { laneId: string | null; slot: Interval };
  /** Changes when something else is chosen, and the cursor should go there; not when only the length changes. */
  anchor: string;
  /** The length of what Enter would take. */
  minutes: number;
  onSelect: (lane: Lane, cursor: Cursor) => void;
  onLength: (minutes: number) => void;
  onDay: (days: 1 | -1) => void;
  onClear: () => void;
  /** Where the focus got lost on the way to this day, it goes to the cursor. */
  takesFocus: boolean;
}

/** The roving focus of the timeline: one cell is in the tab order, keys move it, and it follows what is chosen. */
export function useCursor(grid: RefObject<HTMLElement | null>, options: CursorOptions) {
  const { lanes, shown, chosen, anchor, minutes, takesFocus } = options;
  const [moved, setMoved] = useState<{ cursor: Cursor; anchor: string } | null>(null);
  const mustFocus = useRef(false);
  /** The day that a Page key left: its cells go when the next day comes, and the focus goes on to the new ones. */
  const leftDay = useRef<EpochMs | null>(null);
  const home = useMemo(() => homeOf(lanes, shown, chosen), [lanes, shown, chosen]);
  const cursor = moved?.anchor === anchor && lanes[moved.cursor.row] ? moved.cursor : home;

  useEffect(() => {
    const isOtherDay = leftDay.current !== null && leftDay.current !== shown.start;
    if (!mustFocus.current && !isOtherDay) return;
    mustFocus.current = false;
    if (isOtherDay) leftDay.current = null;
    grid.current?.querySelector<HTMLElement>("[data-cursor]")?.focus();
  });

  // Again when the cursor goes to another row: the cell that had the focus goes, as what fits best becomes known.
  const { row } = cursor;
  useEffect(() => {
    if (takesFocus && document.activeElement === document.body)
      grid.current?.querySelector<HTMLElement>("[data-cursor]")?.focus();
  }, [takesFocus, grid, row]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || !isInGrid(event.target)) return;
    const meaning = keyMeaning(event, cursor, { lanes, shown, minutes });
    if (!meaning) return;
    event.preventDefault();
    const lane = lanes[cursor.row];
    if (meaning.kind === "select" && lane) return options.onSelect(lane, cursor);
    if (meaning.kind === "day") leftDay.current = shown.start;
    else mustFocus.current = true;
    if (meaning.kind === "move") setMoved({ cursor: meaning.cursor, anchor });
    else if (meaning.kind === "length") options.onLength(meaning.minutes);
    else if (meaning.kind === "day") options.onDay(meaning.days);
    else if (meaning.kind === "clear") options.onClear();
  }
  return { cursor, onKeyDown };
}

/** A cell, or the grid itself, which has the focus after a press on it: not a button in its header. */
function isInGrid(target: EventTarget): boolean {
  const role = target instanceof Element ? target.getAttribute("role") : null;
  return role === "gridcell" || role === "grid";
}

function homeOf(lanes: readonly Lane[], shown: Interval, chosen: CursorOptions["chosen"]): Cursor {
  const row = Math.max(
    0,
    lanes.findIndex(({ resource }) => resource.id === chosen.laneId),
  );
  const lane = lanes[row];
  return { row, start: lane ? cellAt(lane, chosen.slot.start, shown) : shown.start };
}
