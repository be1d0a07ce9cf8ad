import { typedLine } from "@working-social/kernel/typed-text";
import { z } from "zod";
import { CREDIT_UNITS, CreditUnit, MOST_CREDITS } from "@working-social/credits/schema";
import type { UnitQuantity } from "../cancellation/schema.ts";
import type { CreditsKept, QuoteView, SlotView } from "../rules/quote-view.ts";
import type { BookingRefusal } from "../rules/refusals.ts";
import type { ResourceKind } from "../shared.ts";
import { Id, IdempotencyKey, Instant, Name, SlotTime, withSlot } from "../shared.ts";

const slotFields = { resourceId: Id, startsAt: SlotTime, endsAt: SlotTime };

/** What people write on a booking: any script and emoji, in one line, that every database and calendar can hold. */
const Title = typedLine({ min: 0, max: 120 });

/** Whom the booking is for: oneself (null), or, for staff, any person of the organization. */
const forPersonId = Id.nullable();

export const QuoteInput = withSlot(z.strictObject({ ...slotFields, forPersonId }));
export type QuoteInput = z.infer<typeof QuoteInput>;

/** The answer to "what does this cost, and may I?": a price, or every refusal with the nearest slots that pass. */
export type QuoteAnswer =
  | { isBookable: true; quote: QuoteView }
  | { isBookable: false; quote: QuoteView | null; refusals: BookingRefusal[]; suggestions: SlotView[] };

export const BookInput = withSlot(
  z.strictObject({
    ...slotFields,
    forPersonId,
    title: Title,
    isTitlePublic: z.boolean(),
    /** The total that the person saw: another price is refused with the new quote. */
    expectedTotalMinor: z.int().min(0),
    idempotencyKey: IdempotencyKey,
  }),
);
export type BookInput = z.infer<typeof BookInput>;

export const HoldInput = withSlot(z.strictObject({ ...slotFields, idempotencyKey: IdempotencyKey }));
export type HoldInput = z.infer<typeof HoldInput>;

export const ConfirmHoldInput = z.strictObject({
  bookingId: Id,
  title: Title,
  isTitlePublic: z.boolean(),
  expectedTotalMinor: z.int().min(0),
  idempotencyKey: IdempotencyKey,
});
export type ConfirmHoldInput = z.infer<typeof ConfirmHoldInput>;

/** The credits that, as the person saw, stay used; absent or empty: none. Others are refused, like another price. */
const ExpectedKept = z
  .array(z.strictObject({ unit: CreditUnit, quantity: z.int().min(1).max(MOST_CREDITS) }))
  .max(CREDIT_UNITS.length)
  .optional();

/** Move, extend, shorten, or another room: the slot as it should become. */
const changeFields = { bookingId: Id, ...slotFields };
export const ChangeQuoteInput = withSlot(z.strictObject(changeFields));
export type ChangeQuoteInput = z.infer<typeof ChangeQuoteInput>;
/** What is absent stays as it is: who changes the title says nothing about a slot that a form can perhaps not even show. */
export const ChangeBookingInput = withSlot(
  z.strictObject({
    bookingId: Id,
    resourceId: Id.optional(),
    startsAt: SlotTime.optional(),
    endsAt: SlotTime.optional(),
    title: Title.optional(),
    isTitlePublic: z.boolean().optional(),
    /** The sequence that the person saw: another one means that somebody else changed it meanwhile. */
    sequence: z.int().min(0),
    expectedTotalMinor: z.int().min(0),
    expectedKept: ExpectedKept,
    idempotencyKey: IdempotencyKey,
  }),
).refine(isWholeSlotOrNone, { error: "incomplete_slot", path: ["startsAt"] });

function isWholeSlotOrNone({
  resourceId,
  startsAt,
  endsAt,
}: { [part in keyof typeof slotFields]?: string | undefined }) {
  const absent = [resourceId, startsAt, endsAt].filter((part) => part === undefined);
  return absent.length === 0 || absent.length === 3;
}
export type ChangeBookingInput = z.infer<typeof ChangeBookingInput>;

export const CancelBookingInput = z.strictObject({
  bookingId: Id,
  reason: Name.nullable(),
  /** The fee that the person saw before the click; also of a fee that is waived. */
  expectedFeeMinor: z.int().min(0),
  expectedKept: ExpectedKept,
  /** Staff acting for somebody let them off the fee, and say why. */
  waiveFeeBecause: Name.optional(),
  idempotencyKey: IdempotencyKey,
});
export type CancelBookingInput = z.infer<typeof CancelBookingInput>;

export const BookingIdInput = z.strictObject({ bookingId: Id });
export type BookingIdInput = z.infer<typeof BookingIdInput>;
/** Doing something to a booking that needs no more than its id. */
export const BookingActInput = z.strictObject({ bookingId: Id, idempotencyKey: IdempotencyKey });
export type BookingActInput = z.infer<typeof BookingActInput>;
/** Decline and delete need a reason: the member, or the audit trail, will read it. */
export const BookingReasonInput = z.strictObject({ bookingId: Id, reason: Name, idempotencyKey: IdempotencyKey });
export type BookingReasonInput = z.infer<typeof BookingReasonInput>;
/** The house's own act: the member reads the reason in a mail. */
export const CancelByHouseInput = z.strictObject({ bookingId: Id, reason: Name, idempotencyKey: IdempotencyKey });
export type CancelByHouseInput = z.infer<typeof CancelByHouseInput>;
/** Of a resource that is to go out of use. */
export const StrandedByArchivingInput = z.strictObject({ resourceId: Id });
export type StrandedByArchivingInput = z.infer<typeof StrandedByArchivingInput>;
/** The bookings that an act of the house would leave behind, the soonest first. */
export interface StrandedBookings {
  bookings: BookingView[];
  /** There are more of them than are listed. */
  isMore: boolean;
}
export const AssignUnitInput = z.strictObject({ bookingId: Id, unitId: Id });
export type AssignUnitInput = z.infer<typeof AssignUnitInput>;
export const MyBookingsInput = z.strictObject({
  scope: z.enum(["upcoming", "past"]),
  /** nextCursor of the page before. */
  cursor: z.string().max(200).nullable(),
});
export type MyBookingsInput = z.infer<typeof MyBookingsInput>;
/** Staff: what somebody has ahead, in every location. */
export const ComingBookingsInput = z.strictObject({ personId: Id });
export type ComingBookingsInput = z.infer<typeof ComingBookingsInput>;
/** Staff: the bookings of a location in a span, all states, newest first. */
export const ListBookingsInput = z.strictObject({
  locationId: Id,
  from: Instant,
  to: Instant,
  status: z.enum(["held", "pending_approval", "confirmed", "cancelled", "declined", "expired", "deleted"]).nullable(),
  /** Part of a person's name or address, whatever the accents and the case. */
  who: z.string().max(120).optional(),
  cursor: z.string().max(200).nullable(),
});
export type ListBookingsInput = z.infer<typeof ListBookingsInput>;

export type BookingStatus =
  | "held"
  | "pending_approval"
  | "confirmed"
  | "cancelled"
  | "declined"
  | "expired"
  | "deleted";

export interface BookingView {
  id: string;
  status: BookingStatus;
  locationId: string;
  locationName: string;
  timeZone: string;
  resourceId: string;
  resourceName: string;
  resourceKind: ResourceKind;
  floor: string | null;
  /** Which desk of a pool; null until arrival where the pool is assigned on arrival. */
  unitNames: string[] | null;
  personId: string | null;
  personName: string | null;
  startsAt: string;
  endsAt: string;
  title: string;
  isTitlePublic: boolean;
  holdExpiresAt: string | null;
  sequence: number;
  /** null for imported bookings. */
  quote: Omit<QuoteView, "needsApproval"> | null;
  cancelledAt: string | null;
  cancellationFeeMinor: number | null;
  /** Credits that stayed used when it was cancelled; empty: none. */
  cancellationFeeCredits: UnitQuantity[];
  /** Why staff let the member off the fee; null: nobody did. */
  feeWaivedBecause: string | null;
  reason: string | null;
  /** It waits for approval, or did so last before it became what it is. */
  wasRequested: boolean;
  createdAt: string;
}

export interface BookingPage {
  bookings: BookingView[];
  nextCursor: string | null;
}

/** What cancelling would cost now, before the click. */
export interface CancellationPreview {
  feeMinor: number;
  feePercent: number;
  /** One for each unit that the booking uses; empty: it uses no credits. */
  credits: CreditsKept[];
  currency: string;
  /** Until when it is free; null when it never was or no longer is. */
  freeUntil: string | null;
}
