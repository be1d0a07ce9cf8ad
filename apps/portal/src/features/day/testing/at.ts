import type { DayView } from "@working-social/booking/schema";
import type { EpochMs, Interval } from "@working-social/kernel";
import { fromLocal } from "@working-social/kernel";
import { minuteOf } from "../asked-slot.ts";

/** The instant at which the day's wall clock shows "14:00". */
export function at(day: DayView, time: string): EpochMs {
  return fromLocal(day.date, minuteOf(time), day.location.timeZone);
}

/** "14:00-15:30" of the day. */
export function slot(day: DayView, times: string): Interval {
  const [from = "", to = ""] = times.split("-");
  return { start: at(day, from), end: at(day, to) };
}
