import { timestamp } from "@working-social/db";
import type { EpochMs, Interval } from "@working-social/kernel";
import type { ClaimAndWrite, ClaimedRow } from "./claim-units.ts";
import { CLAIM_UNITS, CLAIMED_UNITS } from "./claim-units.ts";
import type { BookingStatus } from "../schema.ts";
import type { QuoteView } from "../../rules/quote-view.ts";

export interface NewBooking {
  locationId: string;
  personId: string;
  teamId: string | null;
  status: Extract<BookingStatus, "held" | "pending_approval" | "confirmed">;
  slot: Interval;
  title: string;
  isTitlePublic: boolean;
  holdExpiresAt: EpochMs | null;
  quoteId: string;
  quote: QuoteView;
  now: EpochMs;
}

export interface ChangedBooking {
  locationId: string;
  status: Extract<BookingStatus, "pending_approval" | "confirmed">;
  slot: Interval;
  title: string;
  isTitlePublic: boolean;
  quoteId: string;
  quote: QuoteView;
  now: EpochMs;
}

const QUOTED = `,
  quoted AS (
    INSERT INTO quotes (id, organization_id, booking_id, starts_at, ends_at, currency, subtotal_minor, tax_minor, total_minor, lines, policy, created_at)
    SELECT $quoteId::uuid, $organizationId, $bookingId, $startsAt::timestamptz, $endsAt::timestamptz, $currency::text,
      $subtotalMinor::bigint, $taxMinor::bigint, $totalMinor::bigint, $lines::jsonb, $policy::jsonb, $now::timestamptz
    WHERE EXISTS (SELECT FROM claimed)
  )`;

const BOOK = `${CLAIM_UNITS}${QUOTED},
  booked AS (
    INSERT INTO bookings (id, organization_id, location_id, resource_id, person_id, team_id, status, starts_at, ends_at, title,
      is_title_public, hold_expires_at, quote_id, created_at, changed_at)
    SELECT $bookingId, $organizationId, $locationId::uuid, $resourceId, $personId::uuid, $teamId::uuid, $status::booking_status,
      $startsAt, $endsAt, $title::text, $isTitlePublic::boolean, $holdExpiresAt::timestamptz, $quoteId, $now, $now
    WHERE EXISTS (SELECT FROM claimed)
  )${CLAIMED_UNITS}`;

const CHANGE = `${CLAIM_UNITS}${QUOTED},
  changed AS (
    UPDATE bookings SET location_id = $locationId::uuid, resource_id = $resourceId, status = $status::booking_status,
      starts_at = $startsAt, ends_at = $endsAt, title = $title::text, is_title_public = $isTitlePublic::boolean,
      quote_id = $quoteId, sequence = sequence + 1, changed_at = $now
    WHERE id = $bookingId AND EXISTS (SELECT FROM claimed)
  )${CLAIMED_UNITS}`;

/** Inserts the booking and its quote together with its claims. */
export function insertBooking(booking: NewBooking): ClaimAndWrite {
  const { locationId, personId, teamId, status, title, isTitlePublic } = booking;
  const holdExpiresAt = booking.holdExpiresAt === null ? null : timestamp(booking.holdExpiresAt);
  const own = { locationId, personId, teamId, status, title, isTitlePublic, holdExpiresAt };
  return (tx, claim) => tx.query<ClaimedRow>(BOOK, { ...claim, ...quoteValues(booking), ...own });
}

/** Writes the changed booking and adds its new quote together with its new claims. */
export function updateBooking(booking: ChangedBooking): ClaimAndWrite {
  const { locationId, status, title, isTitlePublic } = booking;
  const own = { locationId, status, title, isTitlePublic };
  return (tx, claim) => tx.query<ClaimedRow>(CHANGE, { ...claim, ...quoteValues(booking), ...own });
}

function quoteValues({ slot, quoteId, quote, now }: Pick<NewBooking, "slot" | "quoteId" | "quote" | "now">) {
  const { currency, subtotalMinor, taxMinor, totalMinor } = quote;
  return {
    startsAt: timestamp(slot.start),
    endsAt: timestamp(slot.end),
    quoteId,
    currency,
    subtotalMinor,
    taxMinor,
    totalMinor,
    lines: JSON.stringify(quote.lines),
    policy: JSON.stringify(quote.policy),
    now: timestamp(now),
  };
}
