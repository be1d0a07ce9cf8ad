import type { EpochMs, Interval } from "@working-social/kernel";
import { newId } from "@working-social/kernel";
import type { ResourceView } from "../../resources/schema.ts";
import type { LoadedSituation } from "../../situation/queries/load-situation.ts";
import type { Booker } from "../rules/access.ts";
import type { BookingRow } from "../queries/booking-row.ts";
import type { Decision } from "../rules/decide.ts";
import type { PaidBooking } from "./paid-booking.ts";
import type { NewBooking } from "./write-booking.ts";

/** A booking as somebody wants it placed. */
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

/** What is written of a placement, as it was decided. */
export function newBooking(
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

/** As far as paying goes. */
export function paidBooking(
  id: string,
  { personId, teamId, slot, quoteId, quote }: NewBooking,
  { resource, situation }: Pick<LoadedSituation, "situation"> & { resource: ResourceView },
): PaidBooking {
  return {
    id,
    personId,
    teamId,
    resourceId: resource.id,
    resourceName: resource.name,
    resourceKind: resource.kind,
    locationId: resource.locationId,
    timeZone: situation.location.timeZone,
    startsAt: slot.start,
    endsAt: slot.end,
    quoteId,
    currency: quote.currency,
  };
}

/** Where it was placed, and for whom. */
type Placed = Pick<LoadedSituation, "situation" | "personName"> & { resource: ResourceView };

/** What `readBooking` would read now: all of it is known already. */
export function placedRow(
  id: string,
  booking: NewBooking,
  { resource, situation, personName }: Placed,
  unitIds: string[],
): BookingRow {
  const { locationId, personId, teamId, status, slot, title, isTitlePublic, holdExpiresAt, quoteId, quote, now } =
    booking;
  const { currency, subtotalMinor, taxMinor, totalMinor, lines, policy } = quote;
  const { location } = situation;
  return {
    id,
    status,
    locationId,
    locationName: location.name,
    timeZone: location.timeZone,
    locationCurrency: location.currency,
    resourceId: resource.id,
    resourceName: resource.name,
    resourceKind: resource.kind,
    floor: resource.floor,
    assignment: resource.assignment,
    personId,
    personName,
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
