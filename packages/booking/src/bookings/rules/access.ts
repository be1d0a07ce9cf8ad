import type { Actor, Scope } from "@working-social/kernel";
import { may, notAllowed, notFound } from "@working-social/kernel";

/** Whether the actor may see and change everybody's bookings. */
export function managesBookings(actor: Actor): boolean {
  return may(actor, "manageBookings");
}

/** Whom a booking is for, and whether staff make it: only staff who act for somebody else go past the rules. */
export interface Booker {
  personId: string;
  isStaffActing: boolean;
}

/** Refuses with not_allowed when a member names somebody else, or when nobody is named and no person asks. */
export function bookerFor({ actor }: Scope, forPersonId: string | null): Booker {
  const ownId = actor.kind === "person" ? actor.personId : null;
  const personId = forPersonId ?? ownId;
  if (personId === null) throw notAllowed("book");
  if (personId === ownId) return { personId, isStaffActing: false };
  if (!managesBookings(actor)) throw notAllowed("book_for_others");
  return { personId, isStaffActing: true };
}

/**
 * Lets the owner and staff pass. For all others the booking does not exist: that somebody has a booking is theirs to
 * tell. Returns whether staff act on somebody else's booking.
 */
export function requireOwnerOrManager({ actor }: Scope, booking: { personId: string | null; status: string }): boolean {
  const isOwn = actor.kind === "person" && actor.personId === booking.personId;
  if (managesBookings(actor)) return !isOwn;
  if (!isOwn || booking.status === "deleted") throw notFound("booking");
  return false;
}
