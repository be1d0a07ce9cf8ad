import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import type { EpochMs, Interval } from "@working-social/kernel";
import { isolated } from "@working-social/kernel";
import { escape, ICalCalendar, ICalCalendarMethod } from "ical-generator";
import type { FeedBooking } from "../formats/feed-event.ts";
import { eventOf } from "../formats/feed-event.ts";
import { readerOfFeed } from "./feed-reader.ts";
import { shownInFeed } from "./feed-window.ts";
import type { OpenedFeed } from "../queries.ts";
import { vtimezone } from "../formats/time-zone.ts";

const REFRESH_SECONDS = 15 * 60;

/** The feed as an iCalendar object (RFC 5545; REFRESH-INTERVAL of RFC 7986), lines folded and ended by CRLF. */
export async function renderFeed(
  ctx: Pick<Context, "db" | "organizationId">,
  feed: OpenedFeed,
  now: EpochMs,
): Promise<string> {
  const [name, bookings, reader] = await Promise.all([
    feedName(ctx, feed),
    bookingsOf(ctx, feed, now),
    readerOfFeed(ctx, feed),
  ]);
  const calendar = new ICalCalendar({
    prodId: { company: "Working Social", product: "Bookings", language: reader.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    // The library writes the name as it is.
    name: escape(isolated(name), false),
    ttl: REFRESH_SECONDS,
    // No zone for the calendar as a whole: the library would then write DTSTAMP, which must be UTC, in it.
    events: bookings.map((booking) => eventOf(feed, booking, reader)),
  });
  return `${withTimeZones(calendar.toString(), bookings)}\r\n`;
}

/**
 * Puts a VTIMEZONE for each zone before the first event. The library would put them before some properties of the
 * calendar, and RFC 5545 (section 3.6) wants all properties before all components.
 */
function withTimeZones(calendar: string, bookings: readonly FeedBooking[]): string {
  const blocks = [...spansByZone(bookings)].map(([zone, span]) => `${vtimezone(zone, span)}\r\n`);
  return calendar.replace(/^(?:BEGIN:VEVENT|END:VCALENDAR)/m, (first) => blocks.join("") + first);
}

async function feedName(ctx: Pick<Context, "db" | "organizationId">, feed: OpenedFeed): Promise<string> {
  const [row] = await read(ctx).query<{ name: string }>("SELECT name FROM calendar_feeds WHERE id = $1", [feed.id]);
  return row?.name ?? "";
}

function bookingsOf(
  ctx: Pick<Context, "db" | "organizationId">,
  feed: OpenedFeed,
  now: EpochMs,
): Promise<FeedBooking[]> {
  const { condition, hasLeft, values } = shownInFeed(feed, now);
  return read(ctx).query<FeedBooking>(
    `SELECT shown.id, shown.status, shown."startsAt", shown."endsAt", shown.title, shown."isTitlePublic", shown."holdExpiresAt",
       shown.sequence, shown.reason, shown."createdAt", shown."changedAt", r.name AS "resourceName", r.floor, l.name AS "locationName", l.time_zone AS "timeZone"
     FROM (
       SELECT b.id, b.status, b.starts_at AS "startsAt", b.ends_at AS "endsAt", b.title, b.is_title_public AS "isTitlePublic",
         b.hold_expires_at AS "holdExpiresAt", b.sequence, b.reason, b.created_at AS "createdAt", b.changed_at AS "changedAt",
         b.resource_id, b.location_id
       FROM bookings b WHERE ${condition}
       UNION ALL
       SELECT b.id, 'cancelled', d.starts_at, d.ends_at, b.title, b.is_title_public, NULL, d.sequence, NULL, b.created_at, d.left_at,
         d.resource_id, d.location_id
       FROM booking_departures d JOIN bookings b ON b.id = d.booking_id WHERE ${hasLeft}
     ) shown JOIN resources r ON r.id = shown.resource_id JOIN locations l ON l.id = shown.location_id
     ORDER BY shown."startsAt", shown.id`,
    values,
  );
}

/** For each zone, from the first start to the last end: what its VTIMEZONE must get right. */
function spansByZone(bookings: readonly FeedBooking[]): Map<string, Interval> {
  const spans = new Map<string, Interval>();
  for (const { timeZone, startsAt, endsAt } of bookings) {
    const span = spans.get(timeZone) ?? { start: startsAt, end: endsAt };
    spans.set(timeZone, { start: Math.min(span.start, startsAt), end: Math.max(span.end, endsAt) });
  }
  return spans;
}
