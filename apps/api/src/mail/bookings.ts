import * as booking from "@working-social/booking";
import type { BookInput, BookingView, ConfirmHoldInput } from "@working-social/booking/schema";
import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import type { BookingFacts, Message } from "@working-social/notify";
import {
  bookingApprovedMessage,
  bookingDeclinedMessage,
  bookingPendingMessage,
  enqueueMail,
} from "@working-social/notify";
import type { Services } from "../services.ts";

interface Caller {
  services: Services;
  member: Context;
}

/** Books; when that needs approval, the people who may approve are told. */
export async function bookResource(caller: Caller, input: BookInput): Promise<BookingView> {
  return tellingStaff(caller, await booking.bookResource(caller.member, input));
}

export async function confirmHold(caller: Caller, input: ConfirmHoldInput): Promise<BookingView> {
  return tellingStaff(caller, await booking.confirmHold(caller.member, input));
}

export async function approveBooking(caller: Caller, input: { bookingId: string }): Promise<BookingView> {
  return tellingMember(caller, await booking.approveBooking(caller.member, input), bookingApprovedMessage);
}

export async function declineBooking(
  caller: Caller,
  input: { bookingId: string; reason: string },
): Promise<BookingView> {
  const declined = (facts: BookingFacts) => bookingDeclinedMessage({ ...facts, reason: input.reason });
  return tellingMember(caller, await booking.declineBooking(caller.member, input), declined);
}

interface Recipient {
  name: string;
  email: string;
}

const APPROVERS = `SELECT name, email FROM people
  WHERE status = 'active' AND role IN ('owner', 'community_manager', 'front_desk') AND id <> $1 ORDER BY id LIMIT 50`;

async function tellingStaff(caller: Caller, view: BookingView): Promise<BookingView> {
  if (view.status !== "pending_approval") return view;
  const requestedBy = view.personName ?? "";
  await tell(caller, view, APPROVERS, (facts) => bookingPendingMessage({ ...facts, requestedBy }));
  return view;
}

async function tellingMember(
  caller: Caller,
  view: BookingView,
  message: (facts: BookingFacts) => Message,
): Promise<BookingView> {
  await tell(caller, view, "SELECT name, email FROM people WHERE id = $1 AND status = 'active'", message);
  return view;
}

/**
 * The decision is committed; its mail follows in a transaction of its own, so that a mail that can't be queued never
 * takes a decision back. The key keeps a repeated request from queueing it twice.
 */
async function tell(
  { services, member }: Caller,
  view: BookingView,
  recipients: string,
  message: (facts: BookingFacts) => Message,
): Promise<void> {
  const { log, jobs, env } = services;
  const url = `${env.publicUrl}/bookings/${view.id}`;
  try {
    await inTransaction(member, async (tx) => {
      for (const { name, email } of await tx.query<Recipient>(recipients, [view.personId])) {
        await enqueueMail(
          tx,
          jobs,
          message({ ...view, to: email, personName: name, url }),
          `${view.status} ${view.id} ${email}`,
        );
      }
    });
  } catch (error) {
    log.error({ err: error, bookingId: view.id }, "a mail about a booking could not be queued");
  }
}
