import type { Catalog, WordsLike } from "@working-social/kernel";
import type { CauseType, CreditUnit, MovementView } from "../../schema.ts";
import { german } from "./statement-texts.de.ts";

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

/** What a figure counts. Money is counted in its currency. */
const units: Record<Exclude<CreditUnit, "money">, string> = {
  room_minutes: "minutes",
  day_passes: "passes",
  mono_pages: "pages",
  colour_pages: "pages",
};

const english = {
  /** The heading of a statement; figures say what they count. */
  columns: (counted: string) => ({
    at: "Time (UTC)",
    kind: "Movement",
    causeType: "Type",
    cause: "For",
    reason: "Reason",
    own: `Own credits (${counted})`,
    team: `Team’s credits (${counted})`,
    carried: `Carried over (${counted})`,
    quantity: `Change (${counted})`,
    balance: `Balance (${counted})`,
  }),
  opening: "Opening balance",
  closing: "Closing balance",
  kinds,
  causes,
  reasons,
  units,
};

export type StatementTexts = WordsLike<typeof english>;
export const statementTexts: Catalog<StatementTexts> = { en: english, de: german };
