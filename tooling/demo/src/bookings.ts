import { bookResource, quoteSlot } from "@working-social/booking";
import type { ResourceView } from "@working-social/booking/schema";
import type { Context } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { addDays, formatInstant, fromLocal, newId, toLocal, weekdayOf } from "@working-social/kernel";

const TITLES = ["Design crit", "Workshop", "Board meeting", "Client call", "Interviews", "Planning", "Retrospective", "Book club", "Pitch rehearsal", "Tax advice", "Yoga", ""];
const DAYS_BACK = 21;
const DAYS_AHEAD = 14;
const MINUTE_MS = 60_000;

/** Who books here: a context in which the clock can be set, as the past had its own present. */
export type ContextOf = (person: { id: string; role: "member" }, now: EpochMs) => Context;

interface Wish {
  resourceId: string;
  start: EpochMs;
  minutes: number;
  person: { id: string; role: "member" };
  title: string;
  isTitlePublic: boolean;
}

/**
 * Fills a location's calendar through the product's own commands, rules and prices included, so that the demo can't
 * hold what the product would refuse. The same days look the same on every machine. Returns how many were booked.
 */
export async function bookSomeWeeks(contextOf: ContextOf, place: { timeZone: string; resources: ResourceView[] }, people: { id: string; role: "member" }[], now: EpochMs): Promise<number> {
  const wishes = wishesAround(now, place, people);
  let booked = 0;
  // One after the other: of two wishes for one slot the same one wins on every machine.
  for (const wish of wishes) booked += (await book(contextOf, wish, now)) ? 1 : 0;
  return booked;
}

async function book(contextOf: ContextOf, wish: Wish, now: EpochMs): Promise<boolean> {
  const thought = Math.min(now, wish.start - 2 * 1440 * MINUTE_MS);
  const ctx = contextOf(wish.person, thought);
  const slot = { resourceId: wish.resourceId, startsAt: formatInstant(wish.start), endsAt: formatInstant(wish.start + wish.minutes * MINUTE_MS), forPersonId: null };
  const answer = await quoteSlot(ctx, slot);
  if (!answer.isBookable) return false; // somebody had the same idea before: as in any space
  const { title, isTitlePublic } = wish;
  await bookResource(ctx, { ...slot, title, isTitlePublic, expectedTotalMinor: answer.quote.totalMinor, idempotencyKey: newId() });
  return true;
}

function wishesAround(now: EpochMs, { timeZone, resources }: { timeZone: string; resources: ResourceView[] }, people: Wish["person"][]): Wish[] {
  const random = seeded(20261121);
  const today = toLocal(now, timeZone).date;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const wishes: Wish[] = [];
  for (let day = -DAYS_BACK; day <= DAYS_AHEAD; day++) {
    const date = addDays(today, day);
    if (weekdayOf(date) > 5) continue;
    for (const resource of resources) {
      for (const [hour, minutes] of hoursOf(resource, random)) {
        const isTitlePublic = random() < 0.5;
        wishes.push({ resourceId: resource.id, start: fromLocal(date, hour * 60, timeZone), minutes, person: pick(people), title: pick(TITLES), isTitlePublic });
      }
    }
  }
  return wishes;
}

/** When a kind of resource is used on a usual day: hour of the start, minutes. */
function hoursOf(resource: ResourceView, random: () => number): [number, number][] {
  const some = (hours: number[], lengths: number[], chance: number) =>
    hours.filter(() => random() < chance).map((hour): [number, number] => [hour, lengths[Math.floor(random() * lengths.length)] ?? 60]);
  if (resource.kind === "room") return some([9, 11, 13, 16], [60, 90, 120], resource.capacity > 10 ? 0.3 : 0.5);
  if (resource.kind === "booth") return some([9, 10, 12, 14, 15], [30, 60], 0.4);
  if (resource.kind === "hot_desk") return resource.units.slice(0, 7).flatMap(() => some([9], [420, 480], 0.7));
  return some([9], [480], 0.3);
}

/** Mulberry32: the same days on every machine, which Math.random would not give. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
