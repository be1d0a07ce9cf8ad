import { typedLine } from "@working-social/kernel/typed-text";
import { z } from "zod";
import type { BookingStatus } from "../bookings/schema.ts";
import type { SlotView } from "../rules/quote-view.ts";
import type { UnitQuantity } from "../cancellation/schema.ts";
import type { LocationView } from "../locations/schema.ts";
import type { ResourceView } from "../resources/schema.ts";
import { LONGEST_MINUTES } from "../rules/bounds.ts";
import type { BookingSituation } from "../rules/situation.ts";
import { Id, LocalDate, ResourceKind, SlotTime, withSlot } from "../shared.ts";

export const DayInput = z.strictObject({ locationId: Id, date: LocalDate });
export type DayInput = z.infer<typeof DayInput>;

/** A booking on the timeline. Others' private titles and names are left out by the server. */
export interface TimelineBooking {
  id: string;
  resourceId: string;
  status: Extract<BookingStatus, "held" | "pending_approval" | "confirmed">;
  startsAt: string;
  endsAt: string;
  title: string | null;
  /** Whose it is: for staff only; null for everybody else, and for a booking of nobody here. */
  personName: string | null;
  isMine: boolean;
  /** Of a pool: which of its units it holds. Empty where a booking holds the whole resource. */
  unitIds: string[];
}

/** Time at which a resource can't be had: for a pool, when all its units are taken (buffers included). */
export interface BusySpan {
  startsAt: string;
  endsAt: string;
}

export interface DayResource {
  resource: ResourceView;
  /** When it is open on this day: the location's hours and its own. */
  open: { startsAt: string; endsAt: string }[];
  busy: BusySpan[];
  bookings: TimelineBooking[];
  /** Units free at each change through the day, for pools: from startsAt on, `free` units. */
  freeUnits: { startsAt: string; free: number }[];
}

/** Everything that a day's timeline shows, and all that the browser needs to apply the rules itself. */
export interface DayView {
  location: LocationView;
  date: string;
  startsAt: string;
  endsAt: string;
  resources: DayResource[];
  situation: BookingSituation;
}

export const MonthInput = z.strictObject({
  locationId: Id,
  resourceId: Id.nullable(),
  /** 2026-11 */
  month: z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/),
});
export type MonthInput = z.infer<typeof MonthInput>;

export interface MonthDay {
  date: string;
  openMinutes: number;
  bookedMinutes: number;
  mine: { id: string; resourceName: string; startsAt: string; endsAt: string; title: string }[];
}
export interface MonthView {
  month: string;
  timeZone: string;
  days: MonthDay[];
}

export const SearchInput = z.strictObject({
  locationId: Id,
  startsAt: SlotTime,
  durationMinutes: z.int().min(5).max(LONGEST_MINUTES),
  people: z.int().min(1).max(10_000),
  features: z.array(typedLine({ min: 0, max: 40 })).max(30),
  kinds: z.array(ResourceKind).max(5),
});
export type SearchInput = z.infer<typeof SearchInput>;

export interface SearchHit extends SlotView {
  locationId: string;
  locationName: string;
  resource: ResourceView;
  /** null when no price can be told. */
  totalMinor: number | null;
  currency: string;
  /** What credits pay on top of it; empty: nothing. */
  credits: UnitQuantity[];
}

export interface SearchView {
  /** Bookable as asked, the best fit first: fewest spare seats, then price, then name. */
  free: SearchHit[];
  /** When nothing is free as asked. */
  alternatives: {
    /** The same kind of room at another time, nearest first. */
    byTime: SearchHit[];
    /** At the same time, a room that misses a wish (too small, without a feature): what it misses. */
    byRoom: (SearchHit & { missing: string[] })[];
    /** At the same time, in another location. */
    byLocation: SearchHit[];
  };
  /** Of the resources that fit the wishes: how many exist, how many are free. */
  fitting: number;
}

/** "Free now, until 15:30". */
export const FreeNowInput = z.strictObject({ locationId: Id });
export type FreeNowInput = z.infer<typeof FreeNowInput>;
export interface FreeNowHit {
  resource: ResourceView;
  freeUnits: number;
  /** null: free until the location closes today, which is `closesAt`. */
  freeUntil: string;
  /** The slot that one tap would book, and its price. */
  offer: { startsAt: string; endsAt: string; totalMinor: number | null; currency: string; credits: UnitQuantity[] };
}
export interface FreeNowView {
  now: string;
  hits: FreeNowHit[];
}

/** "Could Ana on plan X book Room 2 on Friday 19:00?" */
export const SimulateInput = withSlot(
  z.strictObject({ personId: Id, resourceId: Id, startsAt: SlotTime, endsAt: SlotTime }),
);
export type SimulateInput = z.infer<typeof SimulateInput>;
