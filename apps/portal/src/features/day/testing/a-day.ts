import { openIntervals } from "@working-social/booking/rules";
import type {
  BookingRuleView,
  DayView,
  ResourceView,
  RuleSettings,
  TimelineBooking,
  WeeklyInterval,
} from "@working-social/booking/schema";
import { NO_LIMITS } from "@working-social/booking/schema";
import type { Interval, LocalDate } from "@working-social/kernel";
import { dayInterval, formatInstant, fromLocal, intersect } from "@working-social/kernel";

export interface DayOptions {
  zone?: string;
  date?: LocalDate;
  resources?: ResourceView[];
  rules?: BookingRuleView[];
  weekly?: WeeklyInterval[];
  /** [resource id, from minute, to minute, what differs] */
  bookings?: [string, number, number, Partial<TimelineBooking>?][];
}

const OPEN_8_TO_19: WeeklyInterval[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  opensMinute: 480,
  closesMinute: 1140,
}));

export function aResource(fields: Partial<ResourceView> = {}): ResourceView {
  const id = fields.id ?? "lantern";
  return {
    id,
    locationId: "harbour",
    name: id,
    kind: "room",
    capacity: 6,
    floor: null,
    description: null,
    features: [],
    allocation: "all_units",
    assignment: "on_booking",
    sortOrder: 0,
    isArchived: false,
    units: [{ id: `${id}-1`, name: "1" }],
    ...fields,
  };
}

export function aRule(settings: Partial<RuleSettings>, fields: Partial<BookingRuleView> = {}): BookingRuleView {
  return {
    id: fields.id ?? "rule",
    name: "House rule",
    locationId: null,
    resourceKind: null,
    resourceId: null,
    planIds: [],
    teamIds: [],
    roles: [],
    audienceIsExcept: false,
    settings: { ...NO_LIMITS, ...settings },
    ...fields,
  };
}

/** A day as the server sends it: open 8 to 19 unless told, in a zone with an odd offset. */
export function aDay(options: DayOptions = {}): DayView {
  const { zone = "Asia/Kathmandu", date = "2026-11-26", resources = [aResource()], weekly = OPEN_8_TO_19 } = options;
  const whole = dayInterval(date, zone);
  const location = {
    id: "harbour",
    name: "Old Harbour",
    timeZone: zone,
    currency: "USD",
    taxName: null,
    taxBasisPoints: 0,
    taxInclusive: false,
    zeroTaxCategory: "O" as const,
    language: "en",
    region: null,
  };
  const situation: DayView["situation"] = {
    location,
    person: { id: "ana", role: "member", planId: null, teamId: null },
    hours: [{ resourceId: null, weekly, exceptions: [] }],
    rules: options.rules ?? [],
    rates: [],
    policies: [],
    usage: [],
    lots: [],
  };
  const bookings = (options.bookings ?? []).map(([resourceId, from, to, fields], index) => ({
    id: `booking-${index}`,
    resourceId,
    status: "confirmed" as const,
    title: null,
    personName: null,
    isMine: false,
    unitIds: [],
    ...wire({ start: fromLocal(date, from, zone), end: fromLocal(date, to, zone) }),
    ...fields,
  }));
  const rows = resources.map((resource) => {
    const own = bookings.filter((booking) => booking.resourceId === resource.id);
    const open = openIntervals(situation, resource.id, whole).flatMap((span) => intersect(span, whole) ?? []);
    return {
      resource,
      open: open.map(wire),
      bookings: own,
      busy: own.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
      freeUnits: [],
    };
  });
  return { location, date, ...wire(whole), resources: rows, situation };
}

export function wire(span: Interval): { startsAt: string; endsAt: string } {
  return { startsAt: formatInstant(span.start), endsAt: formatInstant(span.end) };
}
