import { bookingView, readBooking } from "@working-social/booking";
import type { BookingView } from "@working-social/booking/schema";
import type { Context, Sql } from "@working-social/db";
import { readersOfPeople } from "@working-social/directory";
import type { BookingFacts, Message } from "@working-social/notify";
import { expectDefined } from "@working-social/kernel";
import { enqueueMail } from "@working-social/notify";
import type { EventNamed } from "../reactions/events.ts";
import type { Means } from "../reactions/reaction.ts";

/** Where and when, as the event says: a booking may have gone on since then. */
type Place = EventNamed<"booking.changed">["data"]["to"];

/** A booking as it is now, at the slot of an event. */
export async function bookingAt(
  tx: Sql,
  ctx: Context,
  bookingId: string,
  place?: Pick<Place, "resourceId" | "startsAt" | "endsAt">,
): Promise<BookingView> {
  const booking = bookingView(await readBooking(tx, ctx, bookingId), ctx);
  return place ? { ...booking, ...(await namedPlace(tx, place)) } : booking;
}

/** A slot with the name that its resource has now. */
export async function namedPlace(
  tx: Sql,
  { resourceId, startsAt, endsAt }: Pick<Place, "resourceId" | "startsAt" | "endsAt">,
): Promise<Pick<BookingView, "resourceName" | "startsAt" | "endsAt">> {
  const [resource] = await tx.query<{ name: string }>("SELECT name FROM resources WHERE id = $1", [resourceId]);
  if (!resource) throw new Error(`There is no resource ${resourceId}.`);
  return { resourceName: resource.name, startsAt, endsAt };
}

/** Whose booking it is; also who is invited or suspended. $1 the person. */
export const MEMBER = "SELECT id, name, email FROM people WHERE id = $1::uuid";

/** Who may decide about a request, but not on their own. $1 whose request it is. */
export const APPROVERS = `SELECT id, name, email FROM people
  WHERE status = 'active' AND role IN ('owner', 'community_manager', 'front_desk') AND id IS DISTINCT FROM $1::uuid ORDER BY id LIMIT 50`;

/** Queues a mail about a booking to each of some people, in the language of each. */
export async function mailAbout(
  tx: Sql,
  { jobs, publicUrl }: Means,
  booking: BookingView,
  recipients: typeof MEMBER | typeof APPROVERS,
  write: (facts: BookingFacts) => Message,
): Promise<void> {
  const url = `${publicUrl}/bookings/${booking.id}`;
  const people = await tx.query<{ id: string; name: string; email: string }>(recipients, [booking.personId]);
  const readers = await readersOfPeople(
    tx,
    people.map(({ id }) => id),
  );
  for (const { id, name, email } of people) {
    const reader = expectDefined(readers.get(id), "A recipient of a mail has no preferences.");
    await enqueueMail(tx, jobs, write({ ...booking, to: email, personName: name, reader, url }));
  }
}
