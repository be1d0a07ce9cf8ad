import type { Sql } from "@working-social/db";
import type { EpochMs, Scope } from "@working-social/kernel";
import { formatInstant, notFound } from "@working-social/kernel";
import type { CancellationTerms, UnitQuantity } from "../../cancellation/schema.ts";
import type { ResourceView } from "../../resources/schema.ts";
import type { ResourceKind } from "../../shared.ts";
import { managesBookings } from "../rules/access.ts";
import { isRequestOver } from "../rules/request.ts";
import type { BookingStatus, BookingView } from "../schema.ts";
import type { QuoteLine } from "../../rules/quote-view.ts";
import { StoredLines, StoredQuantities, StoredTerms } from "./stored-quote.ts";

/** A booking with the names around it and the quote in force. */
export interface BookingRow {
  id: string;
  status: BookingStatus;
  locationId: string;
  locationName: string;
  timeZone: string;
  locationCurrency: string;
  resourceId: string;
  resourceName: string;
  resourceKind: ResourceKind;
  floor: string | null;
  assignment: ResourceView["assignment"];
  personId: string | null;
  /** The team of when it was made: whose credits and whose charge it is. */
  teamId: string | null;
  personName: string | null;
  startsAt: EpochMs;
  endsAt: EpochMs;
  title: string;
  isTitlePublic: boolean;
  holdExpiresAt: EpochMs | null;
  sequence: number;
  cancelledAt: EpochMs | null;
  cancellationFeeMinor: number | null;
  cancellationFeeCredits: UnitQuantity[] | null;
  feeWaivedBecause: string | null;
  reason: string | null;
  /** Since when it waits, or waited, for approval; null: it never did. */
  requestedAt: EpochMs | null;
  createdAt: EpochMs;
  quoteId: string | null;
  currency: string | null;
  subtotalMinor: number | null;
  taxMinor: number | null;
  totalMinor: number | null;
  lines: QuoteLine[] | null;
  policy: CancellationTerms | null;
  unitNames: string[] | null;
}

/** A `BookingRow` as the database gives it: what is kept as JSON is not read yet. */
export interface StoredBooking extends Omit<BookingRow, "lines" | "policy" | "cancellationFeeCredits"> {
  lines: unknown;
  policy: unknown;
  cancellationFeeCredits: unknown;
}

/** Reads what is kept as JSON; throws when it is not what a quote can be. */
export function bookingRow(stored: StoredBooking): BookingRow {
  return {
    ...stored,
    lines: StoredLines.parse(stored.lines),
    policy: StoredTerms.parse(stored.policy),
    cancellationFeeCredits: StoredQuantities.parse(stored.cancellationFeeCredits),
  };
}

/** The columns of `StoredBooking`, of the tables that `BOOKING_TABLES` joins. */
export const BOOKING_COLUMNS = `
  b.id, b.status, b.location_id AS "locationId", l.name AS "locationName", l.time_zone AS "timeZone",
  l.currency AS "locationCurrency", b.resource_id AS "resourceId", r.name AS "resourceName", r.kind AS "resourceKind",
  r.floor, r.assignment, b.person_id AS "personId", b.team_id AS "teamId", p.name AS "personName", b.starts_at AS "startsAt", b.ends_at AS "endsAt",
  b.title, b.is_title_public AS "isTitlePublic", b.hold_expires_at AS "holdExpiresAt", b.sequence,
  b.cancelled_at AS "cancelledAt", b.cancellation_fee_minor AS "cancellationFeeMinor",
  b.cancellation_fee_credits AS "cancellationFeeCredits", b.fee_waived_because AS "feeWaivedBecause", b.reason, b.requested_at AS "requestedAt", b.created_at AS "createdAt",
  b.quote_id AS "quoteId", q.currency, q.subtotal_minor AS "subtotalMinor", q.tax_minor AS "taxMinor", q.total_minor AS "totalMinor", q.lines, q.policy,
  (SELECT array_agg(u.name ORDER BY ru.position, u.id) FROM claims c JOIN units u ON u.id = c.unit_id
    LEFT JOIN resource_units ru ON ru.unit_id = c.unit_id AND ru.resource_id = b.resource_id
    WHERE c.booking_id = b.id AND c.released_at IS NULL) AS "unitNames"`;

export const BOOKING_TABLES = `bookings b
  JOIN locations l ON l.id = b.location_id
  JOIN resources r ON r.id = b.resource_id
  LEFT JOIN people p ON p.id = b.person_id
  LEFT JOIN quotes q ON q.id = b.quote_id`;

/** Reads one booking of the scope's organization; refuses with not_found. */
export async function readBooking(
  sql: Sql,
  scope: Pick<Scope, "organizationId">,
  bookingId: string,
): Promise<BookingRow> {
  const [row] = await sql.query<StoredBooking>(
    `SELECT ${BOOKING_COLUMNS} FROM ${BOOKING_TABLES} WHERE b.organization_id = $1 AND b.id = $2::uuid`,
    [scope.organizationId, bookingId],
  );
  if (!row) throw notFound("booking");
  return bookingRow(row);
}

/**
 * Locks one booking until the transaction ends, then reads it. Two statements: a joined row that is locked after a wait
 * would come with the quote of before the wait.
 */
export async function lockBooking(
  tx: Sql,
  scope: Pick<Scope, "organizationId">,
  bookingId: string,
): Promise<BookingRow> {
  await tx.query("SELECT id FROM bookings WHERE organization_id = $1 AND id = $2::uuid FOR NO KEY UPDATE", [
    scope.organizationId,
    bookingId,
  ]);
  return readBooking(tx, scope, bookingId);
}

/** What the actor may see of a booking that they may see at all. */
export function bookingView(row: BookingRow, scope: Scope): BookingView {
  // Which desk of a pool that is assigned on arrival is the front desk's plan until the booking starts.
  const isUnitKnown =
    row.assignment === "on_booking" || managesBookings(scope.actor) || scope.clock.now() >= row.startsAt;
  return {
    id: row.id,
    status: isRequestOver(row, scope.clock.now()) ? "expired" : row.status,
    locationId: row.locationId,
    locationName: row.locationName,
    timeZone: row.timeZone,
    resourceId: row.resourceId,
    resourceName: row.resourceName,
    resourceKind: row.resourceKind,
    floor: row.floor,
    unitNames: isUnitKnown ? (row.unitNames ?? []) : null,
    personId: row.personId,
    personName: row.personName,
    startsAt: formatInstant(row.startsAt),
    endsAt: formatInstant(row.endsAt),
    title: row.title,
    isTitlePublic: row.isTitlePublic,
    holdExpiresAt: instantOrNull(row.holdExpiresAt),
    sequence: row.sequence,
    quote: quoteOf(row),
    cancelledAt: instantOrNull(row.cancelledAt),
    cancellationFeeMinor: row.cancellationFeeMinor,
    cancellationFeeCredits: row.cancellationFeeCredits ?? [],
    feeWaivedBecause: row.feeWaivedBecause,
    reason: row.reason,
    wasRequested: row.requestedAt !== null,
    createdAt: formatInstant(row.createdAt),
  };
}

/** The agreed price and policy; null for an imported booking. */
export function quoteOf(row: BookingRow): BookingView["quote"] {
  const { currency, subtotalMinor, taxMinor, totalMinor, lines, policy } = row;
  if (currency === null || subtotalMinor === null || taxMinor === null || totalMinor === null || !lines || !policy)
    return null;
  return { currency, lines, subtotalMinor, taxMinor, totalMinor, policy };
}

function instantOrNull(instant: EpochMs | null): string | null {
  return instant === null ? null : formatInstant(instant);
}
