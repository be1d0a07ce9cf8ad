import type { ResourceView, WeeklyInterval } from "@working-social/booking/schema";
import type { EpochMs } from "@working-social/kernel";
import { addDays, fromLocal, toLocal, weekdayOf } from "@working-social/kernel";
import type { Diary } from "./diary.ts";

const TITLES = [
  "Design crit",
  "Workshop",
  "Board meeting",
  "Client call",
  "Interviews",
  "Planning",
  "Retrospective",
  "Book club",
  "Pitch rehearsal",
  "Tax advice",
  "Yoga",
  "",
];
const DAYS_BACK = 14;
const DAYS_AHEAD = 14;
const MINUTE_MS = 60_000;
/** How many others are asked when somebody has no time. */
const OTHERS_ASKED = 6;

export interface Member {
  id: string;
  role: "member";
  teamId: string | null;
  /** Their paid bookings are told one by one (stories.ts): the usual weeks leave their credits alone. */
  hasStory?: boolean;
}

export interface Place {
  locationId: string;
  currency: string;
  timeZone: string;
  weekly: readonly WeeklyInterval[];
  resources: readonly ResourceView[];
}

export interface Wish {
  resourceId: string;
  start: EpochMs;
  minutes: number;
  person: Member;
  title: string;
  isTitlePublic: boolean;
}

/**
 * The wishes of some usual weeks around now, the same ones on every machine. Nobody is in two places at once and nothing
 * is wanted twice, so that no wish depends on another and all can be booked in any order.
 */
export function usualWeeks(now: EpochMs, place: Place, people: readonly Member[], diary: Diary): Wish[] {
  const random = seeded(20261121);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const today = toLocal(now, place.timeZone).date;
  const wishes: Wish[] = [];
  for (let day = -DAYS_BACK; day <= DAYS_AHEAD; day++) {
    const date = addDays(today, day);
    for (const resource of place.resources) {
      const willing = people.filter((person) => !person.hasStory || resource.kind === "booth");
      for (const [hour, minutes] of usualHours(resource, weekdayOf(date) > 5, random)) {
        const [isTitlePublic, title] = [random() < 0.5, pick(TITLES)];
        const candidates = Array.from({ length: OTHERS_ASKED }, () => pick(willing));
        if (!isOpen(place, weekdayOf(date), hour * 60, minutes)) continue;
        const start = fromLocal(date, hour * 60, place.timeZone);
        const span = { start, end: start + minutes * MINUTE_MS };
        const person = candidates.find((candidate) => diary.take(span, namesTaken(resource, candidate)));
        if (person)
          wishes.push({
            resourceId: resource.id,
            start,
            minutes,
            person,
            title: resource.kind === "hot_desk" ? "" : title,
            isTitlePublic,
          });
      }
    }
  }
  return wishes;
}

/** What a booking takes: the resource or one of its units, the person, and one of the two rooms that a team may have at once. */
export function namesTaken(resource: ResourceView, person: Member): Map<string, number> {
  const names = new Map([
    [resource.id, resource.allocation === "one_unit" ? resource.units.length : 1],
    [person.id, 1],
  ]);
  if (person.teamId !== null && resource.kind === "room") names.set(person.teamId, 2);
  return names;
}

function isOpen({ weekly }: Place, weekday: number, fromMinute: number, minutes: number): boolean {
  return weekly.some(
    (open) => open.weekday === weekday && open.opensMinute <= fromMinute && fromMinute + minutes <= open.closesMinute,
  );
}

/** When a kind of resource is used on a usual day: hour of the start, minutes. */
function usualHours(resource: ResourceView, isWeekend: boolean, random: () => number): [number, number][] {
  const some = (hours: number[], lengths: number[], chance: number) =>
    hours
      .filter(() => random() < chance)
      .map((hour): [number, number] => [hour, lengths[Math.floor(random() * lengths.length)] ?? 60]);
  if (resource.kind === "hot_desk")
    return resource.units
      .slice(0, 5)
      .flatMap(() => some([9], isWeekend ? [240, 300] : [420, 480], isWeekend ? 0.5 : 0.7));
  if (isWeekend) return resource.kind === "room" ? some([10, 12], [60, 90], 0.3) : [];
  if (resource.kind === "room") return some([9, 11, 13, 16], [60, 90, 120], resource.capacity > 10 ? 0.3 : 0.5);
  if (resource.kind === "booth") return some([9, 10, 12, 14, 15], [30, 60], 0.4);
  return some([9], [480], 0.3);
}

/** Mulberry32: the same weeks on every machine, which Math.random would not give. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
