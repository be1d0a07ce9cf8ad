import type { Context, Sql } from "@working-social/db";
import { inTransaction, once, read, timestamp } from "@working-social/db";
import type { Interval } from "@working-social/kernel";
import { authorize, formatInstant, newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import type { ResourceView } from "../../resources/schema.ts";
import { creditsOfLines } from "../../rules/credit-line.ts";
import { claimSpan } from "../../rules/limits.ts";
import { paymentFor } from "../../rules/payment.ts";
import { requireOwnerOrManager } from "../rules/access.ts";
import type { BookingRow } from "../queries/booking-row.ts";
import { bookingView, lockBooking, readBooking } from "../queries/booking-row.ts";
import { claimUnits } from "../steps/claim-units.ts";
import type { ChangeDecision } from "../steps/decide-change.ts";
import { decideChange, movesSlot } from "../steps/decide-change.ts";
import type { PaidBooking } from "../steps/paid-booking.ts";
import { refundBooking, consumeKeptCredits } from "../steps/refund-booking.ts";
import { payDifference, payForBooking } from "../steps/pay-for-booking.ts";
import { slotOf } from "../../shared.ts";
import { changedMeanwhile } from "../../errors.ts";
import { cannotBook, requirePrice, withSuggestions, wrongState } from "../rules/refusals.ts";
import type { BookingView, ChangeBookingInput } from "../schema.ts";
import { suggestSlots } from "../queries/suggest-slots.ts";
import { updateBooking } from "../steps/write-booking.ts";

/**
 * Moves, extends or shortens a booking, takes it to another resource, or retitles it; its id stays. The new claims replace
 * the old ones in one transaction, and so does what is paid: when they can't be had, everything is as before. Refuses like `bookResource`, and with
 * changed_meanwhile when the sequence that the person saw is not the booking's any more, and wrong_state.
 */
export async function changeBooking(ctx: Context, input: ChangeBookingInput): Promise<BookingView> {
  authorize(ctx, ...changeBooking.needs);
  const asked = askedOf(input);
  const request = { key: input.idempotencyKey, procedure: "bookings.change", input };
  return withSuggestions(
    async () => {
      const { personId } = await readBooking(read(ctx), ctx, input.bookingId);
      return asked ? suggestSlots(ctx, { ...asked, personId, replacesBookingId: input.bookingId }) : [];
    },
    () => inTransaction(ctx, (tx) => once(tx, ctx, request, () => change(tx, ctx, input, asked))),
  );
}
changeBooking.needs = ["useSpace"] as const;

interface Asked {
  resourceId: string;
  slot: Interval;
}

/** The slot as it should become; null: as it is. */
function askedOf({ resourceId, startsAt, endsAt }: ChangeBookingInput): Asked | null {
  if (resourceId === undefined || startsAt === undefined || endsAt === undefined) return null;
  return { resourceId, slot: slotOf({ startsAt, endsAt }) };
}

/** Everything as it should become: what the input doesn't say is what the booking is. */
interface Change extends Asked, Pick<ChangeBookingInput, "expectedTotalMinor" | "expectedKept"> {
  title: string;
  isTitlePublic: boolean;
}

function changeOf(row: BookingRow, input: ChangeBookingInput, asked: Asked | null): Change {
  const { title = row.title, isTitlePublic = row.isTitlePublic, expectedTotalMinor, expectedKept } = input;
  const target = asked ?? { resourceId: row.resourceId, slot: { start: row.startsAt, end: row.endsAt } };
  return { ...target, title, isTitlePublic, expectedTotalMinor, expectedKept };
}

async function change(tx: Sql, ctx: Context, input: ChangeBookingInput, asked: Asked | null): Promise<BookingView> {
  const row = await lockBooking(tx, ctx, input.bookingId);
  const isStaffActing = requireOwnerOrManager(ctx, row);
  if (input.sequence !== row.sequence) throw changedMeanwhile();
  const wanted = changeOf(row, input, asked);
  if (movesSlot(row, wanted.resourceId, wanted.slot)) await move(tx, ctx, row, wanted, isStaffActing);
  else await retitle(tx, ctx, row, wanted);
  const changed = await readBooking(tx, ctx, row.id);
  await sayChanged(tx, ctx, row, changed);
  return bookingView(changed, ctx);
}

/** Other words for the same slot: no new price, no policy. */
async function retitle(tx: Sql, ctx: Context, row: BookingRow, wanted: Change): Promise<void> {
  if (row.status !== "confirmed" && row.status !== "pending_approval") throw wrongState(row.status, "change");
  await tx.query(
    `UPDATE bookings SET title = $3, is_title_public = $4, sequence = sequence + 1, changed_at = $5
     WHERE organization_id = $1 AND id = $2`,
    [ctx.organizationId, row.id, wanted.title, wanted.isTitlePublic, timestamp(ctx.clock.now())],
  );
}

async function move(tx: Sql, ctx: Context, row: BookingRow, wanted: Change, isStaffActing: boolean): Promise<void> {
  const { slot } = wanted;
  const asked = { resourceId: wanted.resourceId, slot };
  const decision = await decideChange(tx, ctx, row, asked, { isStaffActing, isLocking: true });
  if (decision.refusals.length > 0) throw cannotBook(decision.refusals);
  requirePrice(decision.quote, wanted.expectedTotalMinor, wanted.expectedKept);
  const { wish, quote, limits, situation, cost } = decision;
  const { now } = wish;
  const isRunning = row.startsAt <= now;
  const refunds = await refundBooking(
    tx,
    ctx,
    row,
    "changed",
    isRunning ? { feeMinor: 0, credits: creditsOfLines(quote.lines) } : undefined,
  );
  // Released, then claimed anew, so that a booking never stands in its own way; the history of its claims stays.
  const released = await tx.query<{ unitId: string }>(
    `UPDATE claims SET released_at = $3 WHERE organization_id = $1 AND booking_id = $2 AND released_at IS NULL RETURNING unit_id AS "unitId"`,
    [ctx.organizationId, row.id, timestamp(now)],
  );
  const quoteId = newId();
  const changed = updateBooking({
    locationId: wish.resource.locationId,
    status: statusAfter(row, decision),
    slot,
    title: wanted.title,
    isTitlePublic: wanted.isTitlePublic,
    quoteId,
    quote,
    now,
  });
  const preferredUnitId = released[0]?.unitId ?? null;
  const claim = { bookingId: row.id, resource: wish.resource, span: claimSpan(limits, slot), preferredUnitId };
  if (!(await claimUnits(tx, ctx, claim, changed))) throw cannotBook([{ code: "slot_taken" }]);
  const payment = paymentFor(situation, wish.resource, slot, quote);
  const paid = paidAfter(row, wish.resource, slot, { quoteId, quote, situation });
  if (isRunning) return payDifference(tx, ctx, paid, payment, cost);
  await payForBooking(tx, ctx, paid, payment);
  await consumeKeptCredits(tx, ctx, row, { kept: payment.keptCredits, promised: cost.promised, refunds });
}

function paidAfter(
  row: BookingRow,
  resource: ResourceView,
  slot: Interval,
  { quoteId, quote, situation }: Pick<ChangeDecision, "quote" | "situation"> & { quoteId: string },
): PaidBooking {
  const { id, personId, teamId } = row;
  const { id: resourceId, name: resourceName, kind: resourceKind, locationId } = resource;
  return {
    id,
    personId,
    teamId,
    resourceId,
    resourceName,
    resourceKind,
    locationId,
    timeZone: situation.location.timeZone,
    startsAt: slot.start,
    endsAt: slot.end,
    quoteId,
    currency: quote.currency,
  };
}

/** What a manager has approved once stays approved as long as it takes no more than that; staff approve by acting. */
function statusAfter(row: BookingRow, { wish, quote, isWithin }: ChangeDecision): "confirmed" | "pending_approval" {
  if (isWithin || wish.isStaffActing) return row.status === "pending_approval" ? "pending_approval" : "confirmed";
  return quote.needsApproval ? "pending_approval" : "confirmed";
}

function sayChanged(tx: Sql, ctx: Context, before: BookingRow, after: BookingRow): Promise<void> {
  return emit(tx, ctx, {
    name: "booking.changed",
    subjectType: "booking",
    subjectId: before.id,
    data: {
      personId: before.personId,
      from: placeOf(before),
      to: placeOf(after),
      changes:
        before.isTitlePublic === after.isTitlePublic
          ? {}
          : { isTitlePublic: [before.isTitlePublic, after.isTitlePublic] },
    },
    personal: { changes: before.title === after.title ? {} : { title: [before.title, after.title] } },
  });
}

function placeOf({ resourceId, startsAt, endsAt, status }: BookingRow) {
  return { resourceId, startsAt: formatInstant(startsAt), endsAt: formatInstant(endsAt), status };
}
