import type { DayView } from "@working-social/booking/schema";
import { addDays, toLocal, type EpochMs, type Interval } from "@working-social/kernel";
import type { WishedTimes } from "../../bookings/wished-slot.ts";
import { lanesOf } from "../../timeline/lane.ts";
import { isTaken } from "../../timeline/verdict.ts";

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

/** What is open and free from then on, for an hour or until it closes, of all or of the one wanted; null: nothing. */
export function firstFree(
  day: DayView,
  start: EpochMs,
  wantedId: string | null = null,
): { resourceId: string; slot: Interval } | null {
  for (const lane of lanesOf(day)) {
    if (wantedId !== null && lane.resource.id !== wantedId) continue;
    const open = lane.open.find((span) => span.start <= start && start < span.end);
    const slot = open && { start, end: Math.min(start + hourMs, open.end) };
    if (slot && !isTaken(lane, slot, null)) return { resourceId: lane.resource.id, slot };
  }
  return null;
}
