import type { EpochMs, Reader } from "@working-social/kernel";
import { dateFormat, isolated } from "@working-social/kernel";
import type { ICalEventData } from "ical-generator";
import { ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import type { BookingStatus } from "@working-social/booking/schema";
import type { OpenedFeed } from "../queries.ts";
import { feedTexts } from "../texts/feed-texts.ts";

/** A booking with all that its event says. */
export interface FeedBooking {
  id: string;
  /** Only these: no feed shows what expired (feed-window.ts). */
  status: Exclude<BookingStatus, "expired">;
  startsAt: EpochMs;
  endsAt: EpochMs;
  title: string;
  isTitlePublic: boolean;
  holdExpiresAt: EpochMs | null;
  sequence: number;
  reason: string | null;
  createdAt: EpochMs;
  changedAt: EpochMs;
  resourceName: string;
  floor: string | null;
  locationName: string;
  timeZone: string;
}

const STATUS: Record<FeedBooking["status"], ICalEventStatus> = {
  held: ICalEventStatus.TENTATIVE,
  pending_approval: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
  declined: ICalEventStatus.CANCELLED,
  deleted: ICalEventStatus.CANCELLED,
};

const BUSY = {
  [ICalEventStatus.CONFIRMED]: ICalEventBusyStatus.BUSY,
  [ICalEventStatus.TENTATIVE]: ICalEventBusyStatus.TENTATIVE,
  [ICalEventStatus.CANCELLED]: ICalEventBusyStatus.FREE,
};

/**
 * The event of a booking, in the words of whoever reads the feed. Its UID never changes; SEQUENCE counts the changes. DTSTAMP is the last change and not now, so
 * that an unchanged feed stays the same to the byte.
 */
export function eventOf(feed: Pick<OpenedFeed, "kind">, booking: FeedBooking, reader: Reader): ICalEventData {
  const status = STATUS[booking.status];
  const isOver = status === ICalEventStatus.CANCELLED;
  const changed = Temporal.Instant.fromEpochMilliseconds(booking.changedAt);
  const description = feed.kind === "person" ? stateOf(booking, reader) : null;
  return {
    id: `${booking.id}@working-social`,
    sequence: booking.sequence,
    stamp: changed,
    created: Temporal.Instant.fromEpochMilliseconds(booking.createdAt),
    lastModified: changed,
    ...when(booking),
    summary: summaryOf(feed, booking, reader),
    location: [booking.resourceName, booking.floor ?? "", booking.locationName].map(oneLine).filter(Boolean).join(", "),
    ...(description === null ? {} : { description: oneLine(description) }),
    status,
    busystatus: BUSY[status],
    transparency: isOver ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  };
}

/**
 * In a feed that others read, a private title says no more than that the room is taken; in a location's, the room's name
 * comes first, since a month view shows little else.
 */
function summaryOf(feed: Pick<OpenedFeed, "kind">, booking: FeedBooking, { language }: Reader): string {
  const title = oneLine(booking.title);
  if (feed.kind === "person") return title || oneLine(booking.resourceName);
  const texts = feedTexts[language];
  const shown = (booking.isTitlePublic && title) || texts.booked;
  return feed.kind === "location" ? texts.inRoom(oneLine(booking.resourceName), shown) : shown;
}

function stateOf({ status, holdExpiresAt, timeZone, reason }: FeedBooking, reader: Reader): string | null {
  const texts = feedTexts[reader.language];
  // What people left empty is no reason.
  const why = reason || null;
  if (status === "held" && holdExpiresAt !== null) return texts.held(clockTime(holdExpiresAt, timeZone, reader));
  if (status === "pending_approval") return texts.pending;
  if (status === "declined") return texts.declined(why);
  if (status === "cancelled" || status === "deleted") return texts.cancelled(why);
  return null;
}

function clockTime(instant: EpochMs, timeZone: string, { locale, hourCycle }: Reader): string {
  const hour = hourCycle === "h23" ? "2-digit" : "numeric";
  return dateFormat(locale, { timeZone, hour, minute: "2-digit", hourCycle }).format(instant);
}

/**
 * Control characters, line breaks among them, have no place in what people see, and what a name does to the direction of
 * letters ends with it; the library escapes the rest.
 */
function oneLine(text: string): string {
  return isolated(text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim());
}

/**
 * Start and end by the wall clock of the location. An hour that the clock shows twice means its first time (RFC 5545,
 * section 3.3.5), but not every program reads it so (ical.js takes the second): an event that begins or ends in such an
 * hour is written in UTC.
 */
function when({ startsAt, endsAt, timeZone }: FeedBooking): Pick<ICalEventData, "start" | "end" | "timezone"> {
  const start = Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO(timeZone);
  const end = Temporal.Instant.fromEpochMilliseconds(endsAt).toZonedDateTimeISO(timeZone);
  return { start, end, timezone: isShownOnce(start) && isShownOnce(end) ? timeZone : null };
}

function isShownOnce(moment: Temporal.ZonedDateTime): boolean {
  const local = moment.toPlainDateTime();
  const [first, second] = (["earlier", "later"] as const).map((disambiguation) =>
    local.toZonedDateTime(moment.timeZoneId, { disambiguation }),
  );
  return first?.epochNanoseconds === second?.epochNanoseconds;
}
