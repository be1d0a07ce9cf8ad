import type { RefusalKind } from "@working-social/kernel";
import { DomainError } from "@working-social/kernel";

/** Why billing says no. */
export type BillingRefusal =
  /** The books of the seller are closed until this day. */
  { code: "books_closed"; lockedUntil: string };

const KINDS: Record<BillingRefusal["code"], RefusalKind> = {
  books_closed: "conflict",
};

export function billingError(refusal: BillingRefusal): DomainError<BillingRefusal> {
  return new DomainError(KINDS[refusal.code], refusal);
}
