import { bookResource, cancelBooking, previewCancellation, quoteSlot } from "@working-social/booking";
import type { BookingView } from "@working-social/booking/schema";
import type { Context } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { formatInstant, newId } from "@working-social/kernel";
import type { ContextOf } from "./space.ts";
import { creditsOf } from "./space.ts";
import type { Happening } from "./timeline.ts";
import type { Wish } from "./wishes.ts";

const MINUTE_MS = 60_000;

/** A booking that somebody makes at some time, and perhaps thinks better of later. */
export interface Visit {
  wish: Wish;
  madeAt: EpochMs;
  cancelled?: { at: EpochMs; reason: string };
}

/**
 * Visits as they happen, through the product's own commands, rules and prices included, so that the demo can't hold what
 * the product would refuse. `onBooked` hears of each that could be booked.
 */
export function visiting(contextOf: ContextOf, visits: readonly Visit[], onBooked: () => void): Happening[] {
  return visits.flatMap(({ wish, madeAt, cancelled }) => {
    const credits = creditsOf(wish.person);
    let booking: BookingView | null = null;
    const made: Happening = {
      at: madeAt,
      credits,
      run: async () => {
        booking = await book(contextOf(wish.person, madeAt), wish);
        if (booking) onBooked();
      },
    };
    if (!cancelled) return [made];
    const { at, reason } = cancelled;
    const run = async () => {
      if (booking) await cancel(contextOf(wish.person, at), booking.id, reason);
    };
    return [made, { at, credits, run }];
  });
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

/** Looks at what it costs and what comes back, and agrees to that. */
export async function cancel(ctx: Context, bookingId: string, reason: string): Promise<void> {
  const { feeMinor, credits } = await previewCancellation(ctx, { bookingId });
  await cancelBooking(ctx, {
    bookingId,
    reason,
    expectedFeeMinor: feeMinor,
    expectedKept: credits.flatMap(({ unit, kept }) => (kept > 0 ? [{ unit, quantity: kept }] : [])),
    idempotencyKey: newId(),
  });
}

export function slotOfWish({ start, minutes }: Pick<Wish, "start" | "minutes">): { startsAt: string; endsAt: string } {
  return { startsAt: formatInstant(start), endsAt: formatInstant(start + minutes * MINUTE_MS) };
}
