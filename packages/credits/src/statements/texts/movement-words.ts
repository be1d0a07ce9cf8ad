import type { WordsLike } from "@working-social/kernel";
import type { CauseType, MovementView } from "../../schema.ts";

/** What became of credits. */
const kinds: Record<MovementView["kind"], string> = {
  grant: "Given",
  consume: "Used",
  refund: "Given back",
  expire: "Expired unused",
  rollover: "Carried over",
  take_back: "Taken back",
  repay: "Paid off what was owed",
  change: "Changed",
};

/** What they moved for. */
const causes: Record<CauseType, string> = {
  booking: "Booking",
  print_job: "Printing",
  plan: "Plan",
  pack_purchase: "Pack",
  by_hand: "By hand",
  lot: "Expired credits",
  overdraft: "What was owed",
};

/** Reasons that the product gives by itself; people write their own. */
const reasons: Readonly<Record<string, string>> = {
  cancelled: "cancelled",
  changed: "changed",
  declined: "declined",
  deleted: "removed",
  released: "let go",
  expired: "its hold was over",
  unanswered: "nobody answered in time",
  cancelled_by_house: "cancelled by the space",
  plan_changed: "another plan",
};

/** What a movement is called: on the statement, and on the screens, which speak to its owner. */
export const movementWords = { kinds, causes, reasons };
export type MovementWords = WordsLike<typeof movementWords>;
