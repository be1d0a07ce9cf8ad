import type { EpochMs, Interval, LocalDay } from "@working-social/kernel";
import { daysTouched, durationMinutes, intersect, overlaps, parseInstant } from "@working-social/kernel";
import type { BookingRefusal } from "./refusals.ts";
import { isInScope, ruleName } from "./applicable-rules.ts";
import type { EffectiveLimits, UsageLimit } from "./limits.ts";
import { DAY_MINUTES, meansDays, wholeDays } from "./local-days.ts";
import type { BookingSituation } from "./situation.ts";

/** A limit with the bookings that count against it: read once, then asked for many slots. */
export interface CountedLimit {
  readonly limit: UsageLimit;
  readonly used: readonly Interval[];
}

/** The usage limits that concern the person, each with the bookings in its scope, less the one being changed. */
export function countUsage(
  situation: BookingSituation,
  limits: EffectiveLimits,
  replacesBookingId: string | null,
): CountedLimit[] {
  const usage = situation.usage.filter((booking) => booking.id !== replacesBookingId);
  const { person } = situation;
  return limits.usage
    .filter((limit) => limit.whose === "person" || person.teamId !== null)
    .map((limit) => ({
      limit,
      used: usage
        .filter((booking) =>
          limit.whose === "person" ? booking.personId === person.id : booking.teamId === person.teamId,
        )
        .filter((booking) => isInScope(limit.rule, booking.resourceId, booking.resourceKind, booking.locationId))
        .map((booking) => ({ start: parseInstant(booking.startsAt), end: parseInstant(booking.endsAt) })),
    }));
}

/** The limits that one more booking of `slot` would break: at most one refusal of each kind, the strictest. */
export function usageRefusals(
  counted: readonly CountedLimit[],
  slot: Interval,
  now: EpochMs,
  zone: string,
): BookingRefusal[] {
  const days = counted.some(({ limit }) => limit.counts === "minutes_a_day") ? daysTouched(slot, zone) : [];
  return [
    ...strictest(counted, "at_once", (entry) => atOnceRefusal(entry, slot)),
    ...strictest(counted, "minutes_a_day", (entry) => minutesRefusal(entry, slot, days, zone)),
    ...strictest(counted, "upcoming", (entry) => upcomingRefusal(entry, now)),
  ];
}

function strictest(
  counted: readonly CountedLimit[],
  counts: UsageLimit["counts"],
  refuse: (entry: CountedLimit) => BookingRefusal | null,
): BookingRefusal[] {
  const broken = counted
    .filter(({ limit }) => limit.counts === counts)
    .sort((a, b) => a.limit.max - b.limit.max)
    .flatMap((entry) => refuse(entry) ?? []);
  return broken.slice(0, 1);
}

function atOnceRefusal({ limit, used }: CountedLimit, slot: Interval): BookingRefusal | null {
  if (mostAtOnce(used, slot) + 1 <= limit.max) return null;
  return { code: "too_many_at_once", max: limit.max, whose: limit.whose, rule: ruleName(limit.rule) };
}

/** The largest number of bookings that run at one instant of the slot. It is reached where one of them starts. */
function mostAtOnce(used: readonly Interval[], slot: Interval): number {
  const during = used.filter((booking) => overlaps(booking, slot));
  const instants = [slot.start, ...during.map((booking) => booking.start).filter((start) => start > slot.start)];
  return Math.max(...instants.map((at) => during.filter(({ start, end }) => start <= at && at < end).length));
}

function minutesRefusal(
  { limit, used }: CountedLimit,
  slot: Interval,
  days: readonly LocalDay[],
  zone: string,
): BookingRefusal | null {
  const isDays = meansDays(limit.max) && wholeDays(slot, zone) !== null;
  for (const day of days) {
    const usedMinutes = used.reduce((sum, booking) => sum + minutesWithin(booking, day), 0);
    // A day a day means this day, however long the clock makes it.
    const max = isDays ? (limit.max / DAY_MINUTES) * durationMinutes(day) : limit.max;
    if (usedMinutes + minutesWithin(slot, day) <= max) continue;
    const rule = ruleName(limit.rule);
    return {
      code: "too_many_minutes_a_day",
      maxMinutes: limit.max,
      usedMinutes,
      date: day.date,
      whose: limit.whose,
      rule,
    };
  }
  return null;
}

function minutesWithin(span: Interval, day: Interval): number {
  const shared = intersect(span, day);
  return shared ? durationMinutes(shared) : 0;
}

function upcomingRefusal({ limit, used }: CountedLimit, now: EpochMs): BookingRefusal | null {
  if (used.filter((booking) => booking.end > now).length + 1 <= limit.max) return null;
  return { code: "too_many_upcoming", max: limit.max, whose: limit.whose, rule: ruleName(limit.rule) };
}
