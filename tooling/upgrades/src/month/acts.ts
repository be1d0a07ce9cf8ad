import { randomUUID } from "node:crypto";
import type { BookingView, QuoteView } from "@working-social/booking/schema";
import { addDays, formatInstant, fromLocal, weekdayOf } from "@working-social/kernel";
import type { Portal } from "../portal.ts";

const ZONE = "America/New_York";
const MINUTE_MS = 60_000;
/** Days that are tried when the rooms of one are taken. */
const DAYS_TRIED = 8;

export const key = (): string => randomUUID();

/** The first that is meant; a month in which something is missing would be a fixture that shows less than it says. */
export function theOne<Item>(items: readonly Item[], isMeant: (item: Item) => boolean, what: string): Item {
  const found = items.find(isMeant);
  if (found === undefined) throw new Error(`There is no ${what}.`);
  return found;
}

export interface Wish {
  resourceId: string;
  /** The first day to try, and the hours of the wall clock. */
  date: string;
  hours?: readonly number[];
  minutes: number;
  title?: string;
  forPersonId?: string;
}

interface Slot {
  startsAt: string;
  endsAt: string;
}

/** The first slot from that day on for which a question is answered with something. */
async function firstSlot<Answer>(
  { date, hours = [9, 10, 11, 12, 13, 14, 15, 16], minutes }: Pick<Wish, "date" | "hours" | "minutes">,
  ask: (slot: Slot) => Promise<Answer | null>,
): Promise<{ slot: Slot; answer: Answer }> {
  for (let day = 0; day < DAYS_TRIED; day++) {
    const tried = addDays(date, day);
    if (weekdayOf(tried) > 5) continue;
    for (const hour of hours) {
      const start = fromLocal(tried, hour * 60, ZONE);
      const slot = { startsAt: formatInstant(start), endsAt: formatInstant(start + minutes * MINUTE_MS) };
      const answer = await ask(slot);
      if (answer !== null) return { slot, answer };
    }
  }
  throw new Error(`Nothing is free for ${minutes} minutes from ${date} on.`);
}

/** Looks at the price and agrees to it, on the first slot from that day on that can be booked. */
export async function book(portal: Portal, wish: Wish): Promise<BookingView> {
  const { resourceId, title = "", forPersonId = null } = wish;
  const { slot, answer } = await firstSlot(wish, async (asked) => {
    const quoted = await portal.bookings.quote.query({ resourceId, ...asked, forPersonId });
    return quoted.isBookable ? quoted.quote : null;
  });
  const agreed = { title, isTitlePublic: title !== "", expectedTotalMinor: answer.totalMinor, idempotencyKey: key() };
  return portal.bookings.book.mutate({ resourceId, ...slot, forPersonId, ...agreed });
}

export async function hold(portal: Portal, wish: Wish): Promise<BookingView> {
  const { resourceId } = wish;
  const { slot } = await firstSlot(wish, async (asked) => {
    const quoted = await portal.bookings.quote.query({ resourceId, ...asked, forPersonId: null });
    return quoted.isBookable ? quoted.quote : null;
  });
  return portal.bookings.hold.mutate({ resourceId, ...slot, idempotencyKey: key() });
}

/** Another slot, or another room, for what is booked already. */
export async function change(portal: Portal, booking: BookingView, wish: Wish): Promise<BookingView> {
  const { resourceId } = wish;
  const { slot, answer } = await firstSlot(wish, async (asked) => {
    const quoted = await portal.bookings.quoteChange.query({ bookingId: booking.id, resourceId, ...asked });
    return quoted.isBookable ? quoted.quote : null;
  });
  const { id: bookingId, sequence } = booking;
  const agreed = { expectedTotalMinor: answer.totalMinor, expectedKept: keptBy(answer), idempotencyKey: key() };
  return portal.bookings.change.mutate({ bookingId, resourceId, ...slot, sequence, ...agreed });
}

function keptBy({ lines }: QuoteView) {
  return lines.flatMap((line) => (line.kind === "kept_credits" ? [{ unit: line.unit, quantity: line.quantity }] : []));
}

export async function cancel(
  portal: Portal,
  { id: bookingId }: BookingView,
  reason: string,
  waiveFeeBecause?: string,
): Promise<BookingView> {
  const { feeMinor, credits } = await portal.bookings.previewCancellation.query({ bookingId });
  const isWaived = waiveFeeBecause !== undefined;
  return portal.bookings.cancel.mutate({
    bookingId,
    reason,
    expectedFeeMinor: feeMinor,
    expectedKept: credits.flatMap(({ unit, kept }) => (kept > 0 ? [{ unit, quantity: kept }] : [])),
    ...(isWaived ? { waiveFeeBecause } : {}),
    idempotencyKey: key(),
  });
}
