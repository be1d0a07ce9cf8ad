// The pure rules of booking: the same functions in the server's commands and on every drag in the portal.
export { rulesFor } from "./applicable-rules.ts";
export type { CancellationFee } from "./cancellation.ts";
export { cancellationFee, cancellationTermsFor, keptCredits } from "./cancellation.ts";
export type { AgreedBooking } from "./changed-quote.ts";
export { changedQuote } from "./changed-quote.ts";
export {
  DEFAULT_GRID_MINUTES,
  fitLength,
  fitsGrid,
  gridMinutes,
  gridStarts,
  isOnGrid,
  snapStart,
  snapUp,
} from "./grid.ts";
export type { EffectiveLimits, Limit, UsageLimit, WindowLimit } from "./limits.ts";
export { DEFAULT_HOLD_MINUTES, FURTHEST_DAYS, LONGEST_MINUTES } from "./bounds.ts";
export { claimSpan, limitsFor } from "./limits.ts";
export { endAfter } from "./local-days.ts";
export type { Misfit, Wishes } from "./misfits.ts";
export { misfits } from "./misfits.ts";
export type { NearestOptions } from "./nearest-slots.ts";
export { nearestSlots } from "./nearest-slots.ts";
export { exceptionReason, openIntervals } from "./opening-hours.ts";
export { creditsOfLines, keptOfLines } from "./credit-line.ts";
export { quoteBooking, sumOfLines } from "./quote.ts";
export { isPhysical, refuseBooking, refuseForStaff } from "./refuse-booking.ts";
export type { StartWindow } from "./start-window.ts";
export { earliestStart, startWindow } from "./start-window.ts";
export type { BookingRequest, BookingSituation, HoursOf, RulePerson, RuleResource, UsageBooking } from "./situation.ts";
export type { Box, Point } from "../floors/rules/geometry.ts";
export {
  boundsOf,
  clamp,
  contains,
  cornersOf,
  fitted,
  isRectangle,
  labelBox,
  moved,
  pointsOf,
  polygonArea,
  rectangle,
  snap,
} from "../floors/rules/geometry.ts";
export type { DrawingAnswer, DrawingProblem } from "../floors/rules/read-floorspace.ts";
export { readFloorspace } from "../floors/rules/read-floorspace.ts";
