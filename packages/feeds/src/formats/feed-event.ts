import type { EpochMs } from "@working-social/kernel";
import { isolated, toLocal } from "@working-social/kernel";
import type { ICalEventData } from "ical-generator";
import { ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import type { BookingStatus } from "@working-social/booking/schema";
import type { OpenedFeed } from "../queries.ts";

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
 * The event of a booking. Its UID never changes; SEQUENCE counts the changes. DTSTAMP is the last change and not now, so
 * that an unchanged feed stays the same to the byte.
 */
export function eventOf(feed: Pick<OpenedFeed, "kind">, booking: FeedBooking): ICalEventData {
  const status = STATUS[booking.status];
  const isOver = status === ICalEventStatus.CANCELLED;
  const changed = Temporal.Instant.fromEpochMilliseconds(booking.changedAt);
  const description = feed.kind === "person" ? stateOf(booking) : null;
  return {
    id: `${booking.id}@working-social`,
    sequence: booking.sequence,
    stamp: changed,
    created: Temporal.Instant.fromEpochMilliseconds(booking.createdAt),
    lastModified: changed,
    ...when(booking),
    summary: summaryOf(feed, booking),
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
function summaryOf(feed: Pick<OpenedFeed, "kind">, booking: FeedBooking): string {
  const title = oneLine(booking.title);
  if (feed.kind === "person") return title || oneLine(booking.resourceName);
  const shown = (booking.isTitlePublic && title) || "Booked";
  return feed.kind === "location" ? `${oneLine(booking.resourceName)}: ${shown}` : shown;
}

function stateOf({ status, holdExpiresAt, timeZone, reason }: FeedBooking): string | null {
  if (status === "held" && holdExpiresAt !== null)
    return `Held until ${clockTime(holdExpiresAt, timeZone)}. Confirm it to keep it.`;
  if (status === "pending_approval") return "Waiting for approval.";
  if (status === "declined") return reason ? `Declined: ${reason}` : "Declined.";
  if (status === "cancelled" || status === "deleted") return reason ? `Cancelled: ${reason}` : "Cancelled.";
  return null;
}

function clockTime(instant: EpochMs, zone: string): string {
  const { minute } = toLocal(instant, zone);
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
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
