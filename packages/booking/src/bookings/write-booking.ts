import { timestamp } from "@working-social/db";
import type { EpochMs, Interval } from "@working-social/kernel";
import type { ClaimTail } from "./claim-units.ts";
import type { BookingStatus, QuoteView } from "./schema.ts";

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

/** $10 slot start, $11 slot end, $12 quote id, $13 to $18 the quote, $19 now; the rest is the booking's. */
const QUOTED = `,
  quoted AS (
    INSERT INTO quotes (id, organization_id, booking_id, starts_at, ends_at, currency, subtotal_minor, tax_minor, total_minor, lines, policy, created_at)
    SELECT $12::uuid, $1, $2, $10::timestamptz, $11::timestamptz, $13::text, $14::bigint, $15::bigint, $16::bigint, $17::jsonb, $18::jsonb, $19::timestamptz
    WHERE EXISTS (SELECT FROM claimed)
  )`;

const BOOKED = `,
  booked AS (
    INSERT INTO bookings (id, organization_id, location_id, resource_id, person_id, team_id, status, starts_at, ends_at, title,
      is_title_public, hold_expires_at, quote_id, created_at, changed_at)
    SELECT $2, $1, $20::uuid, $5, $21::uuid, $22::uuid, $23::booking_status, $10, $11, $24::text,
      $25::boolean, $26::timestamptz, $12, $19, $19
    WHERE EXISTS (SELECT FROM claimed)
  )`;

const CHANGED = `,
  changed AS (
    UPDATE bookings SET location_id = $20::uuid, resource_id = $5, status = $21::booking_status, starts_at = $10, ends_at = $11,
      title = $22::text, is_title_public = $23::boolean, quote_id = $12, sequence = sequence + 1, changed_at = $19
    WHERE id = $2 AND EXISTS (SELECT FROM claimed)
  )`;

/** Inserts the booking and its quote together with its claims. */
export function insertBooking(booking: NewBooking): ClaimTail {
  const { locationId, personId, teamId, status, title, isTitlePublic, holdExpiresAt } = booking;
  const hold = holdExpiresAt === null ? null : timestamp(holdExpiresAt);
  return {
    sql: QUOTED + BOOKED,
    values: [...quoteValues(booking), locationId, personId, teamId, status, title, isTitlePublic, hold],
  };
}

/** Writes the changed booking and adds its new quote together with its new claims. */
export function updateBooking(booking: ChangedBooking): ClaimTail {
  const { locationId, status, title, isTitlePublic } = booking;
  return { sql: QUOTED + CHANGED, values: [...quoteValues(booking), locationId, status, title, isTitlePublic] };
}

function quoteValues({ slot, quoteId, quote, now }: Pick<NewBooking, "slot" | "quoteId" | "quote" | "now">): unknown[] {
  const { currency, subtotalMinor, taxMinor, totalMinor, lines, policy } = quote;
  const price = [currency, subtotalMinor, taxMinor, totalMinor, JSON.stringify(lines), JSON.stringify(policy)];
  return [timestamp(slot.start), timestamp(slot.end), quoteId, ...price, timestamp(now)];
}
