import { holdSlot } from "@working-social/booking";
import type { EpochMs } from "@working-social/kernel";
import { addDays, fromLocal, newId, toLocal, weekdayOf } from "@working-social/kernel";
import { book, cancel, slotOfWish } from "./bookings.ts";
import type { Diary } from "./diary.ts";
import type { ContextOf } from "./space.ts";
import type { Member, Place, Wish } from "./wishes.ts";
import { namesTaken } from "./wishes.ts";

const MINUTE_MS = 60_000;

/** One of each thing that a booking can be, for whoever looks at the demo for the first time. */
export interface Showcase {
  /** Ana's next room: today, or on the next working day. */
  next: Wish;
  cancelled: Wish;
  /** By a member on a plan for which the hall needs approval. */
  pending: Wish;
  held: Wish;
}

/** Thinks up the showcase, and keeps its times free of the usual weeks. */
export function showcaseOf(now: EpochMs, place: Place, people: ReadonlyMap<string, Member>, diary: Diary): Showcase {
  const days = workingDays(now, place.timeZone);
  const wish = (
    name: string,
    mailbox: string,
    when: { day: number; hour: number; minutes: number },
    title: string,
  ): Wish => {
    const { day, hour, minutes } = when;
    const resource = place.resources.find((candidate) => candidate.name === name);
    const person = people.get(mailbox);
    if (!resource || !person) throw new Error(`The demo has no ${name} or no ${mailbox}.`);
    const start = fromLocal(days[day] ?? "", hour * 60, place.timeZone);
    diary.take({ start, end: start + minutes * MINUTE_MS }, namesTaken(resource, person));
    return { resourceId: resource.id, start, minutes, person, title, isTitlePublic: true };
  };
  return {
    next: wish("Lantern", "ana", { day: 0, hour: 14, minutes: 60 }, "Design crit"),
    cancelled: wish("Cooper", "ana", { day: 3, hour: 11, minutes: 60 }, "Tax advice"),
    pending: wish("Harbour hall A", "jonas", { day: 4, hour: 13, minutes: 180 }, "Members' breakfast talk"),
    held: wish("Harbour hall B", "lena", { day: 2, hour: 10, minutes: 120 }, ""),
  };
}

/** The coming working days by the location's calendar; today is one as long as an afternoon meeting can still be booked. */
function workingDays(now: EpochMs, timeZone: string): string[] {
  const { date: today, minute } = toLocal(now, timeZone);
  const first = minute < 13 * 60 ? 0 : 1;
  return Array.from({ length: 14 }, (_, day) => addDays(today, first + day)).filter((date) => weekdayOf(date) <= 5);
}

/** Books, holds and cancels it through the product's own commands, as each person now. */
export async function show(
  { next, cancelled, pending, held }: Showcase,
  contextOf: ContextOf,
  now: EpochMs,
): Promise<void> {
  const by = ({ person }: Wish) => contextOf(person, now);
  await book(by(next), next);
  await book(by(pending), pending);
  await holdSlot(by(held), { resourceId: held.resourceId, ...slotOfWish(held), idempotencyKey: newId() });
  const booking = await book(by(cancelled), cancelled);
  if (booking) await cancel(by(cancelled), booking.id, "The advisor is ill");
}
