import { ROLES } from "@working-social/kernel";
import { EDITED } from "@working-social/kernel/edit-input";
import { z } from "zod";
import { Id, Minutes, Name, ResourceKind, RoleName } from "../shared.ts";

const limit = z.int().min(0).max(100_000).nullable();
const minutes = Minutes.nullable();

/** The settings of a rule: each that is not null limits. Rules add up, and the strictest of a kind wins. */
export const RuleSettings = z.strictObject({
  /** false: the people of this rule may not book its resources. */
  mayBook: z.boolean().nullable(),
  needsApproval: z.boolean().nullable(),
  /** Starts and lengths are multiples of this, counted from local midnight. */
  granularityMinutes: z.int().min(1).max(1440).nullable(),
  minLengthMinutes: minutes,
  maxLengthMinutes: minutes,
  minNoticeMinutes: minutes,
  windowDays: z.int().min(0).max(3650).nullable(),
  windowMode: z.enum(["end_of_day", "exact"]).nullable(),
  bufferBeforeMinutes: z.int().min(0).max(1440).nullable(),
  bufferAfterMinutes: z.int().min(0).max(1440).nullable(),
  maxConcurrentPerPerson: limit,
  maxConcurrentPerTeam: limit,
  maxMinutesPerDayPerPerson: limit,
  maxMinutesPerDayPerTeam: limit,
  maxUpcomingPerPerson: limit,
  maxUpcomingPerTeam: limit,
  /** How long a slot may be held before it falls free. */
  holdMinutes: z.int().min(1).max(1440).nullable(),
});
export type RuleSettings = z.infer<typeof RuleSettings>;

/** The settings of a rule that limits nothing: what a new rule begins with. */
export const NO_LIMITS: RuleSettings = {
  mayBook: null,
  needsApproval: null,
  granularityMinutes: null,
  minLengthMinutes: null,
  maxLengthMinutes: null,
  minNoticeMinutes: null,
  windowDays: null,
  windowMode: null,
  bufferBeforeMinutes: null,
  bufferAfterMinutes: null,
  maxConcurrentPerPerson: null,
  maxConcurrentPerTeam: null,
  maxMinutesPerDayPerPerson: null,
  maxMinutesPerDayPerTeam: null,
  maxUpcomingPerPerson: null,
  maxUpcomingPerTeam: null,
  holdMinutes: null,
};

const bookingRuleFields = {
  name: Name,
  locationId: Id.nullable(),
  resourceKind: ResourceKind.nullable(),
  resourceId: Id.nullable(),
  /** Empty lists: everybody. Several entries: anyone who matches one of them. */
  planIds: z.array(Id).max(100),
  teamIds: z.array(Id).max(100),
  roles: z.array(RoleName).max(ROLES.length),
  /** true: the rule applies to everybody except those named. */
  audienceIsExcept: z.boolean(),
  settings: RuleSettings,
};
export const CreateBookingRuleInput = z.strictObject(bookingRuleFields);
export type CreateBookingRuleInput = z.infer<typeof CreateBookingRuleInput>;
export const UpdateBookingRuleInput = z
  .strictObject({ ...bookingRuleFields, settings: RuleSettings.exactPartial() })
  .exactPartial()
  .extend(EDITED);
export type UpdateBookingRuleInput = z.infer<typeof UpdateBookingRuleInput>;

export interface BookingRuleView extends CreateBookingRuleInput {
  id: string;
}

export const BookingRuleIdInput = z.strictObject({ id: Id });
export type BookingRuleIdInput = z.infer<typeof BookingRuleIdInput>;
