import { isCurrency, isTimeZone, ZERO_TAX_CATEGORIES } from "@working-social/kernel";
import type { ZeroTaxCategory } from "@working-social/kernel";
import { LanguageCode, RegionCode } from "@working-social/kernel/reader-input";
import { EDITED, Seen } from "@working-social/kernel/edit-input";
import { z } from "zod";
import { Id, LocalDate, Name } from "../shared.ts";

export const TimeZone = z.string().max(64).refine(isTimeZone, { error: "unknown_time_zone" });
export const Currency = z.string().length(3).refine(isCurrency, { error: "unknown_currency" });

/** What 0 % means: zero-rated, exempt, or not subject to tax. */
export const ZeroTax = z.enum(ZERO_TAX_CATEGORIES);

const locationFields = {
  name: Name,
  timeZone: TimeZone,
  currency: Currency,
  taxName: Name.nullable(),
  /** 100 = 1 %. */
  taxBasisPoints: z.int().min(0).max(10_000),
  taxInclusive: z.boolean(),
  zeroTaxCategory: ZeroTax,
  /** Of mails to whoever chose none, of feeds and kiosks here. */
  language: LanguageCode,
  /** Null: as usual for the language. */
  region: RegionCode.nullable(),
};
/** 0 % is not subject to tax, and English is spoken, unless something else is said, as an earlier client could not. */
export const CreateLocationInput = z.strictObject({
  ...locationFields,
  zeroTaxCategory: ZeroTax.exactOptional(),
  language: LanguageCode.exactOptional(),
  region: RegionCode.nullable().exactOptional(),
});
export type CreateLocationInput = z.infer<typeof CreateLocationInput>;
/** The currency of a location with bookings can't change: their quotes are in it. */
export const UpdateLocationInput = z.strictObject(locationFields).exactPartial().extend(EDITED);
export type UpdateLocationInput = z.infer<typeof UpdateLocationInput>;

export interface LocationView {
  id: string;
  name: string;
  timeZone: string;
  currency: string;
  taxName: string | null;
  taxBasisPoints: number;
  taxInclusive: boolean;
  zeroTaxCategory: ZeroTaxCategory;
  /** May be one of a later version. */
  language: string;
  region: string | null;
}

/** One open interval of a weekday; closesMinute may pass 1440 into the next day, by at most a day. */
export const WeeklyInterval = z
  .strictObject({
    weekday: z.int().min(1).max(7),
    opensMinute: z.int().min(0).max(1439),
    closesMinute: z.int().min(1).max(2880),
  })
  .refine((hours) => hours.closesMinute > hours.opensMinute, { error: "closes_before_it_opens" });
export type WeeklyInterval = z.infer<typeof WeeklyInterval>;

/** Replaces the weekly hours on a date. No hours: closed all day. Several rows of one date: several open intervals. */
export const OpeningException = z
  .strictObject({
    date: LocalDate,
    opensMinute: z.int().min(0).max(1439).nullable(),
    closesMinute: z.int().min(1).max(2880).nullable(),
    reason: Name,
  })
  .refine(
    (day) =>
      day.opensMinute === null || day.closesMinute === null
        ? day.opensMinute === day.closesMinute
        : day.closesMinute > day.opensMinute,
    { error: "closes_before_it_opens" },
  );
export type OpeningException = z.infer<typeof OpeningException>;

const hoursFields = { weekly: z.array(WeeklyInterval).max(100), exceptions: z.array(OpeningException).max(1000) };
/** The whole week, all exceptions, or both, of a location, or of one resource (which then narrows the location's). */
export const SetOpeningHoursInput = z
  .strictObject(hoursFields)
  .exactPartial()
  .extend({ locationId: Id, resourceId: Id.nullable(), seen: Seen });
export type SetOpeningHoursInput = z.infer<typeof SetOpeningHoursInput>;

export interface OpeningHoursView {
  weekly: WeeklyInterval[];
  exceptions: OpeningException[];
}

/** Whose hours: the location's, or those of one of its resources. */
export const OpeningHoursInput = z.strictObject({ locationId: Id, resourceId: Id.nullable() });
export type OpeningHoursInput = z.infer<typeof OpeningHoursInput>;

/** How many hours before its start the front desk is reminded of a request that still waits; empty: never. */
const ReminderHours = z.array(z.int().min(1).max(168)).max(5);
export const ApprovalRemindersInput = z.strictObject({ locationId: Id });
export type ApprovalRemindersInput = z.infer<typeof ApprovalRemindersInput>;
export const SetApprovalRemindersInput = z.strictObject({ locationId: Id, hoursBefore: ReminderHours, seen: Seen });
export type SetApprovalRemindersInput = z.infer<typeof SetApprovalRemindersInput>;

export interface ApprovalRemindersView {
  /** The longest before the start first. */
  hoursBefore: number[];
}
