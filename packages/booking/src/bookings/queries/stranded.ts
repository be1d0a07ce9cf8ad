import type { Context } from "@working-social/db";
import { read, timestamp } from "@working-social/db";
import type { Interval } from "@working-social/kernel";
import { authorize, contains } from "@working-social/kernel";
import { requireHoursOwner } from "../../locations/queries.ts";
import type { SetOpeningHoursInput } from "../../locations/schema.ts";
import { requireResource } from "../../resources/queries.ts";
import type { BookingSituation, HoursOf } from "../../rules/index.ts";
import { openIntervals } from "../../rules/index.ts";
import { loadSituation } from "../../situation/queries/load-situation.ts";
import type { BookingRow, StoredBooking } from "./booking-row.ts";
import { BOOKING_COLUMNS, BOOKING_TABLES, bookingRow, bookingView } from "./booking-row.ts";
import type { StrandedByArchivingInput, StrandedBookings } from "../schema.ts";

/** As many as one call-off takes. */
const MOST_LISTED = 200;
const DAY_MS = 86_400_000;

// What an act of the house leaves without a room, or before a closed door: shown before the act, so that nobody learns it at
// the door. Holds are not among them, which are over in minutes, nor
// requests whose time has begun, which are over.
const COMING = `b.organization_id = $1 AND b.status IN ('confirmed', 'pending_approval') AND b.ends_at > $2 AND (b.status = 'confirmed' OR b.starts_at > $2)`;

/** Coming bookings of a resource: what is stranded when it goes out of use. Needs manageSpace. Throws not_found. */
export async function strandedByArchiving(
  ctx: Context,
  { resourceId }: StrandedByArchivingInput,
): Promise<StrandedBookings> {
  authorize(ctx, ...strandedByArchiving.needs);
  await requireResource(read(ctx), ctx, resourceId);
  return listed(ctx, await coming(ctx, "b.resource_id = $3::uuid", resourceId));
}
strandedByArchiving.needs = ["manageSpace"] as const;

/**
 * Coming bookings that lie in opening hours now and would not in the hours given, of the location or of one of its resources;
 * the week or the exceptions that are not given stay as they are.
 * What was outside before (staff may book past closing time) is nobody's surprise. Needs manageSpace. Throws not_found.
 */
export async function strandedByHours(ctx: Context, input: SetOpeningHoursInput): Promise<StrandedBookings> {
  authorize(ctx, ...strandedByHours.needs);
  const { locationId, resourceId } = input;
  await requireHoursOwner(read(ctx), ctx, input);
  const rows =
    resourceId === null
      ? await coming(ctx, "b.location_id = $3::uuid", locationId)
      : await coming(ctx, "b.resource_id = $3::uuid", resourceId);
  const [first] = rows;
  if (!first) return { bookings: [], isMore: false };
  const span = { start: first.startsAt - DAY_MS, end: Math.max(...rows.map((row) => row.endsAt)) + DAY_MS };
  const { situation: now } = await loadSituation(read(ctx), ctx, { locationId, personId: null, span });
  const hours = now.hours.find((one) => one.resourceId === resourceId);
  const { weekly = hours?.weekly ?? [], exceptions = hours?.exceptions ?? [] } = input;
  const then = withHours(now, { resourceId, weekly, exceptions });
  return listed(
    ctx,
    rows.filter((row) => isOpenFor(now, row) && !isOpenFor(then, row)),
  );
}
strandedByHours.needs = ["manageSpace"] as const;

function isOpenFor(situation: BookingSituation, { resourceId, startsAt, endsAt }: BookingRow): boolean {
  const slot: Interval = { start: startsAt, end: endsAt };
  return openIntervals(situation, resourceId, slot).some((open) => contains(open, slot));
}

function withHours(situation: BookingSituation, hours: HoursOf): BookingSituation {
  return { ...situation, hours: [...situation.hours.filter((one) => one.resourceId !== hours.resourceId), hours] };
}

async function coming(ctx: Context, whose: string, id: string): Promise<BookingRow[]> {
  const rows = await read(ctx).query<StoredBooking>(
    `SELECT ${BOOKING_COLUMNS} FROM ${BOOKING_TABLES} WHERE ${COMING} AND ${whose} ORDER BY b.starts_at, b.id`,
    [ctx.organizationId, timestamp(ctx.clock.now()), id],
  );
  return rows.map(bookingRow);
}

function listed(ctx: Context, rows: BookingRow[]): StrandedBookings {
  return {
    bookings: rows.slice(0, MOST_LISTED).map((row) => bookingView(row, ctx)),
    isMore: rows.length > MOST_LISTED,
  };
}
