import type { CreateBookingRuleInput } from "@working-social/booking/schema";
import { NO_LIMITS } from "@working-social/booking/schema";

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
  settings: NO_LIMITS,
};
