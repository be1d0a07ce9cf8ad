import type { Context } from "@working-social/db";
import { read, timestamp } from "@working-social/db";
import type { AuditRow } from "@working-social/directory";
import { AUDIT_ENTRY, auditEntry, containing, withNames } from "@working-social/directory";
import type { AuditEntryView } from "@working-social/directory/schema";
import { authorize, notAllowed, notFound, parseInstant } from "@working-social/kernel";
import { requireOwnerOrManager } from "./rules/access.ts";
import type { StoredBooking } from "./queries/booking-row.ts";
import { BOOKING_COLUMNS, BOOKING_TABLES, bookingRow, bookingView, readBooking } from "./queries/booking-row.ts";
import { PAGE_SIZE, pageOf, readCursor } from "./queries/page.ts";
import type {
  BookingIdInput,
  BookingPage,
  BookingView,
  ComingBookingsInput,
  ListBookingsInput,
  MyBookingsInput,
} from "./schema.ts";

/** One booking: one's own, or for staff anybody's. Refuses with not_found. */
export async function getBooking(ctx: Context, input: BookingIdInput): Promise<BookingView> {
  authorize(ctx, ...getBooking.needs);
  const row = await readBooking(read(ctx), ctx, input.bookingId);
  requireOwnerOrManager(ctx, row);
  return bookingView(row, ctx);
}
getBooking.needs = ["useSpace"] as const;

/** What began earlier than this is over: bookings end within 31 days, and imported ones are hardly ever longer than a year. */
const LONGEST = "interval '9600 hours'";

/** A hold over its time is no booking, whether or not the job has come by. */
const UPCOMING = `b.ends_at > $3 AND b.starts_at > $3 - ${LONGEST} AND (b.status = 'confirmed' OR (b.status = 'pending_approval' AND b.starts_at > $3)
  OR (b.status = 'held' AND b.hold_expires_at > $3))`;
/** Nor is a request whose time has begun; of what ended by itself, requests are remembered, holds are not. */
const PAST = `((b.ends_at <= $3 AND b.status = 'confirmed') OR (b.status = 'pending_approval' AND b.starts_at <= $3)
  OR b.status IN ('cancelled', 'declined') OR (b.status = 'expired' AND b.requested_at IS NOT NULL))`;

/**
 * One's own bookings, a page at a time: upcoming ones in the order of their start; or what is over, the latest first,
 * with what was cancelled or declined. Deleted bookings leave no trace here.
 */
export async function listMyBookings(ctx: Context, input: MyBookingsInput): Promise<BookingPage> {
  authorize(ctx, ...listMyBookings.needs);
  if (ctx.actor.kind !== "person") throw notAllowed("list_own_bookings");
  const isUpcoming = input.scope === "upcoming";
  const [after, order] = isUpcoming ? [">", "ASC"] : ["<", "DESC"];
  const cursor = readCursor(input.cursor);
  const rows = await read(ctx).query<StoredBooking>(
    `SELECT ${BOOKING_COLUMNS} FROM ${BOOKING_TABLES}
     WHERE b.organization_id = $1 AND b.person_id = $2 AND ${isUpcoming ? UPCOMING : PAST}
       AND ($4::timestamptz IS NULL OR (b.starts_at, b.id) ${after} ($4, $5::uuid))
     ORDER BY b.starts_at ${order}, b.id ${order} LIMIT ${PAGE_SIZE + 1}`,
    [
      ctx.organizationId,
      ctx.actor.personId,
      timestamp(ctx.clock.now()),
      cursor && timestamp(cursor.at),
      cursor?.id ?? null,
    ],
  );
  return bookingPage(ctx, rows);
}
listMyBookings.needs = ["useSpace"] as const;

/** The most that a person has ahead and that one decides about in one go. */
const MOST_COMING = 200;

/**
 * For staff: what somebody has ahead in every location, what runs now too, in the order of their start; no holds, which end by
 * themselves. Refuses with not_found.
 */
export async function comingBookings(ctx: Context, { personId }: ComingBookingsInput): Promise<BookingView[]> {
  authorize(ctx, ...comingBookings.needs);
  const sql = read(ctx);
  const known = await sql.query("SELECT FROM people WHERE organization_id = $1 AND id = $2", [
    ctx.organizationId,
    personId,
  ]);
  if (known.length === 0) throw notFound("person");
  const rows = await sql.query<StoredBooking>(
    `SELECT ${BOOKING_COLUMNS} FROM ${BOOKING_TABLES} WHERE b.organization_id = $1 AND b.person_id = $2 AND b.status <> 'held' AND ${UPCOMING}
     ORDER BY b.starts_at, b.id LIMIT ${MOST_COMING}`,
    [ctx.organizationId, personId, timestamp(ctx.clock.now())],
  );
  return rows.map((row) => bookingView(bookingRow(row), ctx));
}
comingBookings.needs = ["manageBookings"] as const;

/** For staff: the bookings of a location that touch a span, in one state or in all, of some people or of all, the latest start first. */
export async function listBookings(ctx: Context, input: ListBookingsInput): Promise<BookingPage> {
  authorize(ctx, ...listBookings.needs);
  const [from, to] = [timestamp(parseInstant(input.from)), timestamp(parseInstant(input.to))];
  const cursor = readCursor(input.cursor);
  const rows = await read(ctx).query<StoredBooking>(
    `SELECT ${BOOKING_COLUMNS} FROM ${BOOKING_TABLES}
     WHERE b.organization_id = $organizationId AND r.location_id = $locationId::uuid AND b.location_id = $locationId
       AND b.starts_at < $to::timestamptz AND b.ends_at > $from::timestamptz AND b.starts_at > $from - ${LONGEST}
       AND ($status::booking_status IS NULL
         OR $status = CASE WHEN b.status = 'pending_approval' AND b.starts_at <= $now::timestamptz THEN 'expired' ELSE b.status END)
       AND ($who::text IS NULL OR folded(p.name) LIKE folded($who) OR folded(p.email) LIKE folded($who))
       AND ($cursorAt::timestamptz IS NULL OR (b.starts_at, b.id) < ($cursorAt, $cursorId::uuid))
     ORDER BY b.starts_at DESC, b.id DESC LIMIT ${PAGE_SIZE + 1}`,
    {
      organizationId: ctx.organizationId,
      locationId: input.locationId,
      from,
      to,
      status: input.status,
      who: input.who ? containing(input.who) : null,
      cursorAt: cursor && timestamp(cursor.at),
      cursorId: cursor?.id ?? null,
      now: timestamp(ctx.clock.now()),
    },
  );
  return bookingPage(ctx, rows);
}
listBookings.needs = ["manageBookings"] as const;

function bookingPage(ctx: Context, found: StoredBooking[]): BookingPage {
  const { rows, nextCursor } = pageOf(found, (row) => row.startsAt);
  return { bookings: rows.map((row) => bookingView(bookingRow(row), ctx)), nextCursor };
}

/** Who did what to a booking, the latest first. For its owner and for staff; refuses with not_found. */
export async function bookingHistory(ctx: Context, input: BookingIdInput): Promise<AuditEntryView[]> {
  authorize(ctx, ...bookingHistory.needs);
  requireOwnerOrManager(ctx, await readBooking(read(ctx), ctx, input.bookingId));
  const rows = await read(ctx).query<AuditRow>(
    `${AUDIT_ENTRY}
     WHERE e.organization_id = $1 AND e.subject_type = 'booking' AND e.subject_id = $2::uuid
     ORDER BY e.at DESC, e.id DESC LIMIT 200`,
    [ctx.organizationId, input.bookingId],
  );
  return withNames(ctx, rows.map(auditEntry));
}
bookingHistory.needs = ["useSpace"] as const;
