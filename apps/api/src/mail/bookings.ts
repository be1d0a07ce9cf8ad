import type { BookingAct, TellAct } from "@working-social/booking";
import type { BookingView } from "@working-social/booking/schema";
import type { Context, Sql } from "@working-social/db";
import { drawFrom } from "@working-social/db";
import type { Budget } from "@working-social/kernel";
import type { BookingFacts, Message } from "@working-social/notify";
import {
  bookingApprovedMessage,
  bookingDeclinedMessage,
  bookingPendingMessage,
  enqueueMail,
} from "@working-social/notify";
import type { Services } from "../services.ts";
import { messageForMember } from "./booking-for-member.ts";

type Mailing = Pick<Services, "env" | "jobs">;

/** A resolver of a command on bookings: whom it concerns is told by mail, queued in its transaction. */
export function telling<Input, Output>(run: (ctx: Context, input: Input, tell: TellAct) => Output) {
  return ({ ctx, input }: { ctx: { services: Services; member: Context }; input: Input }): Output =>
    run(ctx.member, input, tellByMail(ctx.services));
}

/** The desk learns of what waits for its decision, and members of what others did to their bookings. */
export function tellByMail(mailing: Mailing): TellAct {
  return async (tx, ctx, news) => {
    if (asksTheDesk(news) && (await mayAskByMail(tx, ctx, news.booking))) await tellDesk(tx, mailing, news.booking);
    const message = await messageTo(tx, ctx, news);
    if (message) await send(tx, mailing, news.booking, MEMBER, message);
  };
}

/** Also when it was moved while it waited, or moved into a room that asks: the desk decides about another slot then. */
function asksTheDesk({ kind, booking, before }: BookingAct): boolean {
  if (booking.status !== "pending_approval" || (kind !== "booked" && kind !== "changed")) return false;
  if (before === null || before.status !== "pending_approval") return true;
  const isSameTime = before.startsAt === Date.parse(booking.startsAt) && before.endsAt === Date.parse(booking.endsAt);
  return !isSameTime || before.resourceName !== booking.resourceName;
}

/** More than anybody plans at a time: whoever moves a request to and fro fills no mailboxes. */
const ASKED_BY_MAIL: Budget = [
  { points: 20, perSeconds: 3_600 },
  { points: 60, perSeconds: 86_400 },
];

/** What is asked beyond that waits on the desk's board all the same, and the reminders before its time go out. */
async function mayAskByMail(tx: Sql, { clock, organizationId }: Context, { personId }: BookingView): Promise<boolean> {
  const key = `${organizationId} ${personId}`;
  return (await drawFrom(tx, clock, [{ name: "desk-asked", key, budget: ASKED_BY_MAIL }])) === null;
}

const APPROVERS = `SELECT name, email FROM people
  WHERE status = 'active' AND role IN ('owner', 'community_manager', 'front_desk') AND id IS DISTINCT FROM $1 ORDER BY id LIMIT 50`;
/** Also who is invited or suspended: it is their booking. */
const MEMBER = "SELECT name, email FROM people WHERE id = $1";

type Write = (facts: BookingFacts) => Message;

function tellDesk(tx: Sql, mailing: Mailing, booking: BookingView): Promise<void> {
  const requestedBy = booking.personName ?? "";
  return send(tx, mailing, booking, APPROVERS, (facts) => bookingPendingMessage({ ...facts, requestedBy }));
}

/** null: the member knows it already. */
async function messageTo(tx: Sql, ctx: Context, news: BookingAct): Promise<Write | null> {
  const { reason } = news.booking;
  if (news.kind === "approved") return bookingApprovedMessage;
  if (news.kind === "declined") return (facts) => bookingDeclinedMessage({ ...facts, reason });
  return news.isForOther ? messageForMember(news, await nameOf(tx, ctx)) : null;
}

async function nameOf(tx: Sql, { actor }: Context): Promise<string | null> {
  if (actor.kind !== "person") return null;
  const [person] = await tx.query<{ name: string }>("SELECT name FROM people WHERE id = $1", [actor.personId]);
  return person?.name ?? null;
}

async function send(tx: Sql, { env, jobs }: Mailing, booking: BookingView, recipients: string, write: Write) {
  const url = `${env.publicUrl}/bookings/${booking.id}`;
  for (const { name, email } of await tx.query<{ name: string; email: string }>(recipients, [booking.personId]))
    await enqueueMail(tx, jobs, write({ ...booking, to: email, personName: name, url }));
}
