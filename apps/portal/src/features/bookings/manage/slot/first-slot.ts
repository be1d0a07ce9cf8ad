import type { DayView } from "@working-social/booking/schema";
import { addDays, toLocal, type EpochMs, type Interval } from "@working-social/kernel";
import type { WishedTimes } from "../../wished-slot.ts";
import { lanesOf } from "../../../day/lane.ts";
import { freeGaps } from "../../../day/pick.ts";
import { isTaken } from "../../../day/verdict.ts";

const hourMs = 3_600_000;
const typed = { endDate: null, known: null };

/** The hour from the next half hour on: what somebody at the desk most likely asks for. Late in the evening, tomorrow at ten. */
export function firstTimes(now: EpochMs, zone: string): WishedTimes {
  const { date, minute } = toLocal(now, zone);
  const from = Math.ceil((minute + 1) / 30) * 30;
  if (from > 22 * 60) return { date: addDays(date, 1), from: "10:00", to: "11:00", ...typed };
  return { date, from: clock(from), to: clock(from + 60), ...typed };
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** What is open and free from then on, for an hour or until it closes, of all; null: nothing. */
export function firstFree(day: DayView, start: EpochMs): { resourceId: string; slot: Interval } | null {
  for (const lane of lanesOf(day)) {
    const open = lane.open.find((span) => span.start <= start && start < span.end);
    const slot = open && { start, end: Math.min(start + hourMs, open.end) };
    if (slot && !isTaken(lane, slot, null)) return { resourceId: lane.resource.id, slot };
  }
  return null;
}

/** The first that one room or desk has free from now on, for an hour or until the next comes; null: nothing on this day. */
export function firstFreeOf(day: DayView, resourceId: string, now: EpochMs): Interval | null {
  const lane = lanesOf(day).find(({ resource }) => resource.id === resourceId);
  for (const gap of lane ? freeGaps(lane) : []) {
    const start = lane?.stops.find((stop) => stop >= now && stop >= gap.start && stop < gap.end);
    if (start !== undefined) return { start, end: Math.min(start + hourMs, gap.end) };
  }
  return null;
}
