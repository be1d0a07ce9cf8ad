import type { EpochMs, Interval } from "@working-social/kernel";
import type { Lane } from "../lane.ts";
import { nearestStop, stopAfter, stopBefore } from "../pick.ts";

const MINUTE_MS = 60_000;

/** What the pointer has taken hold of. Instants are where it was pressed. */
export type Grip =
  /** Empty time: draws a slot from here. */
  | { readonly kind: "draw"; readonly anchor: EpochMs }
  /** An edge of the chosen slot: the other edge stays. */
  | { readonly kind: "start" | "end"; readonly slot: Interval }
  /** The chosen slot or one's own booking: keeps its length, and may change rooms. */
  | { readonly kind: "move"; readonly slot: Interval; readonly anchor: EpochMs };

/** The slot that the drag means when the pointer is at `instant`, on the stops of the lane under it. */
export function draggedSlot(grip: Grip, lane: Lane, instant: EpochMs): Interval {
  switch (grip.kind) {
    case "draw":
      return drawn(grip.anchor, lane, instant);
    case "start":
      return { start: Math.min(nearestStop(lane, instant), grip.slot.end - shortestMs(lane)), end: grip.slot.end };
    case "end":
      return { start: grip.slot.start, end: Math.max(nearestStop(lane, instant), grip.slot.start + shortestMs(lane)) };
    case "move": {
      const start = nearestStop(lane, grip.slot.start + (instant - grip.anchor));
      return { start, end: start + (grip.slot.end - grip.slot.start) };
    }
  }
}

/** Covers the cells from the anchor's to the pointer's, and at least the shortest length, towards the pointer. */
function drawn(anchor: EpochMs, lane: Lane, instant: EpochMs): Interval {
  const from = stopBefore(lane, Math.min(anchor, instant));
  const to = stopAfter(lane, Math.max(anchor, instant, from + 1));
  const missing = Math.max(0, shortestMs(lane) - (to - from));
  return instant < anchor ? { start: from - missing, end: to } : { start: from, end: to + missing };
}

function shortestMs(lane: Lane): number {
  return Math.max(lane.stepMinutes, lane.limits.minLengthMinutes?.value ?? 0) * MINUTE_MS;
}

/** Which edge of the slot a press near it means, within `reachMs`; null: its middle. The later edge wins on a short slot. */
export function edgeAt(slot: Interval, instant: EpochMs, reachMs: number): "start" | "end" | null {
  if (Math.abs(instant - slot.end) <= reachMs) return "end";
  return Math.abs(instant - slot.start) <= reachMs ? "start" : null;
}
