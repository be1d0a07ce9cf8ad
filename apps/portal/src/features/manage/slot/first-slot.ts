import { addDays, toLocal, type EpochMs } from "@working-social/kernel";
import type { WishedTimes } from "../../bookings/wished-slot.ts";

/** The hour from the next half hour on: what somebody at the desk most likely asks for. Late in the evening, tomorrow at ten. */
export function firstTimes(now: EpochMs, zone: string): WishedTimes {
  const { date, minute } = toLocal(now, zone);
  const from = Math.ceil((minute + 1) / 30) * 30;
  if (from > 22 * 60) return { date: addDays(date, 1), from: "10:00", to: "11:00" };
  return { date, from: clock(from), to: clock(from + 60) };
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
