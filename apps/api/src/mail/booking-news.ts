import type { BookingNews, TellOfBooking } from "@working-social/booking";
import * as booking from "@working-social/booking";
import type { BookingView, CancelByHouseInput } from "@working-social/booking/schema";
import type { Context } from "@working-social/db";
import type { BookingFacts, Message } from "@working-social/notify";
import {
  cancelledByHouseMessage,
  enqueueMail,
  requestExpiredMessage,
  requestMissedMessage,
  requestReminderMessage,
} from "@working-social/notify";
import type { Jobs, Services } from "../services.ts";

interface Recipient {
  name: string;
  email: string;
}

const APPROVERS = `SELECT name, email FROM people
  WHERE status = 'active' AND role IN ('owner', 'community_manager', 'front_desk') AND id IS DISTINCT FROM $1::uuid ORDER BY id LIMIT 50`;
/** Suspended people too: what was theirs is theirs to know. */
const OWNER = "SELECT name, email FROM people WHERE id = $1::uuid";

interface Letter {
  to: string;
  message(facts: BookingFacts, about: BookingView): Message;
}

const byName = ({ personName }: BookingView) => ({ requestedBy: personName ?? "Somebody" });

/** Who is told what of each news. */
const LETTERS: Record<BookingNews, Letter[]> = {
  request_reminder: [
    { to: APPROVERS, message: (facts, about) => requestReminderMessage({ ...facts, ...byName(about) }) },
  ],
  request_expired: [
    { to: OWNER, message: (facts) => requestExpiredMessage(facts) },
    { to: APPROVERS, message: (facts, about) => requestMissedMessage({ ...facts, ...byName(about) }) },
  ],
  cancelled_by_house: [{ to: OWNER, message: (facts, { reason }) => cancelledByHouseMessage({ ...facts, reason }) }],
};

/** Queues the mails of some news in the transaction that makes them true: both are there, or neither. */
export function tellOfBooking(jobs: Pick<Jobs, "enqueue">, publicUrl: string): TellOfBooking {
  return async (tx, _ctx, about, news) => {
    const url = `${publicUrl}/bookings/${about.id}`;
    for (const { to, message } of LETTERS[news])
      for (const { name, email } of await tx.query<Recipient>(to, [about.personId]))
        await enqueueMail(tx, jobs, message({ ...about, to: email, personName: name, url }, about));
  };
}

/** The house cancels, and tells the member why. */
export function cancelByHouse(
  { services: { jobs, env }, member }: { services: Services; member: Context },
  input: CancelByHouseInput,
): Promise<BookingView> {
  return booking.cancelByHouse(member, input, tellOfBooking(jobs, env.publicUrl));
}
