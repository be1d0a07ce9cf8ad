import { fitLength } from "@working-social/booking/rules";
import type { EpochMs, Interval } from "@working-social/kernel";
import type { Lane } from "../lane.ts";
import { stopBefore } from "../pick.ts";

/** Where the keyboard is in the grid: a row, and the stop at which its cell starts. */
export interface Cursor {
  readonly row: number;
  readonly start: EpochMs;
}

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** What a key means. `null` from `keyMeaning`: the grid leaves the key to the browser. */
export type Meaning =
  | { readonly kind: "move"; readonly cursor: Cursor }
  | { readonly kind: "length"; readonly minutes: number }
  | { readonly kind: "day"; readonly days: 1 | -1 }
  | { readonly kind: "select" }
  | { readonly kind: "clear" };

interface Grid {
  readonly lanes: readonly Lane[];
  readonly shown: Interval;
  /** The length that Enter would take, in minutes. */
  readonly minutes: number;
}

/** The grammar of the grid's keys: ARIA's grid pattern, and Shift with arrows for the length. */
export function keyMeaning(key: Key, cursor: Cursor, grid: Grid): Meaning | null {
  const lane = grid.lanes[cursor.row];
  if (!lane) return null;
  if (key.shiftKey) return longer(key, lane, grid.minutes);
  switch (key.key) {
    case "ArrowLeft":
      return move(
        cursor,
        cellsOf(lane, grid.shown).findLast((stop) => stop < cursor.start),
      );
    case "ArrowRight":
      return move(
        cursor,
        cellsOf(lane, grid.shown).find((stop) => stop > cursor.start),
      );
    case "ArrowUp":
      return toRow(cursor, cursor.row - 1, grid);
    case "ArrowDown":
      return toRow(cursor, cursor.row + 1, grid);
    case "Home":
      return move(cursor, opening(lane, grid.shown));
    case "End":
      return move(cursor, closing(lane, grid.shown));
    case "PageUp":
      return { kind: "day", days: -1 };
    case "PageDown":
      return { kind: "day", days: 1 };
    case "Enter":
    case " ":
      return { kind: "select" };
    case "Escape":
      return { kind: "clear" };
    default:
      return null;
  }
}

/** The starts of a lane's cells that are in sight, its last stop left out: nothing starts at the end. */
export function cellsOf(lane: Lane, shown: Interval): EpochMs[] {
  const inSight = lane.stops.filter((stop) => shown.start <= stop && stop < shown.end);
  return inSight.length > 0 ? inSight : [lane.stops[0] ?? shown.start];
}

/** The cell of the lane in which an instant lies, kept in sight. */
export function cellAt(lane: Lane, instant: EpochMs, shown: Interval): EpochMs {
  const cells = cellsOf(lane, shown);
  const cell = stopBefore(lane, instant);
  if (cells.includes(cell)) return cell;
  return (cell < shown.start ? cells[0] : cells.at(-1)) ?? cell;
}

function move(cursor: Cursor, start: EpochMs | undefined): Meaning {
  return { kind: "move", cursor: { row: cursor.row, start: start ?? cursor.start } };
}

function toRow(cursor: Cursor, row: number, { lanes, shown }: Grid): Meaning {
  const lane = lanes[row];
  return { kind: "move", cursor: lane ? { row, start: cellAt(lane, cursor.start, shown) } : cursor };
}

function opening(lane: Lane, shown: Interval): EpochMs {
  return cellAt(lane, lane.open[0]?.start ?? shown.start, shown);
}

function closing(lane: Lane, shown: Interval): EpochMs {
  return cellAt(lane, (lane.open.at(-1)?.end ?? shown.end) - 1, shown);
}

function longer(key: Key, lane: Lane, minutes: number): Meaning | null {
  if (key.key !== "ArrowRight" && key.key !== "ArrowLeft") return null;
  const wished = minutes + (key.key === "ArrowRight" ? lane.stepMinutes : -lane.stepMinutes);
  return { kind: "length", minutes: fitLength(lane.limits, Math.max(lane.stepMinutes, wished)) ?? minutes };
}
