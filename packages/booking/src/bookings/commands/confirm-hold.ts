import type { Context, Sql } from "@working-social/db";
import { inTransaction, once, timestamp } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { authorize, formatInstant } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { hasCreditsFor } from "../../rules/credit-line.ts";
import { limitsFor } from "../../rules/limits.ts";
import { paymentFor } from "../../rules/payment.ts";
import type { QuoteView } from "../../rules/quote-view.ts";
import { costsSomething } from "../../rules/quote.ts";
import type { ResourceView } from "../../resources/schema.ts";
import type { BookingSituation } from "../../rules/situation.ts";
import { loadSituation } from "../../situation/queries/load-situation.ts";
import { lockSituation } from "../../situation/steps/lock-situation.ts";
import { bookingError } from "../../errors.ts";
import { requireOwnerOrManager } from "../rules/access.ts";
import type { BookingRow } from "../queries/booking-row.ts";
import { bookingView, lockBooking, quoteOf, readBooking } from "../queries/booking-row.ts";
import { slotOfRow } from "../steps/decide-change.ts";
import { payForHold, payFromLateCredits } from "../steps/pay-for-booking.ts";
import { decide } from "../rules/decide.ts";
import { cannotBook, requirePrice, wrongState } from "../rules/refusals.ts";
import type { BookingView, ConfirmHoldInput } from "../schema.ts";

/**
 * Makes a hold a booking, at the price that was agreed with the hold: the credits that it held are taken, the rest is
 * charged. Refuses with hold_expired, price_changed, wrong_state, not_found, and cannot_book when it needs approval and its
 * time has begun.
 */
export async function confirmHold(ctx: Context, input: ConfirmHoldInput): Promise<BookingView> {
  authorize(ctx, ...confirmHold.needs);
  const request = { key: input.idempotencyKey, procedure: "bookings.confirmHold", input };
  return inTransaction(ctx, (tx) => once(tx, ctx, request, () => confirm(tx, ctx, input)));
}
confirmHold.needs = ["useSpace"] as const;

async function confirm(tx: Sql, ctx: Context, input: ConfirmHoldInput): Promise<BookingView> {
  const seen = await readBooking(tx, ctx, input.bookingId);
  const isStaffActing = requireOwnerOrManager(ctx, seen);
  const { situation, resource, hold } = await lockHold(tx, ctx, seen);
  const { needsApproval, lines } = decideHold(situation, resource, hold, { isStaffActing, now: ctx.clock.now() });
  const quote = quoteOf(hold);
  if (quote) requirePrice({ ...quote, needsApproval }, input.expectedTotalMinor);
  await pay(tx, ctx, hold, { situation, resource, saves: lines.some((line) => line.kind === "credit") });
  const status = needsApproval ? "pending_approval" : "confirmed";
  await tx.query(
    `UPDATE bookings SET status = $3::booking_status, hold_expires_at = NULL, title = $4, is_title_public = $5, changed_at = $6
     WHERE organization_id = $1 AND id = $2`,
    [ctx.organizationId, hold.id, status, input.title, input.isTitlePublic, timestamp(ctx.clock.now())],
  );
  await emit(tx, ctx, {
    name: "booking.created",
    subjectType: "booking",
    subjectId: hold.id,
    data: {
      personId: hold.personId,
      resourceId: hold.resourceId,
      startsAt: formatInstant(hold.startsAt),
      endsAt: formatInstant(hold.endsAt),
      status,
      totalMinor: hold.totalMinor,
      currency: hold.currency,
    },
  });
  return bookingView(await readBooking(tx, ctx, hold.id), ctx);
}

/**
 * Locks everything that the hold counts in, then reads the clock: people and their limits first, then credits, then the
 * booking, in the order of whoever books and ends old holds on the way. Whoever waits for a limit either finds the hold
 * confirmed, or has come first, and then the hold is over: in its last moment it never counts as neither.
 */
async function lockHold(
  tx: Sql,
  ctx: Context,
  seen: BookingRow,
): Promise<{ situation: BookingSituation; resource: ResourceView; hold: BookingRow }> {
  const [{ resourceId, personId, id }, span] = [seen, slotOfRow(seen)];
  const loaded = await loadSituation(tx, ctx, { resourceId, personId, span, exceptBookingId: id });
  const quote = quoteOf(seen);
  const situation = await lockSituation(tx, ctx, loaded, {
    span,
    exceptBookingId: id,
    limits: limitsFor(loaded.situation, loaded.resource),
    paysWithCredits: personId !== null && quote !== null && costsSomething(quote),
  });
  const hold = await lockBooking(tx, ctx, id);
  requireRunningHold(hold, ctx.clock.now());
  return { situation, resource: loaded.resource, hold };
}

/** What the rules say to it now, as to any booking; all but the approval was settled when it was held. */
function decideHold(
  situation: BookingSituation,
  resource: ResourceView,
  hold: BookingRow,
  by: { isStaffActing: boolean; now: EpochMs },
): QuoteView {
  const { refusals, quote } = decide(situation, { resource, slot: slotOfRow(hold), replacesBookingId: hold.id, ...by });
  const tooLate = refusals.filter(({ code }) => code === "too_late_for_approval");
  if (tooLate.length > 0) throw cannotBook(tooLate);
  return quote;
}

function requireRunningHold(hold: BookingRow, now: number): void {
  const isOver = hold.holdExpiresAt !== null && hold.holdExpiresAt <= now;
  if (hold.status === "expired" || (hold.status === "held" && isOver)) throw bookingError({ code: "hold_expired" });
  if (hold.status !== "held") throw wrongState(hold.status, "confirm");
}

/** Credits that have come since the price was agreed pay at once, as late ones do. */
async function pay(
  tx: Sql,
  ctx: Context,
  hold: BookingRow,
  { situation, resource, saves }: { situation: BookingSituation; resource: ResourceView; saves: boolean },
): Promise<void> {
  const quote = quoteOf(hold);
  if (!quote || !costsSomething(quote)) return;
  const slot = slotOfRow(hold);
  const payment = paymentFor(saves ? { ...situation, lots: [] } : situation, resource, slot, quote);
  await payForHold(tx, ctx, hold, payment);
  if (payment.uncovered && hasCreditsFor(situation, resource, slot)) await payFromLateCredits(tx, ctx, hold);
}
