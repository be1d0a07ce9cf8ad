import type { Context, Sql } from "@working-social/db";
import { formatInstant, newId, notAllowed } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { claimSpan } from "../../rules/limits.ts";
import { paymentFor } from "../../rules/payment.ts";
import { costsSomething } from "../../rules/quote.ts";
import { loadSituation } from "../../situation/queries/load-situation.ts";
import { bookingView } from "../queries/booking-row.ts";
import { claimUnits } from "./claim-units.ts";
import { decideForGood } from "./decide-for-good.ts";
import { requireMayHold } from "./hold-limits.ts";
import type { Placement } from "./new-booking.ts";
import { newBooking, paidBooking, placedRow } from "./new-booking.ts";
import { payOrHold } from "./pay-for-booking.ts";
import { cannotBook, requirePrice } from "../rules/refusals.ts";
import type { BookingView } from "../schema.ts";
import type { NewBooking } from "./write-booking.ts";
import { insertBooking } from "./write-booking.ts";

/**
 * Makes a booking, or with no expected price a hold: the rules decide, then the database does, by claiming the units in
 * the statement that writes the booking; its credits are taken (or held), and the rest is charged, in the same
 * transaction. Refuses with cannot_book, price_changed, and not_allowed for a suspended person.
 */
export async function placeBooking(tx: Sql, scope: Context, placement: Placement): Promise<BookingView> {
  const { resourceId, slot, booker, expectedTotalMinor } = placement;
  const loaded = await loadSituation(tx, scope, { resourceId, personId: booker.personId, span: slot });
  if (loaded.isSuspended) throw notAllowed("book");
  if (expectedTotalMinor === null) await requireMayHold(tx, scope, { resourceId, personId: booker.personId, slot });
  const asked = { resource: loaded.resource, slot, isStaffActing: booker.isStaffActing, replacesBookingId: null };
  const { situation, decision, wish } = await decideForGood(tx, scope, loaded, asked);
  if (decision.refusals.length > 0) throw cannotBook(decision.refusals);
  if (expectedTotalMinor !== null) requirePrice(decision.quote, expectedTotalMinor);
  const { locationId } = loaded.resource;
  const booking = newBooking(placement, decision, { locationId, teamId: situation.person.teamId, now: wish.now });
  const bookingId = newId();
  const claim = { bookingId, resource: loaded.resource, span: claimSpan(decision.limits, slot), preferredUnitId: null };
  const unitIds = await claimUnits(tx, scope, claim, insertBooking(booking));
  if (!unitIds) throw cannotBook([{ code: "slot_taken" }]);
  if (costsSomething(booking.quote)) {
    const payment = paymentFor(situation, loaded.resource, slot, booking.quote);
    const paid = paidBooking(bookingId, booking, { resource: loaded.resource, situation });
    await payOrHold(tx, scope, paid, payment, booking.holdExpiresAt);
  }
  await recordPlacement(tx, scope, bookingId, placement, booking);
  return bookingView(placedRow(bookingId, booking, { ...loaded, situation }, unitIds), scope);
}

function recordPlacement(
  tx: Sql,
  scope: Context,
  bookingId: string,
  { resourceId }: Placement,
  booking: NewBooking,
): Promise<void> {
  const { status, slot, personId, quote } = booking;
  const times = { startsAt: formatInstant(slot.start), endsAt: formatInstant(slot.end) };
  return emit(tx, scope, {
    name: status === "held" ? "booking.held" : "booking.created",
    subjectType: "booking",
    subjectId: bookingId,
    data: { resourceId, personId, ...times, status, totalMinor: quote.totalMinor, currency: quote.currency },
  });
}
