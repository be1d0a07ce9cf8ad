import type { Sql } from "@working-social/db";
import { recordAudit } from "@working-social/db";
import type { EpochMs, Interval, Scope } from "@working-social/kernel";
import { formatInstant, newId, notAllowed, parseInstant } from "@working-social/kernel";
import type { ResourceView } from "../resources/schema.ts";
import { claimSpan } from "../rules/limits.ts";
import { loadSituation } from "../situation/load-situation.ts";
import { lockLimits } from "../situation/lock-limits.ts";
import type { Booker } from "./access.ts";
import { bookingView } from "./booking-row.ts";
import type { BookingRow } from "./booking-row.ts";
import { claimUnits } from "./claim-units.ts";
import type { Decision, Wish } from "./decide.ts";
import { decide } from "./decide.ts";
import { cannotBook, requirePrice } from "./refusals.ts";
import type { BookingView } from "./schema.ts";
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
 * the statement that writes the booking. Refuses with cannot_book, price_changed, and
 * not_allowed for a suspended person.
 */
export async function placeBooking(tx: Sql, scope: Scope, placement: Placement): Promise<BookingView> {
  const { resourceId, slot, booker, expectedTotalMinor } = placement;
  const loaded = await loadSituation(tx, scope, { resourceId, personId: booker.personId, span: slot });
  if (loaded.isSuspended) throw notAllowed("book");
  const wish: Wish = {
    resource: loaded.resource,
    slot,
    now: scope.clock.now(),
    isStaffActing: booker.isStaffActing,
    replacesBookingId: null,
  };
  const decision = decide(loaded.situation, wish);
  const situation = booker.isStaffActing
    ? loaded.situation
    : await lockLimits(tx, scope, loaded.situation, decision.limits);
  const refusals = situation === loaded.situation ? decision.refusals : decide(situation, wish).refusals;
  if (refusals.length > 0) throw cannotBook(refusals);
  if (expectedTotalMinor !== null) requirePrice(decision.quote, expectedTotalMinor);
  const { locationId } = loaded.resource;
  const booking = newBooking(placement, decision, { locationId, teamId: situation.person.teamId, now: wish.now });
  const bookingId = newId();
  const claim = { bookingId, resource: loaded.resource, span: claimSpan(decision.limits, slot), preferredUnitId: null };
  const unitIds = await claimUnits(tx, scope, claim, insertBooking(booking));
  if (!unitIds) throw cannotBook([{ code: "slot_taken" }]);
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
  scope: Scope,
  bookingId: string,
  { resourceId }: Placement,
  booking: NewBooking,
): Promise<void> {
  const { status, slot, personId, quote } = booking;
  const times = { startsAt: formatInstant(slot.start), endsAt: formatInstant(slot.end) };
  return recordAudit(tx, scope, {
    action: status === "held" ? "booking.hold" : "booking.create",
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
  const { locationId, personId, teamId, status, slot, title, isTitlePublic, holdExpiresAt, quote, now } = booking;
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
    reason: null,
    createdAt: now,
    currency,
    subtotalMinor,
    taxMinor,
    totalMinor,
    lines,
    policy,
    unitNames: resource.units.filter((unit) => unitIds.includes(unit.id)).map((unit) => unit.name),
  };
}
