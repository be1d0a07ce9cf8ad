import type { RefusalKind } from "@working-social/kernel";
import { DomainError } from "@working-social/kernel";

/** Why billing says no. */
export type BillingRefusal =
  /** The books of the seller are closed until this day. */
  | { code: "books_closed"; lockedUntil: string }
  /** A seller that sells at these locations can't be put away. */
  | { code: "seller_sells"; locations: string[] }
  /** The seller's other documents are numbered by a pattern that could give the same numbers. */
  | { code: "number_patterns_collide"; kind: "invoice" | "credit_note"; pattern: string }
  /** The pattern would come to a number that has been issued. */
  | { code: "number_would_repeat"; number: string }
  /** Something of that location was invoiced on that day, by who sells there now. */
  | { code: "location_invoiced"; lastIssueDate: string }
  /** The contract has ended, or does before that day. */
  | { code: "contract_over"; endsOn: string }
  | { code: "before_contract"; startsOn: string }
  /** Members change what is to come. */
  | { code: "not_retroactively"; today: string }
  /** Nobody has said yet what it costs, and from when. */
  | { code: "no_price_yet" }
  | { code: "billed_already"; billFrom: string }
  /** How often somebody pays changes with the next period, not within one. */
  | { code: "interval_at_renewal" }
  | { code: "day_pass_is_no_contract" }
  | { code: "currency_of_contract"; currency: string }
  | { code: "no_plan_in_contract" }
  | { code: "ends_before_it_begins" }
  | { code: "pause_overlaps"; startsOn: string; untilDay: string | null }
  | { code: "not_paused"; on: string }
  /** Notice and minimum term are over then at the earliest. */
  | { code: "earliest_end"; endsOn: string }
  | { code: "nothing_to_undo" }
  /** Whoever has a membership on one of these days can't begin another. */
  | { code: "membership_overlaps" }
  | { code: "unknown_coupon" }
  | { code: "coupon_used_up" }
  /** A person without a team has none that pays. */
  | { code: "no_team_to_pay" }
  /** A credit note is not corrected by another one. */
  | { code: "not_an_invoice" }
  | { code: "credited_already" }
  /** Some of its days came back on a later invoice: the rest comes back the same way. */
  | { code: "partly_returned" }
  | { code: "too_much_credited" }
  /** Somebody has pressed the button already. */
  | { code: "run_in_progress" }
  | { code: "too_far_ahead_to_bill"; latest: string }
  /** It would break these rules of EN 16931 or of its profile: something of a party or of the document is missing. */
  | { code: "no_e_invoice"; rules: string[] };

const KINDS: Record<BillingRefusal["code"], RefusalKind> = {
  books_closed: "conflict",
  contract_over: "conflict",
  before_contract: "bad_input",
  not_retroactively: "bad_input",
  no_price_yet: "conflict",
  billed_already: "conflict",
  interval_at_renewal: "conflict",
  day_pass_is_no_contract: "conflict",
  currency_of_contract: "conflict",
  no_plan_in_contract: "conflict",
  ends_before_it_begins: "bad_input",
  pause_overlaps: "conflict",
  not_paused: "conflict",
  earliest_end: "conflict",
  nothing_to_undo: "conflict",
  membership_overlaps: "conflict",
  unknown_coupon: "not_found",
  coupon_used_up: "conflict",
  no_team_to_pay: "conflict",
  not_an_invoice: "conflict",
  credited_already: "conflict",
  partly_returned: "conflict",
  too_much_credited: "conflict",
  run_in_progress: "conflict",
  too_far_ahead_to_bill: "bad_input",
  no_e_invoice: "conflict",
  seller_sells: "conflict",
  number_patterns_collide: "conflict",
  number_would_repeat: "conflict",
  location_invoiced: "conflict",
};

export function billingError(refusal: BillingRefusal): DomainError<BillingRefusal> {
  return new DomainError(KINDS[refusal.code], refusal);
}
