import type { CreateBookingRuleInput, RuleSettings } from "@working-social/booking/schema";

/** Settings that limit nothing. */
export const noLimits: RuleSettings = {
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

/** A rule for everybody and everything that says nothing yet. */
export const emptyRule: CreateBookingRuleInput = {
  name: "",
  locationId: null,
  resourceKind: null,
  resourceId: null,
  planIds: [],
  teamIds: [],
  roles: [],
  audienceIsExcept: false,
  settings: noLimits,
};
