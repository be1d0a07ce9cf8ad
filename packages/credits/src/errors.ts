import type { RefusalKind } from "@working-social/kernel";
import { DomainError } from "@working-social/kernel";

/** Why the ledger, or a command on it, says no. */
export type CreditsRefusal =
  /** Not a whole number from 1 to a million million. */
  | { code: "bad_quantity"; quantity: string }
  | { code: "unknown_unit"; unit: string }
  /** Money is in a currency; nothing else is. */
  | { code: "currency_mismatch"; unit: string }
  | { code: "hold_over"; outcome: "posted" | "voided" }
  /** Several units were used for this cause, so a part of it needs to say which. */
  | { code: "unit_needed"; units: string[] }
  /** A period that ends before it starts, or is longer than two years. */
  | { code: "bad_range" }
  /** The owner owes more than the new limit would allow. */
  | { code: "overdraft_in_use"; owed: number }
  /** A plan gives one unit with one scope once. */
  | { code: "allowance_twice"; unit: string };

const KINDS: Record<CreditsRefusal["code"], RefusalKind> = {
  bad_quantity: "bad_input",
  unknown_unit: "bad_input",
  currency_mismatch: "bad_input",
  hold_over: "conflict",
  unit_needed: "bad_input",
  bad_range: "bad_input",
  overdraft_in_use: "conflict",
  allowance_twice: "bad_input",
};

export function creditsError(refusal: CreditsRefusal): DomainError<CreditsRefusal> {
  return new DomainError(KINDS[refusal.code], refusal);
}
