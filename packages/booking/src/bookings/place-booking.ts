import type { Context, Sql } from "@working-social/db";
import type { EpochMs, Interval } from "@working-social/kernel";
import { formatInstant, newId, notAllowed, parseInstant } from "@working-social/kernel";
import { emit } from "../events.ts";
import type { ResourceView } from "../resources/schema.ts";
import { creditsOfLines } from "../rules/credit-line.ts";
import { claimSpan } from "../rules/limits.ts";
import { paymentFor } from "../rules/payment.ts";
import type { BookingSituation } from "../rules/situation.ts";
import type { LoadedSituation } from "../situation/load-situation.ts";
import { loadSituation } from "../situation/load-situation.ts";
import { lockCredits } from "../situation/lock-credits.ts";
import { lockLimits } from "../situation/lock-limits.ts";
import type { Booker } from "./access.ts";
import { bookingView } from "./booking-row.ts";
import type { BookingRow } from "./booking-row.ts";
import { claimUnits } from "./claim-units.ts";
import type { Decision, Wish } from "./decide.ts";
import { decide } from "./decide.ts";
import { requireMayHold } from "./hold-limits.ts";
import type { PaidBooking } from "./paid-booking.ts";
import { holdForBooking, payForBooking } from "./pay-for-booking.ts";
import { cannotBook, requirePrice } from "./refusals.ts";
import type { BookingView } from "./schema.ts";
import type { QuoteView } from "../rules/quote-view.ts";
import type { NewBooking } from "./write-booking.ts";
import { insertBooking } from "./write-booking.ts";

export interface Placement {
  resourceId: string;
  slot: Interval;
  booker: Booker;
  title: string;
  isTitlePublic: boolean;
  /** null for a hold: its price is seen with the hold, and confirmed later. */
  expectedTotalMinor: number | null;
}

const MINUTE_MS = 60_000;

export function slotOf(input: { startsAt: string; endsAt: string }): Interval {
  return { start: parseInstant(input.startsAt), end: parseInstant(input.endsAt) };
}

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
  await pay(tx, scope, paidBooking(bookingId, booking, loaded.resource), situation, wish, booking);
  await recordPlacement(tx, scope, bookingId, placement, booking);
  const { location } = situation;
  return bookingView(
    {
      ...rowOf(booking, loaded.resource, unitIds),
      id: bookingId,
      locationName: location.name,
      timeZone: location.timeZone,
      locationCurrency: location.currency,
      personName: loaded.personName,
    },
    scope,
  );
}

/**
 * Decides again with what is locked: whoever books for the same people, or with the same credits, waits. The clock is read
 * again after the wait: what passed while one waited has passed.
 */
async function decideForGood(
  tx: Sql,
  ctx: Context,
  loaded: LoadedSituation,
  asked: Omit<Wish, "now">,
): Promise<{ situation: BookingSituation; decision: Decision; wish: Wish }> {
  const wish = { ...asked, now: ctx.clock.now() };
  const first = decide(loaded.situation, wish);
  let situation = loaded.situation;
  if (!wish.isStaffActing) situation = await lockLimits(tx, ctx, situation, first.limits);
  if (costsSomething(first.quote)) {
    const { needsOpening } = loaded;
    situation = await lockCredits(tx, ctx, situation, { span: wish.slot, exceptBookingId: null, needsOpening });
  }
  if (situation === loaded.situation) return { situation, decision: first, wish };
  const later = { ...asked, now: ctx.clock.now() };
  return { situation, decision: decide(situation, later), wish: later };
}

/** Money or credits: what is free asks nothing of the ledger. */
export function costsSomething({ totalMinor, lines }: Pick<QuoteView, "totalMinor" | "lines">): boolean {
  return totalMinor > 0 || creditsOfLines(lines).length > 0;
}

async function pay(
  tx: Sql,
  ctx: Context,
  paid: PaidBooking,
  situation: BookingSituation,
  { resource, slot }: Wish,
  { quote, holdExpiresAt }: NewBooking,
): Promise<void> {
  if (!costsSomething(quote)) return;
  const payment = paymentFor(situation, resource, slot, quote);
  if (holdExpiresAt === null) await payForBooking(tx, ctx, paid, payment);
  else await holdForBooking(tx, ctx, paid, payment, holdExpiresAt);
}

function paidBooking(
  id: string,
  { personId, teamId, slot, quoteId, quote }: NewBooking,
  resource: ResourceView,
): PaidBooking {
  return {
    id,
    personId,
    teamId,
    resourceId: resource.id,
    resourceName: resource.name,
    resourceKind: resource.kind,
    locationId: resource.locationId,
    startsAt: slot.start,
    quoteId,
    currency: quote.currency,
  };
}

function newBooking(
  placement: Placement,
  { limits, quote }: Decision,
  at: { locationId: string; teamId: string | null; now: EpochMs },
): NewBooking {
  const { slot, booker, title, isTitlePublic } = placement;
  const isHold = placement.expectedTotalMinor === null;
  return {
    ...at,
    personId: booker.personId,
    status: isHold ? "held" : quote.needsApproval ? "pending_approval" : "confirmed",
    slot,
    title,
    isTitlePublic,
    holdExpiresAt: isHold ? at.now + limits.holdMinutes * MINUTE_MS : null,
    quoteId: newId(),
    quote,
  };
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

/** What `readBooking` would read now: all of it is known already. */
function rowOf(
  booking: NewBooking,
  resource: ResourceView,
  unitIds: string[],
): Omit<BookingRow, "id" | "locationName" | "timeZone" | "locationCurrency" | "personName"> {
  const { locationId, personId, teamId, status, slot, title, isTitlePublic, holdExpiresAt, quoteId, quote, now } =
    booking;
  const { currency, subtotalMinor, taxMinor, totalMinor, lines, policy } = quote;
  return {
    status,
    locationId,
    resourceId: resource.id,
    resourceName: resource.name,
    resourceKind: resource.kind,
    floor: resource.floor,
    assignment: resource.assignment,
    personId,
    teamId,
    startsAt: slot.start,
    endsAt: slot.end,
    title,
    isTitlePublic,
    holdExpiresAt,
    sequence: 0,
    cancelledAt: null,
    cancellationFeeMinor: null,
    cancellationFeeCredits: null,
    feeWaivedBecause: null,
    reason: null,
    requestedAt: status === "pending_approval" ? now : null,
    createdAt: now,
    quoteId,
    currency,
    subtotalMinor,
    taxMinor,
    totalMinor,
    lines,
    policy,
    unitNames: resource.units.filter((unit) => unitIds.includes(unit.id)).map((unit) => unit.name),
  };
}
