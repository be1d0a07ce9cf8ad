import type { Context, Sql } from "@working-social/db";
import { drawFrom } from "@working-social/db";
import type { Budget } from "@working-social/kernel";
import { bookingPendingMessage, requestMissedMessage, requestReminderMessage } from "@working-social/notify";
import type { EventNamed } from "../reactions/events.ts";
import type { After } from "../reactions/reaction.ts";
import { APPROVERS, bookingAt, mailAbout } from "./booking-mail.ts";

type Asking = EventNamed<"booking.created" | "booking.changed">;

/** The desk learns of what waits for its decision. */
export const askDesk: After<Asking> = {
  name: "ask-desk",
  concerns: asksTheDesk,
  async run(tx, ctx, event, means) {
    const place = event.name === "booking.created" ? event.data : event.data.to;
    if (!(await mayAskByMail(tx, ctx, event.data.personId))) return;
    const booking = await bookingAt(tx, ctx, event.subjectId, place);
    const { personName: requestedBy } = booking;
    await mailAbout(tx, means, booking, APPROVERS, (facts) => bookingPendingMessage({ ...facts, requestedBy }));
  },
};

/** Also when it was moved while it waited, or moved into a room that asks: the desk decides about another slot then. */
function asksTheDesk({ name, data }: Asking): boolean {
  if (name === "booking.created") return data.status === "pending_approval";
  const { from, to } = data;
  if (to.status !== "pending_approval") return false;
  return (
    from.status !== to.status ||
    from.resourceId !== to.resourceId ||
    from.startsAt !== to.startsAt ||
    from.endsAt !== to.endsAt
  );
}

/** More than anybody plans at a time: whoever moves a request to and fro fills no mailboxes. */
const ASKED_BY_MAIL: Budget = [
  { points: 20, perSeconds: 3_600 },
  { points: 60, perSeconds: 86_400 },
];

/** What is asked beyond that waits on the desk's board all the same, and the reminders before its time go out. */
async function mayAskByMail(tx: Sql, { clock, organizationId }: Context, personId: string | null): Promise<boolean> {
  const key = `${organizationId} ${personId}`;
  return (await drawFrom(tx, clock, [{ name: "desk-asked", key, budget: ASKED_BY_MAIL }])) === null;
}

/** A request that they have been told of still waits, and its time comes near. */
export const remindDesk: After<EventNamed<"booking.request_reminded">> = {
  name: "remind-desk",
  concerns: () => true,
  async run(tx, ctx, { subjectId }, means) {
    const booking = await bookingAt(tx, ctx, subjectId);
    // Answered or gone since then.
    if (booking.status !== "pending_approval") return;
    const { personName: requestedBy } = booking;
    await mailAbout(tx, means, booking, APPROVERS, (facts) => requestReminderMessage({ ...facts, requestedBy }));
  },
};

/** Nobody has answered a request in time: the desk learns it too. */
export const tellDeskOfMissed: After<EventNamed<"booking.request_expired">> = {
  name: "tell-desk-of-missed",
  concerns: () => true,
  async run(tx, ctx, { subjectId }, means) {
    const booking = await bookingAt(tx, ctx, subjectId);
    const { personName: requestedBy } = booking;
    await mailAbout(tx, means, booking, APPROVERS, (facts) => requestMissedMessage({ ...facts, requestedBy }));
  },
};
