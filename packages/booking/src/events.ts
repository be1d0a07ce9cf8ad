import { bare, changed, created, emitter } from "@working-social/db";
import type { EventsOf } from "@working-social/db";
import { z } from "zod";

const Slot = z.object({ resourceId: z.string(), startsAt: z.string(), endsAt: z.string() });
const Credits = z.array(z.object({ unit: z.string(), quantity: z.number() }));
/** Whose booking it is; null: nobody's, from an import. */
const Whose = z.object({ personId: z.string().nullable() });

const Placed = z.object({
  ...Slot.shape,
  ...Whose.shape,
  status: z.enum(["held", "pending_approval", "confirmed"]),
  totalMinor: z.number().nullable(),
  currency: z.string().nullable(),
});

const Ended = z.object({
  ...Whose.shape,
  /** The status that it had. */
  from: z.string(),
  feeMinor: z.number().optional(),
  currency: z.string().optional(),
  keptCredits: Credits.optional(),
});

const booking = <Data extends z.ZodType<object>>(data: Data) => ({ subject: ["booking"] as ["booking"], data });

/** What may happen in this domain. Instants are ISO 8601 in UTC, amounts minor units. */
export const bookingEvents = {
  "booking.held": booking(Placed),
  "booking.created": booking(Placed),
  "booking.released": booking(Whose),
  "booking.expired": bare("booking"),
  "booking.changed": {
    ...booking(
      z.object({
        ...Whose.shape,
        from: z.object({ ...Slot.shape, status: z.string() }),
        to: z.object({ ...Slot.shape, status: z.string() }),
        changes: z.object({ isTitlePublic: z.tuple([z.boolean(), z.boolean()]).readonly() }).partial(),
      }),
    ),
    personal: z.object({ changes: z.object({ title: z.tuple([z.string(), z.string()]).readonly() }).partial() }),
  },
  "booking.cancelled": booking(Ended),
  "booking.cancelled_by_house": booking(Ended),
  "booking.declined": booking(Ended),
  "booking.deleted": booking(Ended),
  "booking.request_expired": booking(Ended),
  "booking.request_reminded": booking(z.object({ ...Whose.shape, hoursBefore: z.number() })),
  "booking.approved": booking(Whose),
  "booking.fee_waived": booking(
    z.object({ waived: z.object({ feeMinor: z.number(), currency: z.string(), credits: Credits }) }),
  ),
  "booking.unit_assigned": booking(z.object({ from: z.string(), to: z.string() })),
  "location.created": created("location"),
  "location.updated": changed("location"),
  "location.approval_reminders_set": changed("location"),
  "location.resources_ordered": {
    subject: ["location"] as ["location"],
    data: z.object({ resourceIds: z.array(z.string()) }),
  },
  "opening_hours.set": changed("location", "resource"),
  "resource.created": created("resource"),
  "resource.updated": changed("resource"),
  "resource.archived": bare("resource"),
  "resource.restored": bare("resource"),
  "floor.created": created("floor"),
  "floor.updated": changed("floor"),
  "floor.removed": { subject: ["floor"] as ["floor"], data: z.object({ removed: z.record(z.string(), z.unknown()) }) },
  "booking_rule.created": created("booking_rule"),
  "booking_rule.updated": changed("booking_rule"),
  "booking_rule.archived": bare("booking_rule"),
  "rate.created": created("rate"),
  "rate.updated": changed("rate"),
  "rate.archived": bare("rate"),
  "cancellation_policy.created": created("cancellation_policy"),
  "cancellation_policy.updated": changed("cancellation_policy"),
  "cancellation_policy.archived": bare("cancellation_policy"),
};

export type BookingEvent = EventsOf<typeof bookingEvents>;

/** Says that something of this domain has happened, in the transaction in which it does. */
export const emit = emitter(bookingEvents);
