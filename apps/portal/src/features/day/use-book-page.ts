import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { DayView, LocationView, SlotView } from "@working-social/booking/schema";
import type { EpochMs, Interval, LocalDate } from "@working-social/kernel";
import { parseInstant } from "@working-social/kernel";
import { useDeferredValue, useMemo, useState } from "react";
import { useNow } from "../../lib/now.ts";
import { trpc } from "../../lib/trpc.ts";
import { askedSlot, wallTimeOf, type WallTime } from "./asked-slot.ts";
import { dayScale, type DayScale } from "./day-scale.ts";
import { firstStart } from "./default-time.ts";
import { lanesOf, type Lane, type LaneBooking } from "./lane.ts";
import { fittingFirst, freeByFit, standings, type Standing } from "./standing.ts";
import { judge } from "./verdict.ts";
import type { Wishes } from "@working-social/booking/rules";
import type { BookSearch } from "./book-search.ts";

const usualMinutes = 60;

/** What the chips say. */
export interface Asked {
  readonly date: LocalDate;
  readonly wall: WallTime;
  readonly minutes: number;
  readonly wishes: Wishes;
}

/** The day as it stands to what is asked: everything that the page draws. */
export interface BookDay {
  readonly day: DayView;
  readonly lanes: readonly Lane[];
  readonly scale: DayScale;
  readonly wishes: Wishes;
  readonly slot: Interval;
  /** The slot that the standings are about: `slot`, or for a moment the one before. */
  readonly standingSlot: Interval;
  readonly standings: readonly Standing[];
  /** The best fit first. */
  readonly free: readonly Standing[];
  readonly fitting: readonly Standing[];
  /** The chosen resource, else the best fit. */
  readonly chosen: Standing | null;
  /** One's own booking that is being moved, also from another day than this one. */
  readonly movingId: string | null;
  /** The same, where it lies on this day. */
  readonly moving: LaneBooking | null;
  /** Staff book for somebody else. */
  readonly isForAnother: boolean;
  readonly now: EpochMs;
}

/** `isOver`: the entry shows something over the page of the one before, and Back closes that. */
export type SetSearch = (patch: BookSearch, options?: { replace?: boolean; isOver?: boolean }) => void;

/** The day on the page: the last one stays in sight while the next comes. */
export function useDay(location: LocationView, date: LocalDate) {
  return useQuery(
    trpc.availability.day.queryOptions({ locationId: location.id, date }, { placeholderData: keepPreviousData }),
  );
}

/** What is asked for: by the link, else as the day suggests. */
export function useAsked(search: BookSearch, date: LocalDate, day: DayView | undefined): Asked {
  const now = useNow();
  const { time, second, people, features, kinds, minutes } = search;
  const suggested = useSuggestedTime(day, now);
  const wishes = useMemo(
    () => ({ people: people ?? 1, features: features ?? [], kinds: kinds ?? [] }),
    [people, features, kinds],
  );
  const wall =
    time === undefined ? (suggested ?? { time: "09:00", isSecond: false }) : { time, isSecond: second === true };
  return { date, wall, minutes: minutes ?? usualMinutes, wishes };
}

/** Without a time in the link: the one that the day opened with, kept though the clock goes on. */
function useSuggestedTime(day: DayView | undefined, now: EpochMs): WallTime | null {
  const [kept, setKept] = useState<{ key: string; wall: WallTime } | null>(null);
  if (!day) return null;
  const key = `${day.location.id} ${day.date}`;
  if (kept?.key === key) return kept.wall;
  const wall = wallTimeOf(firstStart(day, now), day.location.timeZone);
  setKept({ key, wall });
  return wall;
}

/**
 * Everything that follows from the day and what is asked, by the same rules as on the server. `round` starts the
 * suggestion anew, after a booking; `isForOther`: the panel says that staff book for somebody else.
 */
export function useBookDay(
  day: DayView | undefined,
  asked: Asked,
  search: BookSearch,
  { round, isForOther }: { round: number; isForOther: boolean },
): BookDay | null {
  const now = useNow();
  const { wall, minutes, wishes } = asked;
  const { time, isSecond } = wall;
  const unsorted = useMemo(() => (day ? lanesOf(day) : []), [day]);
  const lanes = useMemo(() => fittingFirst(unsorted, wishes), [unsorted, wishes]);
  const date = day?.date;
  const zone = day?.location.timeZone;
  const slot = useMemo(
    () => (date && zone ? askedSlot(date, { time, isSecond }, minutes, zone) : null),
    [date, zone, time, isSecond, minutes],
  );
  const scale = useMemo(() => (day && slot ? dayScale(day, slot) : null), [day, slot]);
  const movingId = search.moving ?? null;
  const moving = useMemo(
    () => lanes.flatMap((lane) => lane.bookings).find((booking) => booking.isMine && booking.id === movingId) ?? null,
    [lanes, movingId],
  );
  const asking = useMemo(
    () => ({ now, moving, isForAnother: isForOther && movingId === null }),
    [now, moving, isForOther, movingId],
  );
  // What was pressed shows at once; how sixty others stand to it may come a moment later.
  const standingSlot = useDeferredValue(slot);
  const all = useMemo(
    () => (day && standingSlot ? standings(day, lanes, wishes, standingSlot, asking) : []),
    [day, lanes, wishes, standingSlot, asking],
  );
  const free = useMemo(() => freeByFit(all, wishes), [all, wishes]);
  const suggestedId = useKept(free[0]?.lane.resource.id ?? null, JSON.stringify([round, standingSlot, wishes]));
  return useMemo(() => {
    if (!day || !slot || !standingSlot || !scale) return null;
    const byId = (id: string | null | undefined) => all.find(({ lane }) => lane.resource.id === id);
    const stood = byId(search.resource) ?? byId(suggestedId) ?? null;
    const isCurrent = stood === null || slot === standingSlot;
    const chosen = isCurrent ? stood : { ...stood, verdict: judge(day, stood.lane, slot, asking) };
    return {
      day,
      lanes,
      scale,
      wishes,
      slot,
      standingSlot,
      standings: all,
      free,
      fitting: all.filter(({ isFitting }) => isFitting),
      chosen,
      movingId,
      ...asking,
    };
  }, [day, lanes, scale, slot, standingSlot, all, free, wishes, search.resource, suggestedId, movingId, asking]);
}

/**
 * The suggestion as it was first made, while what is asked stays the same: when somebody else takes it, the panel says so,
 * and never changes rooms under the hand that is about to press.
 */
function useKept(suggestedId: string | null, key: string): string | null {
  const [kept, setKept] = useState({ key, id: suggestedId });
  const isCurrent = kept.key === key && kept.id !== null;
  if (!isCurrent && (kept.key !== key || kept.id !== suggestedId)) setKept({ key, id: suggestedId });
  return isCurrent ? kept.id : suggestedId;
}

/** How the link says a slot of a resource. */
export function searchOfSlot(resourceId: string, slot: Interval, zone: string): BookSearch {
  const { date, time, isSecond } = wallTimeOf(slot.start, zone);
  const minutes = (slot.end - slot.start) / 60_000;
  return { resource: resourceId, date, time, second: isSecond ? true : undefined, minutes };
}

/** How the link says a slot that the server suggested. */
export function searchOfSuggestion({ resourceId, startsAt, endsAt }: SlotView, zone: string): BookSearch {
  return searchOfSlot(resourceId, { start: parseInstant(startsAt), end: parseInstant(endsAt) }, zone);
}
