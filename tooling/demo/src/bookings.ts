import { bookResource, quoteSlot } from "@working-social/booking";
import type { BookingView } from "@working-social/booking/schema";
import type { Context } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { formatInstant, newId } from "@working-social/kernel";
import type { Wish } from "./wishes.ts";

const MINUTE_MS = 60_000;
/** How long before its start a usual booking was made. */
const THOUGHT_AHEAD_MS = 2 * 1440 * MINUTE_MS;

/** Who books here: a context in which the clock can be set, as the past had its own present. */
export type ContextOf = (person: { id: string; role: "member" }, now: EpochMs) => Context;

/**
 * Books wishes through the product's own commands, rules and prices included, so that the demo can't hold what the
 * product would refuse. Resources side by side, each in the order of its wishes. Returns how many were booked.
 */
export async function bookAll(contextOf: ContextOf, wishes: readonly Wish[], now: EpochMs): Promise<number> {
  const byResource = Map.groupBy(wishes, (wish) => wish.resourceId);
  const booked = [...byResource.values()].map(async (ofResource) => {
    let count = 0;
    for (const wish of ofResource) {
      const madeAt = Math.min(now, wish.start - THOUGHT_AHEAD_MS);
      if (await book(contextOf(wish.person, madeAt), wish)) count++;
    }
    return count;
  });
  return (await Promise.all(booked)).reduce((sum, count) => sum + count, 0);
}

/** Asks for the price and agrees to it; null when a rule says no. */
export async function book(ctx: Context, wish: Wish): Promise<BookingView | null> {
  const { resourceId, title, isTitlePublic } = wish;
  const slot = { resourceId, ...slotOfWish(wish), forPersonId: null };
  const answer = await quoteSlot(ctx, slot);
  if (!answer.isBookable) return null;
  return bookResource(ctx, {
    ...slot,
    title,
    isTitlePublic,
    expectedTotalMinor: answer.quote.totalMinor,
    idempotencyKey: newId(),
  });
}

export function slotOfWish({ start, minutes }: Pick<Wish, "start" | "minutes">): { startsAt: string; endsAt: string } {
  return { startsAt: formatInstant(start), endsAt: formatInstant(start + minutes * MINUTE_MS) };
}
