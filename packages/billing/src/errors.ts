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
  | { code: "location_invoiced"; lastIssueDate: string };

const KINDS: Record<BillingRefusal["code"], RefusalKind> = {
  books_closed: "conflict",
  seller_sells: "conflict",
  number_patterns_collide: "conflict",
  number_would_repeat: "conflict",
  location_invoiced: "conflict",
};

export function billingError(refusal: BillingRefusal): DomainError<BillingRefusal> {
  return new DomainError(KINDS[refusal.code], refusal);
}
